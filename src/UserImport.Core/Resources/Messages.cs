using System.Globalization;
using System.Resources;

namespace UserImport.Resources;

/// <summary>The texts of one shipped language. Adding a language means adding a resource file and its code here.</summary>
internal sealed class Messages
{
    private static readonly ResourceManager Texts = new("UserImport.Resources.Messages", typeof(Messages).Assembly);

    private readonly CultureInfo _culture;

    private Messages(string language)
    {
        Language = language;
        _culture = CultureInfo.GetCultureInfo(language);
    }

    /// <summary>English first: it is what everything falls back to.</summary>
    public static IReadOnlyList<Messages> Shipped { get; } = [new("en"), new("nl")];

    /// <summary>The language code.</summary>
    public string Language { get; }

    /// <summary>Returns the texts of a culture's language; English for null and for languages that do not ship.</summary>
    public static Messages For(CultureInfo? culture)
    {
        if (culture is not null)
            foreach (var messages in Shipped)
                if (culture.TwoLetterISOLanguageName == messages.Language)
                    return messages;
        return Shipped[0];
    }

    /// <summary>Returns a text that must be there.</summary>
    public string this[string key] =>
        Find(key) ?? throw new MissingManifestResourceException($"The text '{key}' is missing in the resources.");

    /// <summary>Returns a text, or null if there is none of that name.</summary>
    public string? Find(string key) => Texts.GetString(key, _culture);
}
