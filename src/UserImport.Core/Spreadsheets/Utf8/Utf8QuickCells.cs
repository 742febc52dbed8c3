using System.Buffers.Binary;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// Reads cells in the spelling that all programs use: <c>&lt;c r="B2" s="1" t="s"&gt;&lt;v&gt;7&lt;/v&gt;&lt;/c&gt;</c>. Anything else it leaves alone.
/// </summary>
internal sealed class Utf8QuickCells(CellSink cells, ImportLimits limits)
{
    private static readonly ulong CellStart = U64("<c r=\"\0\0"u8);
    private static readonly ulong StyleStart = U64(" s=\"\0\0\0\0"u8);
    private static readonly ulong SharedStart = U64(" t=\"s\"><"u8);
    private static readonly ulong InlineStart = U64(" t=\"inli"u8);
    private static readonly ulong ValueEnd = U64("</v></c>"u8);
    private static readonly ulong TextStart = U64("<is><t>\0"u8);
    private static readonly ulong TextEnd = U64("</t></is"u8);

    private ulong _row;
    private ulong _rowMask;
    private int _rowLength;

    /// <summary>Begins a row with the digits of its number; without them no cell is read here.</summary>
    public void BeginRow(ReadOnlySpan<byte> digits)
    {
        _rowLength = digits.IsEmpty ? 0 : digits.Length + 1;
        if (_rowLength is 0 or > 8)
        {
            _rowLength = 0;
            return;
        }
        Span<byte> pattern = stackalloc byte[8];
        pattern.Clear();
        digits.CopyTo(pattern);
        pattern[digits.Length] = (byte)'"';
        _row = U64(pattern);
        _rowMask = ulong.MaxValue >> (64 - 8 * _rowLength);
    }

    /// <summary>Reads one cell and moves behind it; false, without any effect, if it is spelt otherwise.</summary>
    public bool TryRead(byte[] buffer, ref int position, SheetRow row, Utf8Text text, ref int column)
    {
        ReadOnlySpan<byte> s = buffer;
        var at = position;
        if ((U64(s[at..]) & 0xFFFF_FFFF_FFFF) != CellStart || _rowLength == 0) return false;
        at += 6;
        var found = 0;
        for (uint letter; (letter = (uint)s[at] - 'A') <= 25 && found < 1_000; at++) found = found * 26 + (int)letter + 1;
        if (found is 0 or > CellAddress.LastColumn || (U64(s[at..]) & _rowMask) != _row) return false;
        at += _rowLength;

        var style = 0;
        var word = U64(s[at..]);
        if ((uint)word == (uint)StyleStart)
        {
            at += 4;
            var start = at;
            for (uint digit; (digit = (uint)s[at] - '0') <= 9 && at - start < 9; at++) style = style * 10 + (int)digit;
            if (s[at] != '"' || at == start) return false;
            at++;
            word = U64(s[at..]);
        }
        bool read;
        if (word == SharedStart) read = TryReadShared(s, at + 7, ref position, row, found, style);
        else if (word == InlineStart) read = TryReadInline(buffer, at, ref position, row, found, style, text);
        else if ((byte)word == '>') read = TryReadNumber(buffer, at + 1, ref position, row, found, style);
        else if ((ushort)word == ('/' | '>' << 8))
        {
            position = at + 2;
            read = true;
        }
        else return false;
        if (read) column = found;
        return read;
    }

    private bool TryReadShared(ReadOnlySpan<byte> s, int at, ref int position, SheetRow row, int column, int style)
    {
        if (s[at] != '<' || s[at + 1] != 'v' || s[at + 2] != '>') return false;
        at += 3;
        var start = at;
        var index = 0;
        for (uint digit; (digit = (uint)s[at] - '0') <= 9 && at - start < 9; at++) index = index * 10 + (int)digit;
        if (at == start || U64(s[at..]) != ValueEnd) return false;
        if (!cells.Strings.TryGet(index, out var text, out var isDamaged) || isDamaged)
            cells.Add(row, new SheetCell(column, CellKind.Damaged, style, default));
        else if (!text.IsEmpty) cells.Add(row, new SheetCell(column, CellKind.Text, style, text));
        position = at + 8;
        return true;
    }

    private bool TryReadInline(byte[] buffer, int at, ref int position, SheetRow row, int column, int style, Utf8Text text)
    {
        ReadOnlySpan<byte> s = buffer;
        if (!s[at..].StartsWith(" t=\"inlineStr\">"u8)) return false;
        at += " t=\"inlineStr\">".Length;
        if ((U64(s[at..]) & 0xFF_FFFF_FFFF_FFFF) == TextStart) at += 7;
        else if (s[at..].StartsWith("<is><t xml:space=\"preserve\">"u8)) at += "<is><t xml:space=\"preserve\">".Length;
        else return false;
        var start = at;
        if (Utf8Text.Scan(s, ref at, out var needs) != Step.Done) return false;
        if (U64(s[at..]) != TextEnd || !s[(at + 8)..].StartsWith("></c>"u8)) return false;
        ReadOnlyMemory<byte> value = buffer.AsMemory(start, at - start);
        var isDamaged = false;
        if ((needs != Utf8Text.Needs.Nothing || value.Length > limits.CellCharacters) &&
            text.Decode(value, needs, escapes: true, out value, out isDamaged) != Step.Done) return false;
        if (isDamaged) cells.Add(row, new SheetCell(column, CellKind.Damaged, style, default));
        else if (!value.IsEmpty) cells.Add(row, new SheetCell(column, CellKind.Text, style, value));
        position = at + 13;
        return true;
    }

    // Only whole numbers: the others are judged where all numbers are.
    private bool TryReadNumber(byte[] buffer, int at, ref int position, SheetRow row, int column, int style)
    {
        ReadOnlySpan<byte> s = buffer;
        if (s[at] != '<' || s[at + 1] != 'v' || s[at + 2] != '>') return false;
        at += 3;
        var start = at;
        while ((uint)s[at] - '0' <= 9 && at - start < 15) at++;
        if (at == start || U64(s[at..]) != ValueEnd) return false;
        cells.Add(row, new SheetCell(column, CellKind.Number, style, buffer.AsMemory(start, at - start)));
        position = at + 8;
        return true;
    }

    private static ulong U64(ReadOnlySpan<byte> s) => BinaryPrimitives.ReadUInt64LittleEndian(s);
}
