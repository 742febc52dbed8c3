using UserImport.Applying;

namespace OnlineAcademy;

/// <summary>The codes of outcomes as people read them.</summary>
public static class Reasons
{
    /// <summary>Returns the English text of an outcome.</summary>
    public static string Text(ChangeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Reason switch
        {
            OutcomeReasons.UserChanged => "Somebody changed this user since the check; nothing was overwritten.",
            OutcomeReasons.UserMissing => "This user no longer exists.",
            OutcomeReasons.UserExists => "Somebody added a user with this number since the check.",
            OutcomeReasons.UserLocked => "This user may no longer be changed.",
            OutcomeReasons.UserInactive => "This user is inactive, so there was no invitation.",
            OutcomeReasons.EmailTaken => "Another user has the email address.",
            OutcomeReasons.ManagerMissing => "A manager does not exist.",
            OutcomeReasons.UnitRetired => "A company, department, function, team or language is no longer offered.",
            OutcomeReasons.NeedsNotApplied => "A change that this one needs was not written.",
            OutcomeReasons.InvitationNotSent => "Stood already; the invitation was not sent.",
            null => outcome.Kind == ChangeOutcomeKind.NotAttempted ? "Not tried." : "Not written.",
            var other => other,
        };
    }
}
