using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>What a host writes for one batch, and how each change ends if the transaction commits.</summary>
public sealed class BatchDecision
{
    /// <summary>The users to write, in order: whatever one needs comes before it, or needs it too.</summary>
    public required IReadOnlyList<UserWrite> Writes { get; init; }

    /// <summary>Those of the writes whose users get an invitation: at most one a user, in the batch's transaction (F5, P6).</summary>
    public IEnumerable<UserWrite> Invitations => Writes.Where(write => write.Change.SendInvitation);

    /// <summary>An outcome for each change of the batch, in the order of its changes.</summary>
    public required IReadOnlyList<ChangeOutcome> Outcomes { get; init; }
}

/// <summary>One user to write.</summary>
/// <param name="Change">The change behind it: an added user is inserted, an updated one updated; an invited one is left as it is.</param>
/// <param name="User">The user as they shall stand.</param>
/// <param name="Columns">The keys of the columns that change; all of them for an added user.</param>
/// <param name="ChangesEmail">Whether an existing user gets another address by M6, so that the present one is parked first (F2).</param>
public sealed record UserWrite(UserChange Change, UserRecord User, IReadOnlyCollection<string> Columns, bool ChangesEmail);
