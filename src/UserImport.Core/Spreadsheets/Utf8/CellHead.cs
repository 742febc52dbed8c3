using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// What stands between a cell's address and its content, such as <c> s="1" t="s"&gt;&lt;v&gt;</c>. Programs write the same for a
/// column in every row, so it is compared at once with what stood there before.
/// </summary>
internal struct CellHead
{
    private static readonly Vector256<byte> Places = Vector256.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);

    private Vector256<byte> _bytes;
    private Vector256<byte> _mask;

    /// <summary>How many bytes it has; 0 if it has learnt nothing.</summary>
    public int Length { get; private set; }

    /// <summary>The index of the cell's format.</summary>
    public int Style { get; private set; }

    /// <summary>What follows.</summary>
    public CellContent Content { get; private set; }

    /// <summary>Whether it stands there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Matches(ReadOnlySpan<byte> s) =>
        ((Vector256.Create(s[..Vector256<byte>.Count]) ^ _bytes) & _mask) == Vector256<byte>.Zero && Length > 0;

    /// <summary>Learns what stands there, byte by byte; false if it is spelt otherwise.</summary>
    public bool TryLearn(ReadOnlySpan<byte> s)
    {
        var (at, style) = (0, 0);
        if (s.StartsWith(" s=\""u8))
        {
            at = 4;
            for (uint digit; (digit = (uint)s[at] - '0') <= 9 && at < 13; at++) style = style * 10 + (int)digit;
            if (s[at] != '"' || at == 4) return false;
            at++;
        }
        var (content, length) = ContentOf(s[at..]);
        if (length == 0 || at + length > Vector256<byte>.Count) return false;
        (Length, Style, Content) = (at + length, style, content);
        _bytes = Vector256.Create(s[..Vector256<byte>.Count]);
        _mask = Vector256.LessThan(Places, Vector256.Create((byte)Length));
        return true;
    }

    // The tag of an inline text is left open: a space to be preserved may follow.
    private static (CellContent Content, int Length) ContentOf(ReadOnlySpan<byte> s) =>
        s.StartsWith(" t=\"s\"><v>"u8) ? (CellContent.Shared, " t=\"s\"><v>".Length) :
        s.StartsWith("><v>"u8) ? (CellContent.Number, "><v>".Length) :
        s.StartsWith(" t=\"n\"><v>"u8) ? (CellContent.Number, " t=\"n\"><v>".Length) :
        s.StartsWith(" t=\"inlineStr\"><is><t"u8) ? (CellContent.Inline, " t=\"inlineStr\"><is><t".Length) :
        s.StartsWith("/>"u8) ? (CellContent.Blank, "/>".Length) : (CellContent.Blank, 0);
}
