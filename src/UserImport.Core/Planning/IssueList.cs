using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Planning;

/// <summary>Lists the problems of a check up to a cap, counts them all, and groups them by cause (K4).</summary>
internal sealed class IssueList(int mostListed, IssueWriter writer)
{
    private readonly List<ImportIssue> _listed = [];
    private readonly Dictionary<(string Code, string? Column, string? Value), Group> _groups = [];

    public IReadOnlyList<ImportIssue> Listed => _listed;

    public int Warnings { get; private set; }

    public int Notices { get; private set; }

    /// <summary>Adds the problems of a row, or one of the whole file.</summary>
    public void Add(IEnumerable<ImportIssue> issues)
    {
        foreach (var issue in issues)
        {
            if (issue.Severity is IssueSeverity.Warning) Warnings++;
            else if (issue.Severity is IssueSeverity.Notice) Notices++;
            if (_listed.Count < mostListed) _listed.Add(issue);
            if (issue.Row is not null) Count(issue);
        }
    }

    /// <summary>Returns the groups, the most frequent first.</summary>
    public IReadOnlyList<IssueGroup> Groups() =>
        [.. _groups.Values.OrderByDescending(group => group.Rows).ThenBy(group => group.First.Row).Take(mostListed).Select(Write)];

    private void Count(ImportIssue issue)
    {
        var key = (issue.Code, issue.Column, issue.Value);
        if (!_groups.TryGetValue(key, out var group)) _groups.Add(key, group = new Group(issue));
        if (group.LastRow == issue.Row) return;
        group.Rows++;
        group.LastRow = issue.Row;
    }

    // "'Finanace' is not a department: 112 rows; did you mean 'Finance'?"
    private IssueGroup Write(Group group)
    {
        var issue = group.First;
        var said = issue.Suggestion is null ? "" : writer.Fill("suggestion", ("suggestion", issue.Suggestion));
        var isSaid = said.Length > 0 && issue.Message.EndsWith(said, StringComparison.Ordinal);
        // What a message says of one row only does not fit a group.
        var cause = writer.Messages.Find("group." + issue.Code) is not null
            ? writer.Fill("group." + issue.Code, ("value", issue.Value))
            : (isSaid ? issue.Message[..^said.Length] : issue.Message).TrimEnd('.');
        var message = writer.Fill(group.Rows == 1 ? "group.row" : "group.rows", ("message", cause), ("rows", group.Rows),
            ("suggestion", isSaid ? writer.Fill("suggestion.group", ("suggestion", issue.Suggestion)) : "."));
        return new IssueGroup(issue.Code, issue.Column, issue.Value, group.Rows, issue.Suggestion, message);
    }

    private sealed class Group(ImportIssue first)
    {
        public ImportIssue First { get; } = first;

        public int Rows { get; set; }

        public int? LastRow { get; set; }
    }
}
