namespace UserImport.Spreadsheets.Cells;

/// <summary>Ends the reading of a file that is refused as a whole (section 8 of the rule book); never leaves the library.</summary>
internal sealed class WorkbookRefusedException(
    string code, string detail = "", string? limit = null, long? seen = null, long? allowed = null, string reason = "")
    : Exception(reason.Length == 0 ? code : $"{code}: {reason}")
{
    /// <summary>The stable code, such as <c>workbook.damaged</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The text in the resources that says more, such as <c>damaged.checksum</c>; empty if there is none.</summary>
    public string Detail { get; } = detail;

    /// <summary>The name of the option in <see cref="ImportLimits"/> that was exceeded; null if none was.</summary>
    public string? Limit { get; } = limit;

    /// <summary>The value seen, where a limit was exceeded.</summary>
    public long? Seen { get; } = seen;

    /// <summary>The value allowed, where a limit was exceeded.</summary>
    public long? Allowed { get; } = allowed;

    /// <summary>A damaged file; the reason is for those who debug and never holds a cell's value.</summary>
    internal static WorkbookRefusedException Damaged(string reason) => new("workbook.damaged", reason: reason);

    /// <summary>A file beyond a limit, named as its property in <see cref="ImportLimits"/>.</summary>
    internal static WorkbookRefusedException TooLarge(string limit, long seen, long allowed) =>
        new("workbook.tooLarge", limit: limit, seen: seen, allowed: allowed, reason: limit);
}
