using UserImport.Columns;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>Reads the cells of a row with an <see cref="XmlPart"/>.</summary>
internal sealed class XmlCells(XmlPart xml, CellSink cells, ImportLimits limits, Func<int, int>? needed)
{
    private readonly CharBuffer _text = new(limits);
    private readonly RowText _rowText = new();
    private bool _hasFormula;
    private bool _hasValue;
    private bool _isInline;
    private bool _isDamaged;

    /// <summary>Fills the row with the cells of the current element, walking to its end.</summary>
    public void Read(SheetRow row, bool isNumbered)
    {
        _rowText.Clear();
        var depth = xml.Depth;
        var column = 0;
        while (xml.NextChild(depth, textAllowed: false))
        {
            if (!xml.Is("c"))
            {
                XmlRows.SkipUnknown(xml);
                continue;
            }
            var isMisplaced = false;
            if (xml.Attribute("r") is not { } address) column++;
            else
            {
                if (!CellAddress.TryParse<char>(address, out column, out var number))
                    throw WorkbookRefusedException.Damaged("a cell has no valid address");
                if (!isNumbered) row.Renumber(number);
                isNumbered = true;
                isMisplaced = number != row.Number;
            }
            if (column > CellAddress.LastColumn) throw WorkbookRefusedException.Damaged("a cell beyond the last column");
            ReadCell(row, column, isMisplaced);
        }
    }

    private void ReadCell(SheetRow row, int column, bool isMisplaced)
    {
        var type = TypeOf(xml.Attribute("t"));
        _text.Clear();
        (_hasFormula, _hasValue, _isInline, _isDamaged) = (false, false, false, isMisplaced);
        var style = 0;
        if (xml.Attribute("s") is { } s && !CellAddress.TryParseNumber<char>(s, int.MaxValue, out style)) _isDamaged = true;
        var depth = xml.Depth;
        while (xml.NextChild(depth, textAllowed: false)) ReadPart(type);

        _isDamaged |= CellText.IsDamaged(_text.Span);
        type = _isInline && type == CellType.Number ? CellType.Inline : type;
        var text = _isDamaged ? default : _text.Span;
        if (needed is not null && type is CellType.Text or CellType.Inline) text = text[..Math.Min(text.Length, needed(column))];
        var value = _rowText.Add(text);
        cells.Add(row, column, style, new CellValue(type, _hasFormula, _hasValue, value), _isDamaged);
    }

    private void ReadPart(CellType type)
    {
        if (xml.Is("f"))
        {
            _hasFormula = true;
            xml.Skip();
        }
        else if (_hasValue && (xml.Is("v") || xml.Is("is")))
        {
            // A second value, or one beside an inline text: nobody knows which one was meant.
            _isDamaged = true;
            xml.Skip();
        }
        else if (xml.Is("v"))
        {
            _hasValue = true;
            _isDamaged |= !xml.ReadText(_text);
            _text.Unescape(type is CellType.Text or CellType.Inline ? 0 : _text.Length);
        }
        else if (xml.Is("is"))
        {
            (_hasValue, _isInline) = (true, true);
            // An inline text is no index, no date and no error, whatever it says.
            _isDamaged |= type is not (CellType.Inline or CellType.Number or CellType.Text);
            _isDamaged |= !XmlSharedStrings.ReadString(xml, _text);
        }
        else XmlRows.SkipUnknown(xml);
    }

    private static CellType TypeOf(string? type) =>
        type is null ? CellType.Number : CellSink.TypeOf(System.Text.Encoding.UTF8.GetBytes(type));
}
