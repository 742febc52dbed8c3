using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>Some changes that are applied in one transaction, and the library's decision what to write (P4, P5).</summary>
public sealed partial class ChangeBatch
{
    /// <summary>The change set that the batch is part of.</summary>
    public required Guid ChangeSetId { get; init; }

    /// <summary>Where the batch stands in its change set, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The changes, whatever a change needs before it.</summary>
    public required IReadOnlyList<UserChange> Changes { get; init; }

    /// <summary>Numbers of changes in earlier batches that were not applied; what needs them is not applied either.</summary>
    public IReadOnlySet<int> NotApplied { get; init; } = new HashSet<int>();
}
