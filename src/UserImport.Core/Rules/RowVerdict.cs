namespace UserImport.Rules;

/// <summary>What the rules say of one row by itself; what depends on other rows is judged on the final state (section 5).</summary>
public sealed class RowVerdict
{
    internal RowVerdict(PlannedUser planned, IReadOnlyList<ImportIssue> issues)
    {
        Planned = planned;
        Issues = issues;
        IsRejected = issues.Any(issue => issue.Severity is IssueSeverity.Error);
    }

    /// <summary>The problems of the row, in the order of the columns.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; }

    /// <summary>Whether the row fails on its own.</summary>
    public bool IsRejected { get; }

    internal PlannedUser Planned { get; }
}
