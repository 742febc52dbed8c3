using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Resources;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>Reads the rows of an uploaded workbook as a stream (sections 1 and 2 of the rule book).</summary>
public sealed class RowParser
{
    private readonly UserImportOptions _options;
    private readonly ColumnTable _table;

    /// <summary>Creates a parser for the columns and limits of the options.</summary>
    public RowParser(IOptions<UserImportOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _table = ColumnTable.Of(_options);
    }

    /// <summary>Chooses the reader and counts; null for the usual one.</summary>
    internal ReadingMeter? Meter { get; init; }

    /// <summary>Opens a workbook. A file that cannot be imported at all gives a sheet with a refusal, not an exception.</summary>
    /// <param name="workbook">The file, from its present position; one that cannot seek is buffered in memory, up to the file limit. It stays open.</param>
    /// <param name="culture">The culture of the messages; English if null.</param>
    /// <param name="cancellationToken">Ends the reading, also that of the rows, with an <see cref="OperationCanceledException"/>.</param>
    public async Task<ParsedSheet> ParseAsync(Stream workbook, CultureInfo? culture = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        try
        {
            var file = await Workbook.BufferAsync(workbook, _options.Limits, cancellationToken).ConfigureAwait(false);
            var start = file.Position;
            // A file beyond the limit is refused by its length; nobody hashes it before.
            var hash = file.Length - start > _options.Limits.FileBytes ? null
                : Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
            file.Position = start;
            var sheet = Parse(file, culture, cancellationToken);
            sheet.FileSha256 = hash;
            return sheet;
        }
        catch (WorkbookRefusedException refused)
        {
            return new ParsedSheet(this, Refuse(refused, new IssueWriter(Messages.For(culture))));
        }
    }

    /// <summary>Opens a workbook in a stream that can seek, without waiting and without hashing the file.</summary>
    /// <param name="workbook">The file, from its present position. It stays open.</param>
    /// <param name="culture">The culture of the messages; English if null.</param>
    /// <param name="cancellationToken">Ends the reading, also that of the rows, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="ArgumentException">The stream cannot seek: <see cref="ParseAsync"/> buffers it.</exception>
    public ParsedSheet Parse(Stream workbook, CultureInfo? culture = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        if (!workbook.CanSeek) throw new ArgumentException("The stream cannot seek.", nameof(workbook));
        var issues = new IssueWriter(Messages.For(culture));
        Workbook? opened = null;
        try
        {
            opened = Workbook.Open(workbook, _options.Limits, _options.AllowMacros, cancellationToken, Meter);
            var mark = TemplateMark.Find(opened.DefinedNames.Select(name => (name.Name, name.Formula)));
            var (sheet, header) = new HeaderSearch(_table, _options.Limits).Find(opened, mark)
                ?? throw new WorkbookRefusedException("workbook.noHeaders");
            if (Refuse(header, issues) is not { } refusal)
                return new ParsedSheet(this, opened, sheet, new SheetLayout(_table, issues, header), Notices(header, mark, issues), cancellationToken);
            opened.Dispose();
            return new ParsedSheet(this, refusal);
        }
        catch (WorkbookRefusedException refused)
        {
            opened?.Dispose();
            return new ParsedSheet(this, Refuse(refused, issues));
        }
    }

    internal static ImportIssue Refuse(WorkbookRefusedException refused, IssueWriter issues) =>
        issues.Write(refused.Code, arguments:
        [
            ("what", refused.Limit is null ? "" : issues.Messages["limit." + refused.Limit]),
            ("seen", refused.Seen), ("allowed", refused.Allowed), ("limit", refused.Limit),
        ]);

    internal void CheckRows(int rows)
    {
        if (rows > _options.Limits.Rows)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.Rows), rows, _options.Limits.Rows);
    }

    internal void CheckSize(in TextSize size)
    {
        if (size.Bytes > _options.Limits.TextBytes)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.TextBytes), size.Bytes, _options.Limits.TextBytes);
        if (size.ListEntries > _options.Limits.ListEntries)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.ListEntries), size.ListEntries, _options.Limits.ListEntries);
    }

    // C3: one problem that names every missing header, or the header that occurs twice.
    private ImportIssue? Refuse(HeaderRow header, IssueWriter issues)
    {
        var present = header.Cells.Select(cell => cell.Column).ToHashSet();
        var missing = _table.All.Where(column => column.IsRequired && !present.Contains(column)).ToList();
        if (missing.Count > 0)
            return issues.Write("columns.missing", arguments:
                [("columns", string.Join(", ", missing.Select(column => column.Header(issues.Messages))))]);
        var repeated = header.Cells.Where(cell => cell.Column is not null).GroupBy(cell => cell.Column!).Where(group => group.Count() > 1).ToList();
        if (repeated.Count == 0) return RefuseUnreadable(header, present.Count(column => column is not null), issues);
        var cells = repeated.SelectMany(group => group).Select(cell => $"{SheetLayout.Letters(cell.SheetColumn)}{header.Number}");
        return issues.Write("columns.repeated", new CellPlace(null, repeated[0].Key), arguments:
            [("column", string.Join(", ", repeated.Select(group => group.Key.Header(issues.Messages)))), ("cells", string.Join(", ", cells))]);
    }

    // R4: a header that cannot be read may be that of a column that seems to be absent.
    private ImportIssue? RefuseUnreadable(HeaderRow header, int present, IssueWriter issues)
    {
        if (present == _table.All.Length) return null;
        foreach (var cell in header.Cells)
            if (cell.IsDamaged)
                return issues.Write("workbook.damaged", new CellPlace(null, null, $"{SheetLayout.Letters(cell.SheetColumn)}{header.Number}"));
        return null;
    }

    private List<ImportIssue> Notices(HeaderRow header, TemplateMark? mark, IssueWriter issues)
    {
        var notices = new List<ImportIssue>();
        if (mark is not null && mark.IsOlder)
            notices.Add(issues.Write("template.older", default, IssueSeverity.Notice, mark.Version.ToString(CultureInfo.InvariantCulture),
                arguments: [("expected", TemplateMark.CurrentVersion)]));
        foreach (var cell in header.Cells)
            if (cell.Column is null && cell.Text.Length > 0 && !_table.IsCompanion(cell.Text))
                notices.Add(issues.Write("columns.unknown",
                    new CellPlace(null, null, $"{SheetLayout.Letters(cell.SheetColumn)}{header.Number}"), IssueSeverity.Notice, cell.Text));
        return notices;
    }
}
