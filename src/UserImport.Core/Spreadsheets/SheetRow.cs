using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace UserImport.Spreadsheets;

/// <summary>One row of a sheet, as both readers give it. Reused: it is valid until the reader moves on.</summary>
internal sealed class SheetRow
{
    private SheetCell[] _cells = new SheetCell[16];
    private int _lastColumn;

    /// <summary>The number that Excel shows for the row (R8).</summary>
    public int Number { get; private set; }

    /// <summary>The cells that hold something, each column once, in ascending order.</summary>
    public ReadOnlySpan<SheetCell> Cells => _cells.AsSpan(0, Count);

    /// <summary>How many cells hold something.</summary>
    public int Count { get; private set; }

    internal void Begin(int number)
    {
        Number = number;
        Count = 0;
        _lastColumn = 0;
    }

    // A row that does not say its number has that of its first cell with an address.
    internal void Renumber(int number) => Number = number;

    internal bool Add(in SheetCell cell) => Add(cell.Column, cell.Kind, cell.Style, cell.Bytes, cell.Start, cell.Length);

    /// <summary>Adds a cell; false if it does not stand behind those that were added, but among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Add(int column, CellKind kind, int style, byte[]? bytes, int start, int length)
    {
        var cells = _cells;
        var at = Count;
        if ((uint)at < (uint)cells.Length && column > _lastColumn)
        {
            cells[at].Set(column, kind, style, bytes, start, length);
            Count = at + 1;
            _lastColumn = column;
            return true;
        }
        var isLast = column > _lastColumn;
        Insert(new SheetCell(column, kind, style, new ReadOnlyMemory<byte>(bytes, start, length)));
        return isLast;
    }

    private void Insert(in SheetCell cell)
    {
        var (at, end) = (0, Count);
        while (at < end)
        {
            var middle = (at + end) / 2;
            if (_cells[middle].Column < cell.Column) at = middle + 1;
            else end = middle;
        }
        if (at < Count && _cells[at].Column == cell.Column)
        {
            // Two cells of one address: nobody knows which one was meant (R4).
            _cells[at] = new SheetCell(cell.Column, CellKind.Damaged, 0, default);
            return;
        }
        if (Count == _cells.Length) Array.Resize(ref _cells, Count * 2);
        _cells.AsSpan(at, Count - at).CopyTo(_cells.AsSpan(at + 1));
        _cells[at] = cell;
        Count++;
        _lastColumn = _cells[Count - 1].Column;
    }
}

/// <summary>One cell: what kind of value it holds and the value as UTF-8 text, valid until the reader moves on.</summary>
internal struct SheetCell
{
    /// <summary>Creates a cell; its text must lie in an array.</summary>
    public SheetCell(int column, CellKind kind, int style, ReadOnlyMemory<byte> text)
    {
        MemoryMarshal.TryGetArray(text, out var bytes);
        Set(column, kind, style, bytes.Array, bytes.Offset, bytes.Count);
    }

    /// <summary>The column, from 1.</summary>
    public int Column { get; private set; }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; private set; }

    /// <summary>The index of its format; 0 if none is given.</summary>
    public int Style { get; private set; }

    /// <summary>The text with entities and escapes decoded; for numbers, booleans, dates and errors the raw value.</summary>
    public ReadOnlyMemory<byte> Text
    {
        readonly get => new(Bytes, Start, Length);
        init
        {
            MemoryMarshal.TryGetArray(value, out var bytes);
            (Bytes, Start, Length) = (bytes.Array, bytes.Offset, bytes.Count);
        }
    }

    internal byte[]? Bytes { get; private set; }

    internal int Start { get; private set; }

    internal int Length { get; private set; }

    /// <summary>Makes a string of the text.</summary>
    public readonly string GetText() => Encoding.UTF8.GetString(Bytes.AsSpan(Start, Length));

    internal void Set(int column, CellKind kind, int style, byte[]? bytes, int start, int length)
    {
        (Column, Kind, Style, Start, Length) = (column, kind, style, start, length);
        // Mostly it is the array of the row before, and not to write a reference is cheaper than to write it.
        if (!ReferenceEquals(Bytes, bytes)) Bytes = bytes;
    }
}

/// <summary>What a cell holds. A blank cell does not appear in a row at all.</summary>
internal enum CellKind : byte
{
    /// <summary>Text: shared, inline, or the result of a formula.</summary>
    Text,

    /// <summary>A number; whether it is a date is a matter of its format.</summary>
    Number,

    /// <summary><c>1</c> or <c>0</c>.</summary>
    Boolean,

    /// <summary>An ISO 8601 date (<c>t="d"</c>).</summary>
    Date,

    /// <summary>An error value such as <c>#N/A</c>.</summary>
    Error,

    /// <summary>A formula without a stored result (R4).</summary>
    MissingResult,

    /// <summary>Something that cannot be read; never taken for a blank (R4).</summary>
    Damaged,
}
