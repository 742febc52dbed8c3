using System.Text;
using UserImport.Columns;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>Some rows of a sheet as UTF-8, copied out of the reader's window; strings are made only of rows that are asked for.</summary>
internal sealed class RowBatch(SheetLayout layout, NumberFormats formats, int capacity)
{
    private const int FirstBytes = 64 * 1024;

    private readonly RowReader _reader = new(layout, formats);
    private readonly int _width = layout.Table.All.Count;
    private readonly SheetCell[] _cells = new SheetCell[capacity * layout.Table.All.Count];
    private readonly (int Ordinal, int Number)[] _rows = new (int, int)[capacity];
    private byte[] _text = new byte[FirstBytes];
    private int _used;

    public int Count { get; private set; }

    public bool IsFull => Count == _rows.Length;

    /// <summary>Which row of the file it is, counting those that are not blank, from 0.</summary>
    public int OrdinalOf(int row) => _rows[row].Ordinal;

    /// <summary>The row number that Excel shows.</summary>
    public int NumberOf(int row) => _rows[row].Number;

    /// <summary>The cells of a row, one for each column of the table; a blank one is empty text.</summary>
    public ReadOnlySpan<SheetCell> CellsOf(int row) => _cells.AsSpan(row * _width, _width);

    /// <summary>Makes strings of a row.</summary>
    public UserRow ToUserRow(int row) => _reader.Read(_rows[row].Number, CellsOf(row))!;

    public void Clear() => Count = _used = 0;

    public void Add(int ordinal, SheetRow row)
    {
        var slots = _cells.AsSpan(Count * _width, _width);
        slots.Clear();
        foreach (ref readonly var cell in row.Cells)
            if (layout.At(cell.Column) is { } column)
                slots[column.Index] = cell with { Text = Keep(cell.Text) };
        _rows[Count++] = (ordinal, row.Number);
    }

    /// <summary>Whether all cells of a row in the known columns are blank (R7).</summary>
    public static bool IsBlank(SheetRow row, SheetLayout layout)
    {
        foreach (ref readonly var cell in row.Cells)
            if (layout.At(cell.Column) is not null && !IsBlank(cell))
                return false;
        return true;
    }

    private static bool IsBlank(in SheetCell cell)
    {
        if (cell.Kind is not CellKind.Text) return false;
        var text = cell.Text.Span;
        if (text.IsEmpty) return true;
        if (text[0] is > (byte)' ' and < 0x7F) return false;
        var decoded = Encoding.UTF8.GetString(text);
        return !CellText.IsDamaged(decoded) && CellText.Clean(decoded).Length == 0;
    }

    private Memory<byte> Keep(ReadOnlyMemory<byte> text)
    {
        // Cells already kept go on pointing into the smaller block.
        if (_text.Length - _used < text.Length) (_text, _used) = (new byte[Math.Max(_text.Length * 2, text.Length)], 0);
        var kept = _text.AsMemory(_used, text.Length);
        text.CopyTo(kept);
        _used += text.Length;
        return kept;
    }
}
