namespace UserImport.Applying;

/// <summary>The stable codes that the library gives as <see cref="ChangeOutcome.Reason"/>; a host may add its own (P6).</summary>
public static class OutcomeReasons
{
    /// <summary>Changed since the check: a value of the user is neither the one seen nor the one planned.</summary>
    public const string UserChanged = "user.changed";

    /// <summary>Changed since the check: the user is gone.</summary>
    public const string UserMissing = "user.missing";

    /// <summary>Changed since the check: somebody added a user with that employee number, and with other values.</summary>
    public const string UserExists = "user.exists";

    /// <summary>Changed since the check: the user may no longer be changed (M9).</summary>
    public const string UserLocked = "user.locked";

    /// <summary>Changed since the check: the user is inactive, so nobody is invited (F5).</summary>
    public const string UserInactive = "user.inactive";

    /// <summary>Failed: another user has the address, and does not give it up in this batch (F2).</summary>
    public const string EmailTaken = "email.taken";

    /// <summary>Failed: a manager does not exist (F3).</summary>
    public const string ManagerMissing = "manager.missing";

    /// <summary>Failed, for a host to say: a company, department, function, team or language is no longer offered (M5).</summary>
    public const string UnitRetired = "unit.retired";

    /// <summary>Failed: a change that this one needs, or belongs together with, was not applied (P4).</summary>
    public const string NeedsNotApplied = "needs.notApplied";

    /// <summary>Already applied, by somebody else: the invitation that was planned is not sent.</summary>
    public const string InvitationNotSent = "invitation.notSent";
}
