namespace UserImport.Spreadsheets.Cells;

/// <summary>Reads the codes of number formats, such as <c>dd-mm-yyyy</c> and <c>00000</c> (R2).</summary>
internal static class FormatCode
{
    private const sbyte Date = -1;

    /// <summary>Judges a format that every spreadsheet program knows by its number.</summary>
    public static sbyte OfBuiltIn(int id) => id switch
    {
        1 => 1, // "0"
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => Date,
        _ => 0,
    };

    /// <summary>Judges a code: -1 for a date or time, else how many zeros make up its first section (0: not zeros alone).</summary>
    public static sbyte Judge(ReadOnlySpan<char> code)
    {
        if (HasDateToken(code)) return Date;
        if (code.StartsWith("[$-")) code = code[(code.IndexOf(']') + 1)..];
        var end = code.IndexOf(';');
        var first = end < 0 ? code : code[..end];
        return first.IndexOfAnyExcept('0') < 0 ? (sbyte)Math.Min(first.Length, sbyte.MaxValue) : (sbyte)0;
    }

    // A letter of a date, outside quotes, brackets and escapes.
    private static bool HasDateToken(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = EndOf(code, i, '"');
                    break;
                case '[':
                    var end = EndOf(code, i, ']');
                    if (IsElapsed(code[(i + 1)..Math.Max(end, i + 1)])) return true;
                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'G' or 'g' when code[i..].StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'E' or 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-':
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e' or 'E':
                    return true;
            }
        }
        return false;
    }

    private static int EndOf(ReadOnlySpan<char> code, int from, char closing)
    {
        var length = code[(from + 1)..].IndexOf(closing);
        return length < 0 ? code.Length - 1 : from + 1 + length;
    }

    // [h], [mm], [s]: time that runs beyond a day.
    private static bool IsElapsed(ReadOnlySpan<char> inside) =>
        !inside.IsEmpty && (inside.IndexOfAnyExcept('h', 'H') < 0 || inside.IndexOfAnyExcept('m', 'M') < 0 ||
            inside.IndexOfAnyExcept('s', 'S') < 0);
}
