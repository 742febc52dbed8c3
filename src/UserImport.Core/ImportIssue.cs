using System.Globalization;

namespace UserImport;

/// <summary>One problem or notice of a check: what is wrong, where, and what to do (K3).</summary>
public sealed record ImportIssue
{
    /// <summary>The stable code, <c>subject.fault</c>; see <see cref="IssueCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What it means for the row or the file.</summary>
    public IssueSeverity Severity { get; init; }

    /// <summary>The row number that Excel shows; null if the whole file is meant.</summary>
    public int? Row { get; init; }

    /// <summary>The key of the column; null if no single column is meant.</summary>
    public string? Column { get; init; }

    /// <summary>The cell address, such as <c>F12</c>; null if no single cell is meant.</summary>
    public string? Cell { get; init; }

    /// <summary>The value that was found; null if there is none.</summary>
    public string? Value { get; init; }

    /// <summary>What is wrong, what was expected and what to do, in the language of the check.</summary>
    public required string Message { get; init; }

    /// <summary>A value that would be accepted, or was probably meant; null if there is none.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Returns place and message in one line: <c>F12: …</c>, <c>12: …</c> for a whole row, the message alone for the file.</summary>
    public override string ToString() => (Cell ?? Row?.ToString(CultureInfo.InvariantCulture)) is { } place ? $"{place}: {Message}" : Message;
}

/// <summary>What a problem means for its row.</summary>
public enum IssueSeverity
{
    /// <summary>The row, or the whole file, is not imported.</summary>
    Error,

    /// <summary>The row is imported as shown, and somebody should look.</summary>
    Warning,

    /// <summary>Nothing to do.</summary>
    Notice,
}
