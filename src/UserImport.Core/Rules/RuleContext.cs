using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>What a rule may look at besides the row, and where it reports.</summary>
public sealed class RuleContext
{
    private readonly UserRow _row;
    private readonly List<ImportIssue> _issues;

    internal RuleContext(UserRow row, UserRecord? existing, OrgStructure structure, List<ImportIssue> issues)
    {
        _row = row;
        _issues = issues;
        Existing = existing;
        Structure = structure;
    }

    /// <summary>The user whose number the row has; null if the row adds one (M1).</summary>
    public UserRecord? Existing { get; }

    /// <summary>The organisational structure.</summary>
    public OrgStructure Structure { get; }

    /// <summary>The two-letter code of the language in which messages are wanted.</summary>
    public string Language => _row.Layout.Issues.Messages.Language;

    /// <summary>Returns a column by its key, to report at: one of <see cref="UserColumns"/> or one of the host's own (C6).</summary>
    /// <exception cref="ArgumentException">No column has the key.</exception>
    public UserColumn Column(string key) => _row.Layout.Table.OfKey(key);

    /// <summary>Reports a problem of the row.</summary>
    /// <param name="code">A stable code of the host's own, <c>subject.fault</c>.</param>
    /// <param name="column">The column at fault; null for the whole row.</param>
    /// <param name="message">What is wrong and what to do, in the language of <see cref="Language"/>.</param>
    /// <param name="severity">An error rejects the row.</param>
    /// <param name="suggestion">A value that would be accepted; null if there is none.</param>
    public void Report(string code, UserColumn? column, string message, IssueSeverity severity = IssueSeverity.Error, string? suggestion = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        var place = column is null ? new CellPlace(_row.Number) : _row.Place(column);
        _issues.Add(new ImportIssue
        {
            Code = code,
            Severity = severity,
            Row = place.Row,
            Column = column?.Key,
            Cell = place.Cell,
            Value = column is null ? null : _row[column],
            Message = message,
            Suggestion = suggestion,
        });
    }
}
