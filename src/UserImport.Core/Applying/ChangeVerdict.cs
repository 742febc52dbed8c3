using UserImport.Changes;
using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>What becomes of one change, judged by its own user alone.</summary>
/// <param name="Kind">How it ends; applied as long as nothing speaks against writing it.</param>
/// <param name="Reason">Why it is not written.</param>
/// <param name="Current">The user as they stand; null for a new one.</param>
/// <param name="Columns">The columns to write.</param>
internal readonly record struct ChangeVerdict(
    ChangeOutcomeKind Kind, string? Reason, UserRecord? Current, IReadOnlyCollection<string> Columns)
{
    /// <summary>Whether the change is to be written.</summary>
    public bool IsWritten => Kind == ChangeOutcomeKind.Applied;

    /// <summary>Whether what needs this change has it.</summary>
    public bool Stands => Kind is ChangeOutcomeKind.Applied or ChangeOutcomeKind.AlreadyApplied;

    /// <summary>Judges a change by what its user looks like now (P4).</summary>
    public static ChangeVerdict Of(UserChange change, LoadedUsers users) => change.Kind switch
    {
        ChangeKind.Added => OfAdded(change, users.WithNumber(change.After.EmployeeNumber)),
        ChangeKind.Invited => OfInvited(users.Find((change.Before ?? change.After).EmployeeNumber)),
        _ => OfUpdated(change, change.Before ?? throw MissingBefore(), users.Find(change.Before.EmployeeNumber)),
    };

    /// <summary>The same change, failed after all.</summary>
    public static ChangeVerdict Failed(string reason) => new(ChangeOutcomeKind.Failed, reason, null, []);

    private static ChangeVerdict OfAdded(UserChange change, IReadOnlyList<UserRecord> existing)
    {
        if (existing.Count == 0) return Write(null, UserComparison.AllColumns(change.After));
        foreach (var user in existing)
            if (UserComparison.StillStands(change.After, change.After, user)) return AlreadyApplied(change);
        return Changed(OutcomeReasons.UserExists);
    }

    private static ChangeVerdict OfInvited(UserRecord? current) => current switch
    {
        null => Changed(OutcomeReasons.UserMissing),
        { Active: false } => Changed(OutcomeReasons.UserInactive),
        _ => Write(current, []),
    };

    private static ChangeVerdict OfUpdated(UserChange change, UserRecord before, UserRecord? current)
    {
        if (current is null) return Changed(OutcomeReasons.UserMissing);
        var columns = UserComparison.Differences(before, change.After);
        var sameVersion = before.Version is { } version && version == current.Version;
        if (sameVersion || UserComparison.StillStands(before, change.After, current))
            return current.Locked is null ? Write(current, columns) : Changed(OutcomeReasons.UserLocked);
        return UserComparison.AgreeIn(columns, change.After, current) ? AlreadyApplied(change) : Changed(OutcomeReasons.UserChanged);
    }

    private static ChangeVerdict Write(UserRecord? current, IReadOnlyCollection<string> columns) =>
        new(ChangeOutcomeKind.Applied, null, current, columns);

    // Whoever brought the user there has seen to the invitation: sent twice it would do harm, and the reason says it (F5).
    private static ChangeVerdict AlreadyApplied(UserChange change) => new(
        ChangeOutcomeKind.AlreadyApplied, change.SendInvitation ? OutcomeReasons.InvitationNotSent : null, null, []);

    private static ChangeVerdict Changed(string reason) => new(ChangeOutcomeKind.ChangedSince, reason, null, []);

    private static ArgumentException MissingBefore() => new("An update carries the user as seen at the check.");
}
