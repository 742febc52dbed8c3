namespace UserImport.Applying;

/// <summary>How one change ended (P6).</summary>
/// <param name="Change">The number of the change in its change set, from 0.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Reason">Why, as a stable code of <see cref="OutcomeReasons"/> or in a host's own words; null if there is nothing to say.</param>
/// <remarks>A host keeps all three in the record of a batch, and an answer from the record gives them back as they are (P5).</remarks>
public sealed record ChangeOutcome(int Change, ChangeOutcomeKind Kind, string? Reason = null);

/// <summary>How a change can end; each ends as exactly one of these.</summary>
public enum ChangeOutcomeKind
{
    /// <summary>It was written.</summary>
    Applied,

    /// <summary>The user already stood as planned.</summary>
    AlreadyApplied,

    /// <summary>The user has changed since the check, or is gone; nothing was overwritten (P4).</summary>
    ChangedSince,

    /// <summary>It could not be written, or needs a change that was not applied.</summary>
    Failed,

    /// <summary>It was never tried.</summary>
    NotAttempted,
}
