using System.Buffers;
using System.Globalization;
using System.Text;

namespace UserImport.Columns;

/// <summary>Text as the import takes it (R1): normalised, without surrounding white space and inner line breaks.</summary>
internal static class CellText
{
    // Line breaks and tabs; the older separators VT and FF count as line breaks, as in Unicode.
    private static readonly SearchValues<char> Breaks = SearchValues.Create("\t\n\u000B\f\r\u0085\u2028\u2029");

    private const char FirstMark = '\u0300';

    // The bound of Unicode's own stream-safe format (UAX 15).
    private const int MostMarks = 30;

    /// <summary>Returns the cleaned text; the same instance where nothing is to clean.</summary>
    public static string Clean(string text)
    {
        if (text.Length == 0) return text;
        if (!Ascii.IsValid(text)) text = Normalize(text, NormalizationForm.FormC);
        var start = 0;
        var end = text.Length;
        while (start < end && IsSurrounding(text[start])) start++;
        while (end > start && IsSurrounding(text[end - 1])) end--;
        if (end - start < text.Length) text = text[start..end];
        return text.AsSpan().ContainsAny(Breaks) ? JoinLines(text) : text;
    }

    /// <summary>
    /// Returns a text in a normal form; the text as it is where it has none, or where more marks are stacked on a letter than in any
    /// language: bringing them into order takes time with the square of their number.
    /// </summary>
    public static string Normalize(string text, NormalizationForm form)
    {
        if (HasEndlessMarks(text)) return text;
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text; // half a surrogate pair: a damaged cell, which its reader reports
        }
    }

    /// <summary>Turns each run of white space into one space, for comparing names (M3).</summary>
    public static string FoldSpaces(string text)
    {
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++)
            clean = !char.IsWhiteSpace(text[i]) || (text[i] == ' ' && (i == 0 || text[i - 1] != ' '));
        if (clean) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) folded.Append(c);
            else if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString();
    }

    /// <summary>Whether a text holds a character that nobody sees: in a number or an email it makes a silent second user.</summary>
    public static bool HasInvisible(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return false;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsControl(rune) || (!rune.IsAscii && (IsIgnorable(rune.Value) ||
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)))
                return true;
        return false;
    }

    /// <summary>Whether a text holds what no cell can: control characters or half a surrogate pair (R4).</summary>
    public static bool IsDamaged(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
                i++;
            }
            else if ((char.IsControl(c) && !Breaks.Contains(c)) || c is '\uFFFE' or '\uFFFF') return true;
        }
        return false;
    }

    // What Unicode lets a font leave out although it is no format character: joiners, fillers, variation selectors, tags; and the
    // blank of Braille.
    private static bool IsIgnorable(int c) => c is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x2065 or 0x2800 or
        0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0xE0000 and <= 0xE0FFF);

    private static bool IsSurrounding(char c) => char.IsWhiteSpace(c) || IsZeroWidth(c);

    // Soft hyphen, zero-width characters and direction marks, word joiner, byte order mark.
    private static bool IsZeroWidth(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';

    private static bool HasEndlessMarks(string text)
    {
        if (text.Length <= MostMarks || !text.AsSpan().ContainsAnyInRange(FirstMark, '\uFFFF')) return false;
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            marks = IsMark(rune) ? marks + 1 : 0;
            if (marks > MostMarks) return true;
        }
        return false;
    }

    // The two half-width sound marks of Japanese are letters that become marks in the compatible forms.
    private static bool IsMark(Rune rune) => rune.Value is 0xFF9E or 0xFF9F ||
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string JoinLines(string text)
    {
        var joined = new StringBuilder(text.Length);
        var inBreak = false;
        foreach (var c in text)
        {
            var isBreak = Breaks.Contains(c);
            if (!isBreak) joined.Append(c);
            else if (!inBreak) joined.Append(' ');
            inBreak = isBreak;
        }
        return joined.ToString();
    }
}
