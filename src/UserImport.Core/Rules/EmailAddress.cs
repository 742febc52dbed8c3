using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>The grammar of an email address (M6): that of HTML's <c>input type=email</c>, with a dot in the domain.</summary>
internal static class EmailAddress
{
    private const string MailTo = "mailto:";
    private const int LongestLocalPart = 64;
    private const int LongestAddress = 254;
    private const int LongestLabel = 63;

    /// <summary>Removes <c>mailto:</c>, which a copied link has in front.</summary>
    public static string WithoutMailTo(string text) =>
        text.StartsWith(MailTo, StringComparison.OrdinalIgnoreCase) ? CellText.Clean(text[MailTo.Length..]) : text;

    /// <summary>Whether a text is one address; the local part in ASCII unless international ones are allowed.</summary>
    public static bool IsValid(string text, bool allowInternational)
    {
        var key = UserKeys.OfEmail(text);
        var at = key.LastIndexOf('@');
        if (at is < 1 or > LongestLocalPart || key.Length > LongestAddress) return false;
        foreach (var c in key.AsSpan(0, at))
            if (!IsLocal(c) && !(allowInternational && IsInternational(c)))
                return false;
        return IsDomain(key.AsSpan(at + 1));
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var labels = 0;
        foreach (var range in domain.Split('.'))
        {
            var label = domain[range];
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-') return false;
            foreach (var c in label)
                if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                    return false;
            labels++;
        }
        return labels > 1;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || ".!#$%&'*+/=?^_`{|}~-".Contains(c);

    private static bool IsInternational(char c) => c > '\u007F' && !char.IsWhiteSpace(c) && !char.IsControl(c);
}
