using UserImport.Columns;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>A cell of a batch: where its text stands, what it is, and whether its text is what a person sees.</summary>
internal readonly record struct BatchCell(int Start, int Length, int Style, CellKind Kind, bool IsAsShown)
{
    public bool IsBlank => Kind is CellKind.Text && Length == 0;
}

/// <summary>A row of a batch; a cell that the file does not have is blank.</summary>
internal readonly ref struct BatchRow(ReadOnlySpan<BatchCell> cells, ReadOnlySpan<byte> texts, int start, int length)
{
    private readonly ReadOnlySpan<BatchCell> _cells = cells;
    private readonly ReadOnlySpan<byte> _texts = texts;

    /// <summary>All texts, each with its column: equal for two rows of a file exactly if they hold the same texts.</summary>
    public ReadOnlySpan<byte> Content => _texts.Slice(start, length);

    /// <summary>Whether the text of a cell is what a person sees: that of a text, and that of a plain number (R2).</summary>
    public bool IsAsShown(UserColumn column) => _cells[column.Index].IsAsShown || _cells[column.Index].IsBlank;

    public CellKind KindOf(UserColumn column) => _cells[column.Index].Kind;

    public ReadOnlySpan<byte> TextOf(UserColumn column) => _texts.Slice(_cells[column.Index].Start, _cells[column.Index].Length);
}
