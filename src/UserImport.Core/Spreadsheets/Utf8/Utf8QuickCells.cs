using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// Reads cells in the spelling that all programs use: <c>&lt;c r="B2" s="1" t="s"&gt;&lt;v&gt;7&lt;/v&gt;&lt;/c&gt;</c>. Anything
/// else it leaves alone.
/// </summary>
internal sealed class Utf8QuickCells(CellSink cells, ImportLimits limits)
{
    private const int Heads = 32;
    private const int Otherwise = -1;
    private const ulong SixBytes = 0xFFFF_FFFF_FFFF;

    private readonly CellHead[] _heads = new CellHead[Heads];

    /// <summary>Reads cells as long as they are spelt so, and returns where the first one begins that is not.</summary>
    /// <param name="buffer">The window.</param>
    /// <param name="position">Where the first cell may begin.</param>
    /// <param name="row">The row that gets the cells.</param>
    /// <param name="digits">The digits of its number.</param>
    /// <param name="text">Decodes what is to decode.</param>
    /// <param name="column">The column of the cell before; becomes that of the last cell read.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(byte[] buffer, int position, SheetRow row, RowDigits digits, Utf8Text text, ref int column)
    {
        ReadOnlySpan<byte> s = buffer;
        if (digits.Length == 0) return position;
        var heads = _heads;
        var expected = column;
        var strings = cells.Strings.View;
        while (true)
        {
            var word = U64(s, position);
            if ((word & SixBytes) != U64("<c r=\"\0\0"u8, 0)) return position;
            var at = position + 7;
            var letter = (uint)(byte)(word >> 48) - 'A';
            if (letter > 25) return position;
            var found = (int)letter + 1;
            for (; (letter = (uint)s[at] - 'A') <= 25 && found <= CellAddress.LastColumn; at++)
                found = found * 26 + (int)letter + 1;
            if (found > CellAddress.LastColumn || !digits.Matches(U64(s, at))) return position;
            at += digits.Length;

            // Mostly it is the next column: to be told so, and not by the letter, is not to wait for the letter.
            if (found != ++expected) expected = found;
            ref var head = ref heads[expected & (Heads - 1)];
            if (!head.Matches(s[at..]) && !head.TryLearn(s[at..])) return position;
            at += head.Length;
            at = head.Content switch
            {
                CellContent.Shared => ReadShared(s, at, row, found, head.Style, strings),
                CellContent.Inline => ReadInline(buffer, at, row, found, head.Style, text),
                CellContent.Number => ReadNumber(buffer, at, row, found, head.Style),
                _ => at,
            };
            if (at == Otherwise) return position;
            (position, column) = (at, found);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadShared(ReadOnlySpan<byte> s, int at, SheetRow row, int column, int style, in SharedStringsView strings)
    {
        // Up to seven digits at once: the first byte that is none is found, the bytes behind the digits are shifted out.
        var word = U64(s, at) ^ 0x3030_3030_3030_3030;
        var others = (word + 0x7676_7676_7676_7676 | word) & 0x8080_8080_8080_8080;
        var bits = BitOperations.TrailingZeroCount(others) & ~7;
        if (bits is 0 or 64 || U64(s, at + bits / 8) != U64("</v></c>"u8, 0)) return Otherwise;
        var index = EightDigits(word << (64 - bits));
        if (strings.TryGet(index, out var block, out var start, out var length))
            cells.Add(row, column, CellKind.Text, style, block, start, length, isShared: true);
        else if (!cells.Strings.TryGet(index, out _, out var isDamaged) || isDamaged) cells.Add(row, column, CellKind.Damaged, style, null, 0, 0);
        return at + bits / 8 + "</v></c>".Length;
    }

    // Neighbours are joined: two digits, four, eight; the first digit is in the lowest byte.
    private static int EightDigits(ulong digits)
    {
        digits = (digits * 10 + (digits >> 8)) & 0x00FF_00FF_00FF_00FF;
        digits = (digits * 100 + (digits >> 16)) & 0x0000_FFFF_0000_FFFF;
        return (int)(uint)(digits * 10_000 + (digits >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadInline(byte[] buffer, int at, SheetRow row, int column, int style, Utf8Text text)
    {
        const string Preserve = " xml:space=\"preserve\">";
        ReadOnlySpan<byte> s = buffer;
        if (s[at] == '>') at++;
        else if (s[at..].StartsWith(" xml:space=\"preserve\">"u8)) at += Preserve.Length;
        else return Otherwise;
        var start = at;
        var needs = Utf8Text.Needs.Nothing;
        at = Utf8Text.EndOfPlain(s, at);
        if (at < 0 && Utf8Text.Scan(s, start, out at, out needs) != Step.Done) return Otherwise;
        if (U64(s, at) != U64("</t></is"u8, 0) || U64(s, at + 5) >> 24 != U64("\0\0\0></c>"u8, 0) >> 24) return Otherwise;
        var length = at - start;
        if (needs != Utf8Text.Needs.Nothing || length > limits.CellCharacters)
        {
            if (!TryAddDecoded(buffer.AsMemory(start, length), needs, row, column, style, text)) return Otherwise;
        }
        else if (length > 0) cells.Add(row, column, CellKind.Text, style, buffer, start, length);
        return at + "</t></is></c>".Length;
    }

    private bool TryAddDecoded(ReadOnlyMemory<byte> raw, Utf8Text.Needs needs, SheetRow row, int column, int style, Utf8Text text)
    {
        if (text.Decode(raw, needs, escapes: true, out var value, out var isDamaged) != Step.Done) return false;
        if (isDamaged) cells.Add(row, column, CellKind.Damaged, style, null, 0, 0);
        else if (!value.IsEmpty) cells.Add(row, new SheetCell(column, CellKind.Text, style, value));
        return true;
    }

    // Only whole numbers: the others are judged where all numbers are.
    private int ReadNumber(byte[] buffer, int at, SheetRow row, int column, int style)
    {
        ReadOnlySpan<byte> s = buffer;
        var start = at;
        while ((uint)s[at] - '0' <= 9 && at - start < 15) at++;
        if (at == start || U64(s, at) != U64("</v></c>"u8, 0)) return Otherwise;
        cells.Add(row, column, CellKind.Number, style, buffer, start, at - start);
        return at + "</v></c>".Length;
    }

    // Of bytes in the code it is a constant, which a static field would not be (MethodImplOptions.AggressiveOptimization).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong U64(ReadOnlySpan<byte> s, int at) => BinaryPrimitives.ReadUInt64LittleEndian(s[at..]);
}
