using System.Runtime.CompilerServices;
using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>A cell of a batch: where its text stands, what it is, and whether a person sees something else than that text.</summary>
internal readonly record struct BatchCell(int Start, int Length, int Style, CellKind Kind, bool IsShownOtherwise)
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

    /// <summary>Whether a person sees the text of a cell: that of a text, and the digits of a whole number (R2).</summary>
    public bool IsAsShown(UserColumn column) => !_cells[column.Index].IsShownOtherwise;

    public CellKind KindOf(UserColumn column) => _cells[column.Index].Kind;

    public ReadOnlySpan<byte> TextOf(UserColumn column) => _texts.Slice(_cells[column.Index].Start, _cells[column.Index].Length);

    /// <summary>The text of a cell without the spaces around it, which say nothing (R1); a cell of spaces alone is left to the full reading.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> TrimmedTextOf(UserColumn column)
    {
        var text = TextOf(column);
        if (text.IsEmpty || (text[0] != (byte)' ' && text[^1] != (byte)' ')) return text;
        var trimmed = text.Trim((byte)' ');
        return trimmed.IsEmpty ? text : trimmed;
    }
}
