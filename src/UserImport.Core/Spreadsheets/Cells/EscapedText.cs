using System.Globalization;

namespace UserImport.Spreadsheets.Cells;

/// <summary>The escapes of workbooks, <c>_x000D_</c> for a character that XML cannot hold (R1).</summary>
internal static class EscapedText
{
    /// <summary>How many characters an escape has.</summary>
    public const int Length = 7;

    /// <summary>Decodes the escapes in place and returns the new length; what comes out of one is never part of another.</summary>
    public static int Decode(Span<char> text)
    {
        var read = text.IndexOf("_x");
        if (read < 0) return text.Length;
        var write = read;
        while (read < text.Length)
        {
            if (TryDecode(text[read..], out var c))
            {
                text[write++] = c;
                read += Length;
            }
            else text[write++] = text[read++];
        }
        return write;
    }

    private static bool TryDecode(ReadOnlySpan<char> text, out char c)
    {
        c = default;
        if (text.Length < Length || text[0] != '_' || text[1] != 'x' || text[6] != '_') return false;
        var digits = text.Slice(2, 4);
        if (!ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) return false;
        c = (char)code;
        return true;
    }
}
