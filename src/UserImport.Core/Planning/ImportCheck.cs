using System.Globalization;
using System.Text.Json.Serialization;
using UserImport.Rows;

namespace UserImport.Planning;

/// <summary>The final check of an upload: what the import will do, and which rows may not be imported (section 6).</summary>
public sealed partial class ImportCheck
{
    internal ImportCheck()
    {
    }

    /// <summary>How many rows of each kind; the sum always holds (K1).</summary>
    public required RowCounts Rows { get; init; }

    /// <summary>What else is counted (K1).</summary>
    public required CheckCounts Counts { get; init; }

    /// <summary>The problems, by row; capped by <see cref="ImportLimits.ListedIssues"/>, the counts stay exact (K4).</summary>
    public required IReadOnlyList<ImportIssue> Issues { get; init; }

    /// <summary>The problems grouped by cause, the most frequent first (K4).</summary>
    public required IReadOnlyList<IssueGroup> Groups { get; init; }

    /// <summary>The rejected rows with what they held and why they are rejected, for the corrections workbook (K6).</summary>
    public required IReadOnlyList<RejectedRow> RejectedRows { get; init; }

    /// <summary>The keys of the optional columns that the file does not have; a corrections workbook leaves them out too (C4).</summary>
    public IReadOnlyList<string> AbsentColumns { get; init; } = [];

    /// <summary>What the import will do; empty if the file is refused.</summary>
    public required ChangeSet Changes { get; init; }

    /// <summary>The culture of the messages, as it was asked for (K3).</summary>
    [JsonConverter(typeof(CultureAsName))]
    public required CultureInfo Culture { get; init; }

    /// <summary>Why the file is refused as a whole; null if it is not (section 8).</summary>
    public ImportIssue? Refusal { get; init; }

    /// <summary>Whether there is anything to apply; also true where a brake is on, which wants an acknowledgement (K5).</summary>
    public bool CanApply => Refusal is null && Changes.Changes.Count > 0;
}

/// <summary>How many rows of each kind a file has: read = added + updated + unchanged + rejected + duplicates (K1).</summary>
/// <param name="Read">Rows that are not blank.</param>
/// <param name="Added">Rows that add a user.</param>
/// <param name="Updated">Rows that change a user.</param>
/// <param name="Unchanged">Rows that change nothing; an invitation alone is no change (K2).</param>
/// <param name="Rejected">Rows that are not imported.</param>
/// <param name="Duplicates">Rows that repeat another row (F1).</param>
public sealed record RowCounts(int Read, int Added, int Updated, int Unchanged, int Rejected, int Duplicates);

/// <summary>What a check counts besides rows (K1).</summary>
public sealed record CheckCounts
{
    /// <summary>Users who were active and will not be (A5).</summary>
    public int Deactivated { get; init; }

    /// <summary>Users who were not active and will be (A5).</summary>
    public int Reactivated { get; init; }

    /// <summary>Users whose email changes, a change of case included.</summary>
    public int EmailChanged { get; init; }

    /// <summary>Users who lose a value, by column key (A4).</summary>
    public IReadOnlyDictionary<string, int> Cleared { get; init; } = new Dictionary<string, int>();

    /// <summary>Users who keep a value because its column is absent, by column key (C4).</summary>
    public IReadOnlyDictionary<string, int> KeptAbsent { get; init; } = new Dictionary<string, int>();

    /// <summary>Invitations that will be sent.</summary>
    public int Invitations { get; init; }

    /// <summary>Invitations that are withheld, because the user will be inactive (F5).</summary>
    public int InvitationsWithheld { get; init; }

    /// <summary>Warnings in all.</summary>
    public int Warnings { get; init; }

    /// <summary>Notices in all.</summary>
    public int Notices { get; init; }
}

/// <summary>All problems with one cause (K4).</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Column">The key of the column; null if no single column is meant.</param>
/// <param name="Value">The value they share; null if there is none.</param>
/// <param name="Rows">How many rows have the problem.</param>
/// <param name="Suggestion">What was probably meant; null if nobody knows.</param>
/// <param name="Message">The same in words.</param>
public sealed record IssueGroup(string Code, string? Column, string? Value, int Rows, string? Suggestion, string Message);
