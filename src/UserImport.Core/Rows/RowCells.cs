using System.Numerics;

namespace UserImport.Rows;

/// <summary>Text and state of the cells of one row. A blank cell takes no room: most rows have some, and many rows are kept.</summary>
internal readonly struct RowCells
{
    /// <summary>In tables of more columns every cell takes room.</summary>
    public const int MostSparse = 64;

    private readonly ulong _filled;
    private readonly string?[] _texts;
    private readonly CellState[]? _states;

    /// <summary>Takes the cells that are filled, in the order of their columns.</summary>
    /// <param name="filled">Their columns, a bit each; 0 if all columns of a wide table are given.</param>
    /// <param name="texts">Their texts.</param>
    /// <param name="states">Their states; null if all hold text.</param>
    public RowCells(ulong filled, string?[] texts, CellState[]? states) => (_filled, _texts, _states) = (filled, texts, states);

    /// <summary>Returns the text of a column; null if its cell is blank.</summary>
    public string? TextOf(int column) => PlaceOf(column) is >= 0 and var place ? _texts[place] : null;

    /// <summary>Returns how the cell of a column came to its text.</summary>
    public CellState StateOf(int column) =>
        PlaceOf(column) is >= 0 and var place ? _states is null ? CellState.Text : _states[place] : CellState.Blank;

    private int PlaceOf(int column)
    {
        if (_filled == 0) return _texts.Length > MostSparse ? column : -1;
        return (_filled >> column & 1) == 0 ? -1 : BitOperations.PopCount(_filled & ((1UL << column) - 1));
    }
}
