using System.Numerics;

namespace UserImport.Rows;

/// <summary>Collects the cells of one row after another, in the order of the file, which is mostly that of the columns.</summary>
/// <param name="width">How many columns the table has.</param>
internal sealed class RowCellsBuilder(int width)
{
    private readonly bool _isWide = width > RowCells.MostSparse;
    private readonly string?[] _scratch = new string?[width];
    private string?[] _texts = [];
    private CellState[]? _states; // null while all hold text
    private ulong _filled; // the columns that are filled, of the first 64
    private int _count;

    /// <summary>Whether no cell is filled.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Begins a row, all of whose cells are blank.</summary>
    /// <param name="cells">How many cells it has, most of which will be filled: they get room of their own. 0 if few will be.</param>
    public void Begin(int cells)
    {
        (_count, _filled) = (0, 0);
        _texts = _isWide ? new string?[width] : cells == 0 ? _scratch : new string?[Math.Min(cells, width)];
        _states = _isWide ? new CellState[width] : null;
    }

    /// <summary>Fills a cell that is not blank; each column once.</summary>
    public void Fill(int column, string text, CellState state)
    {
        var at = _isWide ? column : PlaceFor(column);
        _texts[at] = text;
        _count++;
        if (_states is not null) _states[at] = state;
        else if (state is not CellState.Text) BeginStates(at, state);
        if (column < RowCells.MostSparse) _filled |= 1UL << column;
    }

    /// <summary>Whether the cell of a column is blank.</summary>
    public bool IsBlank(int column) => _isWide ? _states![column] is CellState.Blank : (_filled >> column & 1) == 0;

    /// <summary>Returns the cells of the row.</summary>
    public RowCells Build()
    {
        if (_isWide) return new RowCells(0, _texts, _states);
        if (_count == _texts.Length && _texts != _scratch) return new RowCells(_filled, _texts, _states);
        return new RowCells(_filled, _texts.AsSpan(0, _count).ToArray(), _states?.AsSpan(0, _count).ToArray());
    }

    private int PlaceFor(int column)
    {
        if (_filled >> column == 0) return _count;
        var at = BitOperations.PopCount(_filled & ((1UL << column) - 1));
        Array.Copy(_texts, at, _texts, at + 1, _count - at);
        if (_states is not null) Array.Copy(_states, at, _states, at + 1, _count - at);
        return at;
    }

    private void BeginStates(int at, CellState state)
    {
        _states = new CellState[_texts.Length];
        _states.AsSpan(0, _count).Fill(CellState.Text);
        _states[at] = state;
    }
}
