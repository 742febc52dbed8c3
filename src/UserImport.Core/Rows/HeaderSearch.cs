using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>A cell of the header row: its column in the sheet, its text, the known column it names, and whether it cannot be read (R4).</summary>
internal readonly record struct HeaderCell(int SheetColumn, string Text, UserColumn? Column, bool IsDamaged);

/// <summary>The header row of a sheet.</summary>
/// <param name="Number">The row number that Excel shows.</param>
/// <param name="Earlier">How many rows of that number stand before it in the file: none, if the file is sound.</param>
/// <param name="Cells">The cells that hold something.</param>
internal sealed record HeaderRow(int Number, int Earlier, IReadOnlyList<HeaderCell> Cells);

/// <summary>Finds the sheet and the row with the column headers (C2).</summary>
internal sealed class HeaderSearch(ColumnTable table, ImportLimits limits)
{
    private const int RowsLookedAt = 20;
    private const int FewestHeaders = 3;

    // Nobody writes a longer header, and nobody need clean and fold what follows.
    private const int LongestHeader = 1_024;

    // Rows that hold more than this before any header is found are no headers: the search ends in their sheet and behind it.
    private const long MostTextBytes = 64 << 20;

    private const int NodesOfCell = 4;

    private static readonly SheetDemand Demand = new() { BlankRows = true, Characters = _ => LongestHeader + 1 };

    // Headers stand at the top of a sheet: nobody looks for them behind so much of blank rows, in all sheets together.
    private readonly long _mostUnpackedBytes = limits.SharedStringBytes + limits.SheetBytes / 4;

    private long _textBytes;
    private long _passedOver;

    /// <summary>Returns the marked sheet, or the first visible one with a header row.</summary>
    public (WorkbookSheet Sheet, HeaderRow Header)? Find(Workbook workbook, TemplateMark? mark)
    {
        if (mark is not null && workbook.Sheets.FirstOrDefault(sheet => sheet.Name == mark.SheetName) is { } marked)
            return FindIn(workbook, marked) is { } found ? (marked, found) : null;
        var looked = 0;
        foreach (var sheet in workbook.Sheets.Where(sheet => !sheet.IsHidden))
        {
            if (++looked > limits.Sheets)
                throw new WorkbookRefusedException("workbook.tooLarge", limit: nameof(ImportLimits.Sheets), seen: looked, allowed: limits.Sheets);
            if (FindIn(workbook, sheet) is { } header) return (sheet, header);
        }
        return null;
    }

    private HeaderRow? FindIn(Workbook workbook, WorkbookSheet sheet)
    {
        using var reader = workbook.OpenSheet(sheet, Demand);
        HeaderRow? best = null;
        var numbers = new Dictionary<int, int>();
        var most = FewestHeaders;
        for (var seen = 0; seen < RowsLookedAt && !HasEnded(workbook) && reader.Read();)
        {
            var cells = HeaderCells(reader.Row, workbook.Effort);
            var earlier = numbers.GetValueOrDefault(reader.Row.Number);
            if (reader.Row.Count > 0) numbers[reader.Row.Number] = earlier + 1;
            if (cells.Count == 0) continue;
            seen++;
            var known = cells.Where(cell => cell.Column is not null).Select(cell => cell.Column).ToHashSet();
            var isBetter = known.Count > most || (known.Count == most && (best is null || reader.Row.Number < best.Number));
            if (!isBetter || !(known.Contains(UserColumns.EmployeeNumber) || known.Contains(UserColumns.Email))) continue;
            best = new HeaderRow(reader.Row.Number, earlier, cells);
            most = known.Count;
            if (most == table.All.Length) break; // no row can know more
        }
        if (best is null && !HasEnded(workbook)) PassOver(reader);
        return best;
    }

    private bool HasEnded(Workbook workbook) =>
        _textBytes > MostTextBytes || workbook.UnpackedBytes - _passedOver > _mostUnpackedBytes;

    // That a sheet shows no headers may be damage: it counts only if length and checksum of the whole sheet are right.
    private void PassOver(ISheetReader reader)
    {
        var allowed = limits.SheetBytes / 2;
        _passedOver += reader.Verify(allowed - _passedOver);
        if (_passedOver > allowed) throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.SheetBytes), _passedOver, allowed);
    }

    private List<HeaderCell> HeaderCells(SheetRow row, NodeBudget effort)
    {
        var cells = new List<HeaderCell>();
        foreach (ref readonly var cell in row.Cells)
        {
            _textBytes += cell.Length;
            effort.Add(NodesOfCell);
            var text = cell.Kind is CellKind.Text ? cell.GetText() : "";
            var isDamaged = cell.Kind is CellKind.Damaged or CellKind.MissingResult || (text.Length <= LongestHeader && CellText.IsDamaged(text));
            text = CellText.Clean(Beginning(text));
            if (text.Length > 0 || cell.Kind is not CellKind.Text)
                cells.Add(new HeaderCell(cell.Column, text, text.Length > 0 ? table.Find(text) : null, isDamaged));
        }
        return cells;
    }

    private static string Beginning(string text) => text.Length <= LongestHeader ? text : text[..LongestHeader];
}
