using System.Numerics;

namespace UserImport.Rows;

/// <summary>Collects the cells of one row after another, in the order of the file, which is mostly that of the columns.</summary>
internal sealed class RowCellsBuilder
{
    private readonly string?[] _texts;
    private readonly CellState[] _states;
    private readonly bool _isWide;
    private ulong _filled; // the columns that are filled, of the first 64
    private int _count;
    private bool _areTexts;

    /// <param name="width">How many columns the table has.</param>
    public RowCellsBuilder(int width)
    {
        (_texts, _states) = (new string?[width], new CellState[width]);
        _isWide = width > RowCells.MostSparse;
        Begin();
    }

    /// <summary>Whether no cell is filled.</summary>
    public bool IsEmpty => _isWide ? Array.TrueForAll(_states, state => state is CellState.Blank) : _filled == 0;

    /// <summary>Begins a row, all of whose cells are blank.</summary>
    public void Begin()
    {
        (_count, _filled, _areTexts) = (0, 0, true);
        if (!_isWide) return;
        Array.Clear(_texts);
        Array.Clear(_states);
    }

    /// <summary>Fills a cell that is not blank; each column once.</summary>
    public void Fill(int column, string text, CellState state)
    {
        var at = _isWide ? column : PlaceFor(column);
        (_texts[at], _states[at]) = (text, state);
        _areTexts &= state is CellState.Text;
        if (column < RowCells.MostSparse) _filled |= 1UL << column;
    }

    /// <summary>Whether the cell of a column is blank.</summary>
    public bool IsBlank(int column) => _isWide ? _states[column] is CellState.Blank : (_filled >> column & 1) == 0;

    /// <summary>Returns the cells of the row.</summary>
    public RowCells Build() => _isWide
        ? new RowCells(0, [.. _texts], [.. _states])
        : new RowCells(_filled, _texts.AsSpan(0, _count).ToArray(), _areTexts ? null : _states.AsSpan(0, _count).ToArray());

    private int PlaceFor(int column)
    {
        var at = BitOperations.PopCount(_filled & ((1UL << column) - 1));
        if (at < _count) MakeRoom(at);
        _count++;
        return at;
    }

    private void MakeRoom(int at)
    {
        Array.Copy(_texts, at, _texts, at + 1, _count - at);
        Array.Copy(_states, at, _states, at + 1, _count - at);
    }
}
