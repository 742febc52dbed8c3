using UserImport.Planning.FinalState;

namespace UserImport.Tests.Reference;

/// <summary>A file as the reference judge takes it: which columns it has, and its rows.</summary>
internal sealed record GivenFile(IReadOnlyList<string> Columns, IReadOnlyList<Given> Rows)
{
    public bool Has(string column) => Columns.Contains(column);
}

/// <summary>One row: what its cells hold by column key, as text after R1. A blank cell has no entry.</summary>
internal sealed record Given(int Row, IReadOnlyDictionary<string, GivenCell> Cells)
{
    public GivenCell? Cell(string column) => Cells.GetValueOrDefault(column);
}

/// <summary>One cell; spaces before and after a text say nothing (R1), and the judge does not see them.</summary>
internal sealed record GivenCell(string Text, CellMark Mark = CellMark.Text, string Before = "", string After = "");

/// <summary>What kind of cell it was.</summary>
internal enum CellMark
{
    Text,
    Number,
    Flag,
    Date,
    Error,
    Damaged,
}

/// <summary>What becomes of a row.</summary>
internal enum Fate
{
    Added,
    Updated,
    Unchanged,
    Rejected,
    Duplicate,
}

/// <summary>The verdict on one row: errors if it is rejected, else warnings and notices.</summary>
internal sealed record Verdict(int Row, Fate Fate, IReadOnlySet<string> Codes, IReadOnlySet<string> ChangedColumns, bool Invited);

/// <summary>The verdicts on all rows, and the users as they stand afterwards.</summary>
internal sealed record Judgement(IReadOnlyList<Verdict> Verdicts, IReadOnlyList<FinalUser> FinalState, JudgedCounts Counts);

/// <summary>One user in the final state; <paramref name="Managers"/> are employee numbers.</summary>
internal sealed record FinalUser(UserRecord Values, IReadOnlySet<string> Managers, int? Row);

/// <summary>What the judge counts (K1, K5).</summary>
internal sealed record JudgedCounts(
    int Deactivated, int Reactivated, int EmailChanged, int EmailMoved, IReadOnlyDictionary<string, int> Cleared, int LosingAValue,
    int AcceptedExisting, int Invitations, int Withheld, int Shifted, int InactiveManagersAtLeast, int InactiveManagersAtMost);
