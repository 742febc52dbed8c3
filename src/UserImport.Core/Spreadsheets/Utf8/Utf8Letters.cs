using System.Runtime.Intrinsics;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// Tells texts in the letters of most languages, thirty-two bytes at once: of one, two or three bytes, well formed, and no control character
/// among them. What is near the few that are not allowed, such as everything that begins like U+FFFE, is left to whoever looks closer.
/// </summary>
internal static class Utf8Letters
{
    private const int Block = 32; // bytes of one vector, and bits of a mask

    /// <summary>Whether there is nothing to judge in a text in which nothing is to decode.</summary>
    public static bool Are(ReadOnlySpan<byte> text)
    {
        ulong following = 0; // where bytes that go on with a letter must stand, a bit each
        for (; text.Length >= Block; text = text[Block..])
            if (!AreIn(Vector256.Create(text[..Block]), ref following)) return false;
        if (text.IsEmpty) return following == 0;
        Span<byte> last = stackalloc byte[Block];
        last.Fill((byte)' ');
        text.CopyTo(last);
        return AreIn(Vector256.Create(last), ref following) && following == 0;
    }

    private static bool AreIn(Vector256<byte> bytes, ref ulong following)
    {
        var high = bytes.ExtractMostSignificantBits();
        // Not C0 and C1, which are too long for what they say, and not C2, behind which control characters stand.
        ulong two = IsIn(bytes, 0xC3, 0xDF);
        // Not E0, ED and EF: not all that follows them is allowed.
        ulong three = IsIn(bytes, 0xE1, 0xEE) & ~IsIn(bytes, 0xED, 0xED);
        following |= (two | three) << 1 | three << 2;
        var areFollowing = IsIn(bytes, 0x80, 0xBF) == (uint)following && (two | three | (uint)following) == high;
        following >>= Block;
        return areFollowing && IsIn(bytes, 0x7F, 0x7F) == 0;
    }

    private static uint IsIn(Vector256<byte> bytes, byte first, byte last) =>
        Vector256.LessThanOrEqual(bytes - Vector256.Create(first), Vector256.Create((byte)(last - first))).ExtractMostSignificantBits();
}
