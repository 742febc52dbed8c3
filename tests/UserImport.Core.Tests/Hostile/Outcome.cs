using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Tests.Hostile;

/// <summary>What becomes of an upload: the refusal, or every cell and every problem of every row. Anything else is a failure.</summary>
internal sealed record Outcome(string? Refusal, string Message, IReadOnlyList<string> Cells, long Inflated, long Allocated)
{
    public bool IsRefused => Refusal is not null;

    /// <summary>Reads a file with one of the two readers: a window of 0 bytes is the XmlReader alone.</summary>
    public static Outcome Of(byte[] file, int window, Action<UserImportOptions>? configure = null)
    {
        var options = new UserImportOptions();
        configure?.Invoke(options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var meter = new ReadingMeter { WindowBytes = window };
        using var stream = new MemoryStream(file, writable: false);
        using var sheet = new RowParser(Options.Create(options)) { Meter = meter }.Parse(stream);
        var rows = sheet.Rows.ToList();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (sheet.Refusal is { } refusal) return new Outcome(refusal.Code, refusal.Message, [], meter.InflatedBytes, allocated);
        return new Outcome(null, "", [.. rows.SelectMany(row => Describe(row, sheet.Columns))], meter.InflatedBytes, allocated);
    }

    /// <summary>What both readers make of a file.</summary>
    public override string ToString() => Refusal ?? string.Join('\n', Cells);

    // Every cell, so that no difference can hide: its address, its text, and what is wrong with it.
    private static IEnumerable<string> Describe(UserRow row, IReadOnlyList<UserColumn> columns)
    {
        foreach (var column in columns)
        {
            var issue = row.Issues.FirstOrDefault(issue => issue.Column == column.Key);
            var address = row.Place(column).Cell;
            if (issue is not null && issue.Cell != address) throw new InvalidOperationException($"{issue.Code} names {issue.Cell} instead of {address}");
            yield return issue is null
                ? string.Create(CultureInfo.InvariantCulture, $"{address}={row[column]}")
                : string.Create(CultureInfo.InvariantCulture, $"{address} {issue.Code}");
        }
    }
}
