using System.Runtime.CompilerServices;

namespace UserImport.Spreadsheets.Cells;

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
    internal bool Add(int column, CellKind kind, int style, byte[]? bytes, int start, int length, bool isShared = false)
    {
        var cells = _cells;
        var at = Count;
        if ((uint)at < (uint)cells.Length && column > _lastColumn)
        {
            cells[at].Set(column, kind, style, bytes, start, length, isShared);
            Count = at + 1;
            _lastColumn = column;
            return true;
        }
        return Insert(column, kind, style, bytes, start, length, isShared);
    }

    // Out of line: the loop that reads cells is to stay small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Insert(int column, CellKind kind, int style, byte[]? bytes, int start, int length, bool isShared)
    {
        var isLast = column > _lastColumn;
        var cell = new SheetCell();
        cell.Set(column, kind, style, bytes, start, length, isShared);
        Insert(cell);
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
