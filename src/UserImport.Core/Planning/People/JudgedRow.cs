using UserImport.Columns;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.People;

/// <summary>A row judged by itself (step 1 of section 5).</summary>
internal class JudgedRow(UserRow row, UserRecord? existing, PlannedUser planned, List<ImportIssue> issues)
{
    public UserRow Row { get; } = row;

    public int Number => Row.Number;

    public UserRecord? Existing { get; } = existing;

    public PlannedUser Planned { get; } = planned;

    public List<ImportIssue> Issues { get; } = issues;

    /// <summary>The columns of which it is known that they say what is stored of the user.</summary>
    public ColumnSet AsStored { get; init; }

    /// <summary>The managers as last looked up, beside the addresses of the cell; null if nobody looked them up.</summary>
    public ManagerFinding[]? Managers { get; set; }
}
