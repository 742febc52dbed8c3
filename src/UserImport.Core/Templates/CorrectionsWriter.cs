using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;
using UserImport.Spreadsheets.Writing;

namespace UserImport.Templates;

/// <summary>Writes rejected rows into a template, each with its reasons; corrected, it is uploaded as it is (K6).</summary>
internal sealed class CorrectionsWriter
{
    private const double RowWidth = 20;
    private const double ReasonWidth = 70;
    private const double LineHeight = 15;
    private const double HighestRow = 409;

    private readonly ColumnTable _columns;
    private readonly BlankCellPolicy _blankCells;

    /// <summary>Creates a writer for the columns that the options declare (C6).</summary>
    public CorrectionsWriter(IOptions<UserImportOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _columns = ColumnTable.Of(options.Value);
        _blankCells = options.Value.BlankCells;
    }

    /// <summary>Writes the rows with their original values and marks the cells at fault. The stream stays open.</summary>
    /// <remarks>
    /// All cells are text, except those that would lose their fault as text: uploaded untouched, a row is rejected again.
    /// </remarks>
    /// <param name="rows">The rows that were not imported.</param>
    /// <param name="absentColumns">The keys of the columns that the upload did not have: left out, they stay absent (C4).</param>
    /// <param name="structure">What the dropdowns offer.</param>
    /// <param name="destination">Where the workbook goes; only asynchronous writes are made.</param>
    /// <param name="culture">The language of headers and instructions, that of the reasons; English if null.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    public Task WriteAsync(IEnumerable<RejectedRow> rows, IReadOnlyCollection<string> absentColumns, OrgStructure structure,
        Stream destination, CultureInfo? culture = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(absentColumns);
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(destination);
        var messages = Messages.For(culture);
        var present = _columns.All.Where(column => column.IsRequired || !absentColumns.Contains(column.Key)).ToList();
        string row = messages["column.OriginalRow"], reason = messages["column.Reason"];
        var content = new TemplateContent("template.title.Corrections", present)
        {
            Companions =
            [
                new Companion(row, RowWidth, TemplateStyles.OriginalRow),
                new Companion(reason, ReasonWidth, TemplateStyles.Reason),
            ],
            Introduction = new IssueWriter(messages).Fill("instructions.corrections", ("row", row), ("reason", reason)),
        };
        var workbook = new TemplateWorkbook(content, structure, messages, _blankCells);
        return workbook.WriteAsync(destination, async (sheet, writer) =>
        {
            foreach (var rejected in rows)
            {
                Write(rejected, present, sheet);
                await writer.FlushIfFullAsync().ConfigureAwait(false);
            }
        }, cancellationToken);
    }

    private static void Write(RejectedRow row, List<UserColumn> columns, SheetWriter sheet)
    {
        var reason = UserCells.Fit(string.Join('\n', row.Issues.Select(issue => issue.Message).Distinct(StringComparer.Ordinal)));
        var lines = TextLines.Count(reason, ReasonWidth);
        sheet.BeginRow(lines > 1 ? Math.Min(HighestRow, LineHeight * lines + 2) : null);
        for (var i = 0; i < columns.Count; i++) Write(row, columns[i], i + 1, sheet);
        sheet.WriteText(columns.Count + 1, row.Row.ToString(CultureInfo.InvariantCulture), TemplateStyles.OriginalRow);
        sheet.WriteText(columns.Count + 2, reason, TemplateStyles.Reason);
        sheet.EndRow();
    }

    private static void Write(RejectedRow row, UserColumn column, int place, SheetWriter sheet)
    {
        var fault = row.Issues.FirstOrDefault(issue => issue.Severity == IssueSeverity.Error && issue.Column == column.Key);
        var text = UserCells.Fit(row.Cells.GetValueOrDefault(column.Key, ""));
        var style = fault is null ? UsersSheet.TextStyle(column) : FaultStyle(column);
        if (fault is not null && FaultyCell.Of(column, fault.Code, text) is { } faulty) sheet.WriteValue(place, faulty.Value, faulty.IsError, style);
        else if (text.Length > 0) sheet.WriteText(place, text, style);
        else if (fault is not null) sheet.WriteBlank(place, style);
    }

    private static uint FaultStyle(UserColumn column) =>
        column.Kind == ColumnKind.Flag ? TemplateStyles.FlagFault : TemplateStyles.Fault;
}
