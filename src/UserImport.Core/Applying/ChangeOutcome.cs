namespace UserImport.Applying;

/// <summary>How one change ended (P6).</summary>
/// <param name="Change">The number of the change in its change set, from 0.</param>
/// <param name="Kind">How it ended.</param>
/// <param name="Reason">Why it was not applied; null if it was.</param>
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

    /// <summary>It could not be written, or needs a change that was not.</summary>
    Failed,

    /// <summary>It was never tried.</summary>
    NotAttempted,
}
