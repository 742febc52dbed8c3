namespace UserImport.Tests.Docs;

using UserImport;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Rules;

public sealed class NoPrivateEmail : IRowRule
{
    public void Check(UserRow row, RuleContext context)
    {
        var email = row[UserColumns.Email];
        if (!email.EndsWith("@gmail.com", StringComparison.OrdinalIgnoreCase)) return;
        if (context.Existing is { } user && UserKeys.OfEmail(user.Email) == UserKeys.OfEmail(email)) return; // what a user keeps
        context.Report("email.private", UserColumns.Email, context.Language == "nl"
            ? "Gebruik het e-mailadres van het bedrijf."
            : "Use the email address of the company.");
    }
}
