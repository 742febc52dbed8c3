namespace UserImport.Applying;

/// <summary>How an import ended: an outcome for each change of its change set (P6).</summary>
public sealed record ImportResult
{
    /// <summary>The change set that was applied.</summary>
    public required Guid ChangeSetId { get; init; }

    /// <summary>One outcome a change, in the order of the changes.</summary>
    public required IReadOnlyList<ChangeOutcome> Outcomes { get; init; }

    /// <summary>How many changes were written.</summary>
    public int Applied => Count(ChangeOutcomeKind.Applied);

    /// <summary>How many changes stood already.</summary>
    public int AlreadyApplied => Count(ChangeOutcomeKind.AlreadyApplied);

    /// <summary>How many changes were skipped, because the user has changed since the check.</summary>
    public int ChangedSince => Count(ChangeOutcomeKind.ChangedSince);

    /// <summary>How many changes could not be written.</summary>
    public int Failed => Count(ChangeOutcomeKind.Failed);

    /// <summary>How many changes were never tried.</summary>
    public int NotAttempted => Count(ChangeOutcomeKind.NotAttempted);

    private int Count(ChangeOutcomeKind kind) => Outcomes.Count(outcome => outcome.Kind == kind);
}
