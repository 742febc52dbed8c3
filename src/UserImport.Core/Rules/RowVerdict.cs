namespace UserImport.Rules;

/// <summary>What the rules say of one row by itself; what depends on other rows is judged on the final state (section 5).</summary>
public sealed class RowVerdict
{
    private readonly List<ImportIssue> _issues;

    internal RowVerdict(List<ImportIssue> issues) => _issues = issues;

    /// <summary>The problems of the row, in the order of the columns.</summary>
    public IReadOnlyList<ImportIssue> Issues => _issues;

    /// <summary>Whether the row fails on its own.</summary>
    public bool IsRejected => _issues.Exists(issue => issue.Severity is IssueSeverity.Error);
}
