using UserImport.Columns;
using UserImport.Resources;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>Makes a <see cref="UserRow"/> of a row of the sheet, and judges what needs nothing but the row (R1–R9).</summary>
internal sealed class RowReader(SheetLayout layout, NumberFormats formats)
{
    private readonly ReadingCache[] _caches = [.. layout.Table.All.Select(column => new ReadingCache(column))];

    /// <summary>Reads a row; null if all its cells in the known columns are blank (R7).</summary>
    /// <param name="number">The row number that Excel shows.</param>
    /// <param name="cells">The cells that hold something.</param>
    /// <param name="user">A stored user whose texts are the same as those of some columns; null if none is known.</param>
    /// <param name="asStored">Those columns: their texts need not be made again.</param>
    public UserRow? Read(int number, ReadOnlySpan<SheetCell> cells, UserRecord? user = null, ColumnSet asStored = default)
    {
        var texts = new string[layout.Table.All.Count];
        Array.Fill(texts, "");
        var states = new CellState[texts.Length];
        var faults = default(string?[]);
        var isBlank = true;
        foreach (ref readonly var cell in cells)
        {
            var column = layout.IndexAt(cell.Column);
            if (column < 0) continue;
            if (user is not null && asStored.Has(layout.Table.All[column]) && UserTexts.Of(user, layout.Table.All[column]) is { Length: > 0 } stored)
            {
                (texts[column], states[column], isBlank) = (CellText.Clean(stored), CellState.Text, false);
                continue;
            }
            var reading = cell.Kind is CellKind.Text ? _caches[column].Read(cell.Text.Span) : CellReader.Read(cell, layout.Table.All[column], formats);
            texts[column] = layout.LongTexts.Keep(reading.Text);
            states[column] = reading.State;
            isBlank &= reading.State is CellState.Blank;
            if (reading.Fault is not null) (faults ??= new string?[texts.Length])[column] = reading.Fault;
        }
        if (isBlank) return null;
        List<ImportIssue>? issues = null;
        foreach (var column in layout.Present)
            if ((faults?[column.Index] ?? FaultOf(column, texts[column.Index], states[column.Index])) is { } fault)
                (issues ??= []).Add(Problem(number, column, fault, texts[column.Index]));
        return new UserRow(layout, number, texts, states, issues ?? (IReadOnlyList<ImportIssue>)[]);
    }

    private string? FaultOf(UserColumn column, string text, CellState state)
    {
        if (state is CellState.Blank) return column.IsRequired ? "missing" : null;
        if (state is CellState.Unreadable) return null;
        if (column.Kind is ColumnKind.Flag) return IsFlag(text, state) ? null : "invalid";
        if (text.Length > column.MaxLength) return "tooLong";
        if (column.Kind is ColumnKind.Email && CellText.HasInvisible(text)) return "invalid";
        return column.Kind is ColumnKind.List && text.Contains('"') && layout.LongTexts.Split(text) is null ? "invalid" : null;
    }

    private static bool IsFlag(string text, CellState state) =>
        state is CellState.True or CellState.False || (state is CellState.Text && text is "x" or "X");

    private ImportIssue Problem(int row, UserColumn column, string fault, string text) =>
        layout.Issues.ForColumn(new CellPlace(row, column, layout.Address(column, row)), fault,
            value: fault is "missing" or "damaged" ? null : text,
            arguments: [("length", text.Length), ("limit", column.MaxLength)]);
}
