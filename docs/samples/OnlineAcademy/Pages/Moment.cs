using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace OnlineAcademy.Pages;

/// <summary>Moments as people read them, wherever they live: with the name of the month, and in UTC.</summary>
public static class Moment
{
    /// <summary>Returns a moment in UTC as text in a language.</summary>
    public static string Text(DateTime moment, CultureInfo culture) => moment.ToString("d MMM yyyy, HH:mm 'UTC'", culture);

    /// <summary>Returns a moment in UTC as an element of a page.</summary>
    public static IHtmlContent Of(DateTime moment, CultureInfo culture) => new HtmlString(string.Create(CultureInfo.InvariantCulture,
        $"<time datetime=\"{moment:yyyy-MM-ddTHH:mm:ssZ}\">{Text(moment, culture)}</time>"));
}
