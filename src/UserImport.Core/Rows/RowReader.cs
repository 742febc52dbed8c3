using UserImport.Columns;
using UserImport.Resources;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>Makes a <see cref="UserRow"/> of a row of the sheet, and judges what needs nothing but the row (R1–R9).</summary>
internal sealed class RowReader(SheetLayout layout, NumberFormats formats)
{
    private readonly ReadingCache[] _caches = [.. layout.Table.All.Select(column => new ReadingCache(column))];
    private readonly UserColumn[] _required = [.. layout.Present.Where(column => column.IsRequired)];

    /// <summary>Reads a row; null if all its cells in the known columns are blank (R7).</summary>
    /// <param name="number">The row number that Excel shows.</param>
    /// <param name="cells">The cells that hold something.</param>
    /// <param name="user">A stored user whose texts are the same as those of some columns; null if none is known.</param>
    /// <param name="asStored">Those columns: their texts need not be made again.</param>
    public UserRow? Read(int number, ReadOnlySpan<SheetCell> cells, UserRecord? user = null, ColumnSet asStored = default)
    {
        var texts = new string?[_caches.Length];
        Array.Fill(texts, "");
        var states = new CellState[texts.Length];
        var faults = default(string?[]);
        var isBlank = true;
        foreach (ref readonly var cell in cells)
        {
            var column = layout.IndexAt(cell.Column);
            if (column < 0) continue;
            if (_caches[column].HoldsLists && asStored.Has(layout.Table.All[column]))
            {
                (texts[column], states[column], isBlank) = (null, CellState.Text, false);
                continue;
            }
            var reading = user is null ? Read(cell, column) : Read(cell, column, user, asStored);
            texts[column] = reading.Text.Length < LongTexts.FromLength ? reading.Text : layout.LongTexts.Keep(reading.Text);
            states[column] = reading.State;
            isBlank &= reading.State is CellState.Blank;
            if (FaultOf(reading, column) is { } fault) (faults ??= new string?[texts.Length])[column] = fault;
        }
        if (isBlank) return null;
        foreach (var column in _required)
            if (states[column.Index] is CellState.Blank) (faults ??= new string?[texts.Length])[column.Index] = "missing";
        return new UserRow(layout, number, texts, states, faults is null ? [] : Problems(number, texts, faults), user);
    }

    private CellReading Read(in SheetCell cell, int column)
    {
        if (cell.Kind is CellKind.Text) return _caches[column].Read(cell.Bytes.AsSpan(cell.Start, cell.Length));
        var of = layout.Table.All[column];
        return CellReader.WithFault(CellReader.Read(cell, of, formats), of);
    }

    private CellReading Read(in SheetCell cell, int column, UserRecord user, ColumnSet asStored)
    {
        var of = layout.Table.All[column];
        return asStored.Has(of) && UserTexts.Of(user, of) is { Length: > 0 } stored
            ? CellReader.WithFault(new(CellText.Clean(stored), CellState.Text), of)
            : Read(cell, column);
    }

    // Only here it is known how the file's long lists have been split.
    private string? FaultOf(in CellReading reading, int column)
    {
        if (reading.Fault is not null || reading.State is not CellState.Text || !_caches[column].HoldsLists) return reading.Fault;
        return reading.Text.Contains('"') && layout.LongTexts.Split(reading.Text) is null ? "invalid" : null;
    }

    private List<ImportIssue> Problems(int row, string?[] texts, string?[] faults)
    {
        var issues = new List<ImportIssue>();
        foreach (var column in layout.Present)
            if (faults[column.Index] is { } fault)
                issues.Add(layout.Issues.ForColumn(new CellPlace(row, column, layout.Address(column, row)), fault,
                    value: fault is "missing" or "damaged" ? null : texts[column.Index],
                    arguments: [("length", texts[column.Index]?.Length ?? 0), ("limit", column.MaxLength)]));
        return issues;
    }
}
