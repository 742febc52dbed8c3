using UserImport.Columns;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.People;

/// <summary>A row, its user if the lookup gave one, and the columns that say what is stored of them.</summary>
internal readonly record struct MatchedRow(UserRow Row, int Ordinal, UserRecord? User, ColumnSet AsStored)
{
    /// <summary>What the row plans for that user; null if nobody has judged it yet.</summary>
    public PlannedUser? Planned { get; init; }

    /// <summary>What is wrong with that.</summary>
    public List<ImportIssue>? Issues { get; init; }
}
