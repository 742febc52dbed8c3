using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>The email address (M6); whether it is free is judged on the final state (F2).</summary>
internal static class EmailRule
{
    public static void Judge(in RowHearing hearing)
    {
        if (hearing.WithdrawIfAsStored(UserColumns.Email))
        {
            hearing.Planned[UserColumns.Email] = hearing.Existing!.Email;
            return;
        }
        var text = EmailAddress.WithoutMailTo(hearing.Row[UserColumns.Email]);
        hearing.Planned[UserColumns.Email] = text;
        if (!hearing.HasValue(UserColumns.Email)) return;
        if (hearing.Existing is { } existing && CellText.Clean(existing.Email) is var stored &&
            (text == stored || UserKeys.OfEmail(text) == UserKeys.OfEmail(stored)))
        {
            hearing.Withdraw(UserColumns.Email);
            if (text == stored) hearing.Planned[UserColumns.Email] = existing.Email;
            return;
        }
        if (!hearing.HasIssue(UserColumns.Email) && !EmailAddress.IsValid(text, hearing.Options.AllowInternationalEmail))
            hearing.Report(UserColumns.Email, "invalid");
    }
}
