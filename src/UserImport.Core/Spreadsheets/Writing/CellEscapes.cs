using System.Buffers;
using System.Globalization;
using System.Text;

namespace UserImport.Spreadsheets.Writing;

/// <summary>
/// Text as a workbook stores it: what XML cannot hold stands as <c>_xHHHH_</c>, and so does the start of what only looks like that.
/// </summary>
internal static class CellEscapes
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n']), '_', '\uFFFE', '\uFFFF',
         .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    /// <summary>Returns the stored form of a text; the same instance where nothing is to escape.</summary>
    public static string Encode(string text)
    {
        var at = text.AsSpan().IndexOfAny(Suspects);
        if (at < 0) return text;
        StringBuilder? encoded = null;
        for (var i = at; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                encoded?.Append(c).Append(text[++i]);
                if (encoded is null) i++;
            }
            else if (c == '_' ? LooksEscaped(text.AsSpan(i)) : Suspects.Contains(c))
            {
                encoded ??= new StringBuilder(text, 0, i, text.Length + 16);
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            }
            else encoded?.Append(c);
        }
        return encoded?.ToString() ?? text;
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] is 'x' or 'X' && text[6] == '_' &&
        char.IsAsciiHexDigit(text[2]) && char.IsAsciiHexDigit(text[3]) &&
        char.IsAsciiHexDigit(text[4]) && char.IsAsciiHexDigit(text[5]);
}
