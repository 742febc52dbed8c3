using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using UserImport.Columns;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>Text between two tags: found at one go, decoded only where something is to decode.</summary>
internal sealed class Utf8Text(ImportLimits limits, NodeBudget effort)
{
    /// <summary>What the bytes of a text ask for.</summary>
    [Flags]
    internal enum Needs : byte
    {
        Nothing = 0,
        Stop = 1,
        Decoding = 2,
        Escapes = 4,
        Judging = 8,
        Brackets = 16,
        XmlReader = 32,
    }

    private static readonly Needs[] Table = MakeTable();

    // Where C1 control characters, the two non-characters and DEL are among valid UTF-8.
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create((byte[])[0x7F, 0xC2, 0xEF]);

    private readonly RowText _decoded = new();
    private byte[] _bytes = new byte[1024];
    private char[] _chars = new char[1024];

    /// <summary>Forgets all decoded texts, which nobody reads any more.</summary>
    public void Clear() => _decoded.Clear();

    /// <summary>Keeps a decoded text until all are forgotten.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> decoded) => _decoded.Add(decoded);

    /// <summary>Finds the tag that ends a text of which nothing is to decode or to judge; -1 for any other text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int EndOfPlain(ReadOnlySpan<byte> s, int at)
    {
        while (true)
        {
            var bytes = Vector256.Create(s.Slice(at, Vector256<byte>.Count));
            var first = (Vector256.LessThan(bytes.AsSByte(), Vector256.Create((sbyte)0x20)).AsByte() | Marks(bytes)).ExtractMostSignificantBits();
            if (first != 0)
            {
                at += BitOperations.TrailingZeroCount(first);
                return s[at] == '<' ? at : -1;
            }
            at += Vector256<byte>.Count;
        }
    }

    /// <summary>Finds the tag that ends a text, and what the text asks for.</summary>
    public static Step Scan(ReadOnlySpan<byte> s, int at, out int end, out Needs needs)
    {
        var all = Needs.Nothing;
        var start = at;
        while (true)
        {
            var bytes = Vector256.Create(s.Slice(at, Vector256<byte>.Count));
            var special = (Vector256.LessThan(bytes, Vector256.Create((byte)0x20)) | Marks(bytes)).ExtractMostSignificantBits();
            var plain = BitOperations.TrailingZeroCount(special);
            if ((bytes.ExtractMostSignificantBits() & ~(uint)(ulong.MaxValue << plain)) != 0) all |= Needs.Judging;
            at += plain;
            if (special == 0) continue;
            all |= Table[s[at]];
            if ((all & Needs.Stop) != 0) break;
            at++;
        }
        needs = all & ~Needs.Stop;
        if (needs == Needs.Judging && Utf8Letters.Are(s[start..at])) needs = Needs.Nothing;
        end = at;
        if (s[at] == 0) return Step.More;
        return s[at] != '<' || (all & Needs.XmlReader) != 0 ? Step.Unsure : Step.Done;
    }

    // Two signs that differ in one bit are found together: '<' and '>', '_' and DEL.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Marks(Vector256<byte> bytes) =>
        Vector256.Equals(bytes, Vector256.Create((byte)'&')) |
        Vector256.Equals(bytes & Vector256.Create((byte)0xFD), Vector256.Create((byte)'<')) |
        Vector256.Equals(bytes & Vector256.Create((byte)0xDF), Vector256.Create((byte)'_'));

    /// <summary>Decodes a text; the memory is that of the window if nothing was to decode.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="needs">What the scan found.</param>
    /// <param name="escapes">Whether escapes such as <c>_x000D_</c> are to be decoded.</param>
    /// <param name="decoded">The text.</param>
    /// <param name="isDamaged">Whether it holds what no cell can.</param>
    public Step Decode(ReadOnlyMemory<byte> text, Needs needs, bool escapes, out ReadOnlyMemory<byte> decoded, out bool isDamaged)
    {
        (decoded, isDamaged) = (text, false);
        if (needs != Needs.Nothing)
        {
            if ((needs & Needs.Brackets) != 0 && text.Span.IndexOf("]]>"u8) >= 0) return Step.Unsure;
            if ((needs & Needs.Decoding) != 0)
            {
                if (!Utf8Entities.TryDecode(text.Span, effort, ref _bytes, out var length)) return Step.Unsure;
                decoded = _decoded.Add(_bytes.AsSpan(0, length));
                needs |= Needs.Judging | Needs.Escapes;
            }
            if ((needs & Needs.Judging) != 0 && !System.Text.Unicode.Utf8.IsValid(decoded.Span)) return Step.Unsure;
            var hasEscapes = escapes && (needs & Needs.Escapes) != 0 && decoded.Span.IndexOf("_x"u8) >= 0;
            if (hasEscapes || ((needs & Needs.Judging) != 0 && decoded.Span.ContainsAny(Suspicious)))
                Judge(ref decoded, hasEscapes, out isDamaged);
        }
        return decoded.Length <= limits.CellCharacters || Encoding.UTF8.GetCharCount(decoded.Span) <= limits.CellCharacters
            ? Step.Done : Step.Unsure;
    }

    /// <summary>Whether an XmlReader would take the text, whatever it says.</summary>
    public bool IsWellFormed(ReadOnlySpan<byte> text, Needs needs) =>
        ((needs & Needs.Brackets) == 0 || text.IndexOf("]]>"u8) < 0) &&
        ((needs & Needs.Decoding) == 0 || Utf8Entities.TryDecode(text, effort, ref _bytes, out _)) &&
        ((needs & Needs.Judging) == 0 || System.Text.Unicode.Utf8.IsValid(text));

    private void Judge(ref ReadOnlyMemory<byte> text, bool hasEscapes, out bool isDamaged)
    {
        if (_chars.Length < text.Length) _chars = new char[text.Length];
        var chars = _chars.AsSpan(0, Encoding.UTF8.GetChars(text.Span, _chars));
        if (hasEscapes)
        {
            effort.Add(chars.Length / EscapedText.Length);
            chars = chars[..EscapedText.Decode(chars)];
        }
        isDamaged = CellText.IsDamaged(chars);
        if (isDamaged) text = default;
        else if (hasEscapes) text = _decoded.Add(chars);
    }

    private static Needs[] MakeTable()
    {
        var table = new Needs[256];
        for (var b = 0; b < 256; b++)
            table[b] = b switch
            {
                '<' => Needs.Stop,
                '>' => Needs.Brackets, // legal unless it ends a CDATA section that never began
                '&' or '\r' => Needs.Decoding,
                '_' => Needs.Escapes,
                '\t' or '\n' => Needs.Nothing,
                < 0x20 => Needs.Stop | Needs.XmlReader,
                >= 0x7F => Needs.Judging,
                _ => Needs.Nothing,
            };
        return table;
    }
}
