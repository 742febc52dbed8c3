using System.Globalization;

namespace OnlineAcademy;

/// <summary>The texts of pages and reports in one language; the English text itself is the key.</summary>
public sealed class Texts(CultureInfo culture)
{
    /// <summary>The languages of the pages.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "nl"];

    /// <summary>The texts in the language of the request.</summary>
    public static Texts OfRequest => new(CultureInfo.CurrentUICulture);

    /// <summary>The language.</summary>
    public CultureInfo Culture { get; } = culture;

    /// <summary>Returns a text; its English one where there is no other.</summary>
    public string this[string english] =>
        Culture.TwoLetterISOLanguageName == "nl" && Dutch.Texts.TryGetValue(english, out var dutch) ? dutch : english;

    /// <summary>Returns a text with values in it.</summary>
    public string this[string english, params object?[] values] => string.Format(Culture, this[english], values);
}
