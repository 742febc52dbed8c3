namespace UserImport.Spreadsheets.Xml;

/// <summary>Reads a sheet with an <see cref="System.Xml.XmlReader"/>: slow, and at home in every legal spelling.</summary>
internal sealed class XmlSheetReader : ISheetReader
{
    private readonly XmlPart _xml;
    private readonly XmlCells _cells;
    private int _lastRow;
    private int _dataDepth;
    private bool _begun;
    private bool _inData;
    private bool _ended;

    /// <summary>Creates the reader; it disposes the part.</summary>
    public XmlSheetReader(Stream part, SharedStrings strings, ImportLimits limits)
    {
        _xml = new XmlPart(part, limits.XmlDepth);
        _cells = new XmlCells(_xml, strings, limits);
    }

    public SheetRow Row { get; } = new();

    public bool Read()
    {
        if (!_begun) MoveToWorksheet();
        while (!_ended)
        {
            if (_inData && ReadRow()) return true;
            if (!_inData) MoveToData();
        }
        return false;
    }

    public void Dispose() => _xml.Dispose();

    /// <summary>Skips an element of another program; one of spreadsheets that has no business here is damage.</summary>
    internal static void SkipUnknown(XmlPart xml)
    {
        if (Namespaces.IsMain(xml.Namespace) && xml.Name != "extLst")
            throw WorkbookRefusedException.Damaged("an element where it cannot be");
        xml.Skip();
    }

    private void MoveToWorksheet()
    {
        _begun = true;
        _xml.MoveToRoot();
        if (!_xml.Is("worksheet")) throw WorkbookRefusedException.Damaged("the sheet is something else");
    }

    private void MoveToData()
    {
        while (_xml.NextChild(0))
        {
            if (_xml.Is("sheetData"))
            {
                (_inData, _dataDepth) = (true, _xml.Depth);
                return;
            }
            _xml.Skip();
        }
        _xml.ReadToEnd();
        _ended = true;
    }

    private bool ReadRow()
    {
        while (_xml.NextChild(_dataDepth, textAllowed: false))
        {
            if (!_xml.Is("row"))
            {
                SkipUnknown(_xml);
                continue;
            }
            var number = _lastRow + 1;
            var r = _xml.Attribute("r");
            if (r is not null && !CellAddress.TryParseNumber<char>(r, CellAddress.LastRow, out number)) number = 0;
            if (number is 0) throw WorkbookRefusedException.Damaged("a row has no valid number");
            Row.Begin(number);
            _cells.Read(Row, isNumbered: r is not null);
            _lastRow = Row.Number;
            if (_lastRow > CellAddress.LastRow) throw WorkbookRefusedException.Damaged("a row beyond the last one");
            if (Row.Count > 0) return true;
        }
        _inData = false;
        return false;
    }
}
