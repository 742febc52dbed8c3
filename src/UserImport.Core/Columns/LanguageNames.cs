using UserImport.Resources;

namespace UserImport.Columns;

/// <summary>The names of languages that ship with the library: each language's own, and those in every shipped language (M8).</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "العربية", ["bg"] = "Български", ["ca"] = "Català", ["cs"] = "Čeština",
        ["da"] = "Dansk", ["de"] = "Deutsch", ["el"] = "Ελληνικά", ["en"] = "English",
        ["es"] = "Español", ["et"] = "Eesti", ["fi"] = "Suomi", ["fr"] = "Français",
        ["fy"] = "Frysk", ["ga"] = "Gaeilge", ["he"] = "עברית", ["hi"] = "हिन्दी",
        ["hr"] = "Hrvatski", ["hu"] = "Magyar", ["id"] = "Indonesia", ["is"] = "Íslenska",
        ["it"] = "Italiano", ["ja"] = "日本語", ["ko"] = "한국어", ["lt"] = "Lietuvių",
        ["lv"] = "Latviešu", ["mt"] = "Malti", ["nb"] = "Norsk bokmål", ["nl"] = "Nederlands",
        ["no"] = "Norsk", ["pl"] = "Polski", ["pt"] = "Português", ["ro"] = "Română",
        ["ru"] = "Русский", ["sk"] = "Slovenčina", ["sl"] = "Slovenščina", ["sr"] = "Српски",
        ["sv"] = "Svenska", ["th"] = "ไทย", ["tr"] = "Türkçe", ["uk"] = "Українська",
        ["vi"] = "Tiếng Việt", ["zh"] = "中文",
    };

    /// <summary>Returns what the export writes for a language: the host's name, the language's own, or the code.</summary>
    public static string OwnName(OrgLanguage language) => language.Name ?? Own.GetValueOrDefault(language.Code) ?? language.Code;

    /// <summary>Every text by which a cell may name a language: code, own name, name in any shipped language.</summary>
    public static IEnumerable<string> Spellings(OrgLanguage language)
    {
        yield return language.Code;
        yield return OwnName(language);
        if (Own.TryGetValue(language.Code, out var own)) yield return own;
        foreach (var messages in Messages.Shipped)
            if (messages.Find("language." + language.Code) is { } name)
                yield return name;
    }
}
