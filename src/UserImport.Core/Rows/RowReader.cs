using UserImport.Columns;
using UserImport.Lists;
using UserImport.Resources;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>Makes a <see cref="UserRow"/> of a row of the sheet, and judges what needs nothing but the row (R1–R9).</summary>
internal sealed class RowReader(SheetLayout layout, NumberFormats formats)
{
    private readonly ReadingCache?[] _caches = CachesOf(layout);
    private readonly int _columns = layout.Table.All.Length;
    private readonly UserColumn[] _required = [.. layout.Present.Where(column => column.IsRequired)];
    private readonly RowCellsBuilder _cells = new(layout.Table.All.Length);
    private CellReading _reading;

    /// <summary>Reads a row; null if all its cells in the known columns are blank (R7).</summary>
    /// <param name="number">The row number that Excel shows.</param>
    /// <param name="cells">The cells that hold something.</param>
    /// <param name="user">A stored user whose texts are the same as those of some columns; null if none is known.</param>
    /// <param name="asStored">Those columns: their texts need not be made.</param>
    /// <param name="size">Gets what the cells hold.</param>
    public UserRow? Read(int number, ReadOnlySpan<SheetCell> cells, UserRecord? user, ColumnSet asStored, ref TextSize size)
    {
        _cells.Begin(asStored == default ? cells.Length : 0);
        var caches = _caches;
        var faults = default(string?[]);
        var unread = default(ColumnSet);
        foreach (ref readonly var cell in cells)
        {
            if ((uint)cell.Column >= (uint)caches.Length || caches[cell.Column] is not { } cache) continue;
            var column = cache.Column;
            size.Add(cell, column);
            if (user is not null && asStored.Has(column) && cell.Length <= column.MaxLength && UserTexts.Has(user, layout.Table.FieldOf(column), cell.Text))
            {
                unread = unread.With(column);
                continue;
            }
            ref readonly var reading = ref Read(cell, cache);
            if (reading.State is CellState.Blank) continue;
            // A text has no more characters than bytes.
            _cells.Fill(column.Index, cell.Length < LongTexts.FromLength ? reading.Text : layout.LongTexts.Keep(reading.Text), reading.State);
            if (reading.Fault is not null) (faults ??= new string?[_columns])[column.Index] = reading.Fault;
        }
        if (_cells.IsEmpty && unread == default) return null;
        foreach (var column in _required)
            if (_cells.IsBlank(column.Index) && !unread.Has(column)) (faults ??= new string?[_columns])[column.Index] = "missing";
        var row = _cells.Build();
        var issues = faults is null ? (IReadOnlyList<ImportIssue>)[] : Problems(number, row, faults);
        return user is null ? new UserRow(layout, number, row, issues) : new UserRow(layout, number, row, issues, user, unread);
    }

    private ref readonly CellReading Read(in SheetCell cell, ReadingCache cache)
    {
        if (cell.Kind is CellKind.Text && cell.Bytes is not null) return ref cache.Read(cell);
        _reading = CellReader.WithFault(CellReader.Read(cell, cache.Column, formats), cache.Column);
        return ref _reading;
    }

    // By the columns of the sheet; where none that is known stands, there is none.
    private static ReadingCache?[] CachesOf(SheetLayout layout)
    {
        var caches = new ReadingCache?[layout.Present.Select(layout.PlaceOf).Append(0).Max() + 1];
        foreach (var column in layout.Present) caches[layout.PlaceOf(column)] = new ReadingCache(column, layout.LongTexts);
        return caches;
    }

    private List<ImportIssue> Problems(int row, RowCells cells, string?[] faults)
    {
        var issues = new List<ImportIssue>();
        foreach (var column in layout.Present)
            if (faults[column.Index] is { } fault)
            {
                var text = cells.TextOf(column.Index) ?? "";
                issues.Add(layout.Issues.ForColumn(new CellPlace(row, column, layout.Address(column, row)), fault,
                    value: fault is "missing" or "damaged" ? null : text, arguments: [("length", text.Length), ("limit", column.MaxLength)]));
            }
        return issues;
    }
}
