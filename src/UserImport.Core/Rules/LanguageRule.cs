using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>The language, by code or name (M8).</summary>
internal static class LanguageRule
{
    public static void Judge(in RowHearing hearing)
    {
        if (hearing.WithdrawIfAsStored(UserColumns.Language))
        {
            hearing.Planned[UserColumns.Language] = hearing.Existing!.Language;
            return;
        }
        var text = hearing.Row[UserColumns.Language];
        hearing.Planned[UserColumns.Language] = text;
        if (!hearing.HasValue(UserColumns.Language)) return;
        var language = hearing.Index.FindLanguage(text);
        if (hearing.Existing is { Language: var stored } && IsKept(stored, text, language))
        {
            hearing.Withdraw(UserColumns.Language);
            hearing.Planned[UserColumns.Language] = stored;
            return;
        }
        if (hearing.HasIssue(UserColumns.Language)) return;
        if (language is not null) hearing.Planned[UserColumns.Language] = language.Code;
        if (language is null)
            hearing.Report(UserColumns.Language, "unknown", suggestion: hearing.Index.ClosestLanguage(text), arguments: [("valid", Offered(hearing))]);
        else if (language.IsRetired) hearing.Report(UserColumns.Language, "retired", arguments: [("valid", Offered(hearing))]);
    }

    // What names the language that the user has, even one that is not offered any more, changes nothing (M5).
    private static bool IsKept(string stored, string text, OrgLanguage? language) =>
        language is not null
            ? NameKey.Same(language.Code, stored)
            : LanguageNames.Spellings(new OrgLanguage(stored)).Any(spelling => NameKey.Same(spelling, text));

    private static string Offered(in RowHearing hearing) => string.Join(", ", hearing.Index.LanguagesInUse);
}
