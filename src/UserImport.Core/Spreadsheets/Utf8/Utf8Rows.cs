using System.Buffers.Binary;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// Reads rows from a window, comparing eight bytes at once with the spelling that all programs use. Whatever it is not sure of
/// it leaves where it is, from the start of that row on.
/// </summary>
internal sealed class Utf8Rows(Utf8Window window, Utf8Names names, CellSink cells, ImportLimits limits, NodeBudget effort,
    bool blankRows)
{
    private const ulong SixBytes = 0xFFFF_FFFF_FFFF;

    private readonly Utf8Text _text = new(limits, effort);
    private readonly Utf8QuickCells _quick = new(cells, limits);
    private readonly RowTail _tail = new();
    private Utf8Cells? _cells;
    private Utf8Strings? _strings;
    private int _column;
    private bool _isNumbered;
    private RowDigits _digits;

    private Utf8Strings Strings => _strings ??= new Utf8Strings(names, _text, limits, effort);

    private Utf8Cells Cells => _cells ??= new Utf8Cells(Strings, cells);

    /// <summary>Moves to the next row that is wanted; false where an XmlReader has to go on.</summary>
    public bool Read(SheetRow row)
    {
        var last = row.Number;
        while (true)
        {
            var at = window.Position;
            _text.Clear();
            switch (ReadRow(window.Buffer, ref at, row, last + 1))
            {
                case Step.Done:
                    window.Position = at;
                    last = row.Number;
                    if (row.Count > 0 || blankRows) return true;
                    break;
                case Step.More when window.Fill():
                    break;
                default:
                    row.Begin(last);
                    return false;
            }
        }
    }

    private Step ReadRow(byte[] buffer, ref int at, SheetRow row, int next)
    {
        ReadOnlySpan<byte> s = buffer;
        while (s[at] is (byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t') at++;
        var step = ReadStart(s, ref at, row, next, out var isEmpty);
        if (step != Step.Done || isEmpty) return step;
        _column = 0;
        while (true)
        {
            at = _quick.Read(buffer, at, row, _digits, _text, ref _column);
            if ((BinaryPrimitives.ReadUInt64LittleEndian(s[at..]) & SixBytes) == RowEnd && s[at + 5] == '>' && names.ArePlain)
            {
                at += "</row>".Length;
                return Step.Done;
            }
            step = ReadOther(buffer, ref at, row, out var isEnd);
            if (step != Step.Done || isEnd) return step;
        }
    }

    private static readonly ulong RowStart = BinaryPrimitives.ReadUInt64LittleEndian("<row r=\""u8);
    private static readonly ulong RowEnd = BinaryPrimitives.ReadUInt64LittleEndian("</row>\0\0"u8);

    private Step ReadStart(ReadOnlySpan<byte> s, ref int at, SheetRow row, int next, out bool isEmpty)
    {
        if (!names.ArePlain || BinaryPrimitives.ReadUInt64LittleEndian(s[at..]) != RowStart)
            return ReadOddStart(s, ref at, row, next, out isEmpty);
        var digits = at + "<row r=\"".Length;
        _digits.Increment();
        if (_digits.Number is 0 or > CellAddress.LastRow ||
            !_digits.Matches(BinaryPrimitives.ReadUInt64LittleEndian(s[digits..])))
        {
            var number = 0;
            var end = digits;
            for (uint digit; (digit = (uint)s[end] - '0') <= 9 && end - digits < 7; end++) number = number * 10 + (int)digit;
            if (s[end] != '"' || s[digits] == '0' || number is < 1 or > CellAddress.LastRow)
                return ReadOddStart(s, ref at, row, next, out isEmpty);
            _digits.Set(number);
            effort.Add(1);
        }
        if (!_tail.Matches(s, digits + _digits.Length, out isEmpty, out var length))
            return ReadOddStart(s, ref at, row, next, out isEmpty);
        at = digits + _digits.Length + length;
        row.Begin(_digits.Number);
        _isNumbered = true;
        return Step.Done;
    }

    private Step ReadOddStart(ReadOnlySpan<byte> s, ref int at, SheetRow row, int next, out bool isEmpty)
    {
        isEmpty = false;
        var start = at;
        var step = Utf8Tag.Read(s, ref at, names, out var tag);
        effort.Add(1 + tag.Attributes);
        if (step != Step.Done) return step;
        var number = next;
        if (tag.IsEnd || !tag.Name.SequenceEqual("row"u8)) return Step.Unsure;
        if (tag.HasR && !CellAddress.TryParseNumber(tag.R, CellAddress.LastRow, out number)) return Step.Unsure;
        if (number is < 1 or > CellAddress.LastRow) return Step.Unsure;
        isEmpty = tag.IsEmpty;
        if (tag.HasR && names.ArePlain) _tail.Learn(s[start..at], tag.R.Length, isEmpty);
        row.Begin(number);
        _isNumbered = tag.HasR;
        if (_isNumbered && names.ArePlain && tag.R[0] != '0') _digits.Set(number);
        else _digits.Clear();
        return Step.Done;
    }

    // A cell in another spelling, or the end of the row.
    private Step ReadOther(byte[] buffer, ref int at, SheetRow row, out bool isEnd)
    {
        isEnd = false;
        var step = Strings.NextTag(buffer, ref at, out var tag);
        if (step != Step.Done) return step;
        if (tag.IsEnd)
        {
            isEnd = true;
            return tag.Name.SequenceEqual("row"u8) ? Step.Done : Step.Unsure;
        }
        if (!tag.Name.SequenceEqual("c"u8)) return Step.Unsure;
        effort.Add(1);
        var (column, number) = (_column + 1, row.Number);
        if (tag.HasR && !CellAddress.TryParse(tag.R, out column, out number)) return Step.Unsure;
        if (column > CellAddress.LastColumn) return Step.Unsure;
        if (tag.HasR && !_isNumbered)
        {
            row.Renumber(number);
            _isNumbered = true;
        }
        _column = column;
        return Cells.Read(buffer, ref at, tag, row, column, isMisplaced: number != row.Number);
    }
}
