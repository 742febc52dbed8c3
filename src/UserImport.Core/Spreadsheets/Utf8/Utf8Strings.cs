using System.Text;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Utf8;

/// <summary>Reads strings, shared and inline, with all their runs (R1).</summary>
internal sealed class Utf8Strings(Utf8Names names, Utf8Text text, ImportLimits limits, NodeBudget effort)
{
    private const int DeepestSkipped = 6;

    private byte[] _joined = new byte[1024];
    private int _length;
    private int _parts;

    /// <summary>Reads up to and over the end tag of that name; the bytes are those of the window's buffer.</summary>
    public Step Read(
        byte[] buffer, ref int position, ReadOnlySpan<byte> endName, out ReadOnlyMemory<byte> value, out bool isDamaged)
    {
        (value, isDamaged) = (default, false);
        (_length, _parts) = (0, 0);
        var at = position;
        while (true)
        {
            var step = NextTag(buffer, ref at, out var tag);
            if (step != Step.Done) return step;
            if (tag.IsEnd)
            {
                if (!tag.Name.SequenceEqual(endName)) return Step.Unsure;
                position = at;
                return Finish(ref value, isDamaged);
            }
            if (tag.Name.SequenceEqual("t"u8)) step = ReadPlain(buffer, ref at, tag, ref value, ref isDamaged);
            else if (tag.Name.SequenceEqual("r"u8)) step = ReadRun(buffer, ref at, tag, ref value, ref isDamaged);
            else if (tag.Name.SequenceEqual("rPh"u8) || tag.Name.SequenceEqual("phoneticPr"u8)) step = Skip(buffer, ref at, tag);
            else return Step.Unsure;
            if (step != Step.Done) return step;
        }
    }

    /// <summary>Reads the text of an element up to and over its end tag.</summary>
    public Step ReadText(byte[] buffer, ref int at, Utf8Tag tag, bool escapes, out ReadOnlyMemory<byte> value, out bool isDamaged)
    {
        (value, isDamaged) = (default, false);
        if (tag.IsEmpty) return Step.Done;
        var start = at;
        var step = Utf8Text.Scan(buffer, at, out at, out var needs);
        if (step != Step.Done) return step;
        var end = at;
        step = Utf8Tag.Read(buffer, ref at, names, out var closing);
        if (step != Step.Done) return step;
        if (!closing.IsEnd || !closing.Name.SequenceEqual(tag.Name)) return Step.Unsure;
        return text.Decode(buffer.AsMemory(start, end - start), needs, escapes, out value, out isDamaged);
    }

    /// <summary>Reads over the text of an element and its end tag.</summary>
    public Step SkipText(byte[] buffer, ref int at, Utf8Tag tag)
    {
        if (tag.IsEmpty) return Step.Done;
        var start = at;
        var step = Utf8Text.Scan(buffer, at, out at, out var needs);
        if (step != Step.Done) return step;
        if (!text.IsWellFormed(buffer.AsSpan(start, at - start), needs)) return Step.Unsure;
        step = Utf8Tag.Read(buffer, ref at, names, out var closing);
        if (step != Step.Done) return step;
        return closing.IsEnd && closing.Name.SequenceEqual(tag.Name) ? Step.Done : Step.Unsure;
    }

    /// <summary>Moves over white space to the next tag, and over that; any other text is unsure.</summary>
    public Step NextTag(ReadOnlySpan<byte> s, ref int at, out Utf8Tag tag)
    {
        while (s[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
        var step = Utf8Tag.Read(s, ref at, names, out tag);
        effort.Add(1 + tag.Attributes);
        return step;
    }

    private Step ReadRun(byte[] buffer, ref int at, Utf8Tag run, ref ReadOnlyMemory<byte> value, ref bool isDamaged)
    {
        if (run.IsEmpty) return Step.Done;
        while (true)
        {
            var step = NextTag(buffer, ref at, out var tag);
            if (step != Step.Done) return step;
            if (tag.IsEnd) return tag.Name.SequenceEqual("r"u8) ? Step.Done : Step.Unsure;
            if (tag.Name.SequenceEqual("t"u8)) step = ReadPlain(buffer, ref at, tag, ref value, ref isDamaged);
            else if (tag.Name.SequenceEqual("rPr"u8)) step = Skip(buffer, ref at, tag);
            else return Step.Unsure;
            if (step != Step.Done) return step;
        }
    }

    private Step ReadPlain(byte[] buffer, ref int at, Utf8Tag tag, ref ReadOnlyMemory<byte> value, ref bool isDamaged)
    {
        var step = ReadText(buffer, ref at, tag, escapes: true, out var part, out var isPartDamaged);
        if (step != Step.Done) return step;
        // Two halves of a surrogate pair may stand in two runs.
        if (isPartDamaged && _parts > 0) return Step.Unsure;
        isDamaged |= isPartDamaged;
        if (_parts == 1 && isDamaged) return Step.Unsure;
        if (_parts++ == 0)
        {
            value = part;
            return Step.Done;
        }
        if (_parts == 2) Join(value.Span);
        Join(part.Span);
        return Step.Done;
    }

    private void Join(ReadOnlySpan<byte> part)
    {
        if (_joined.Length - _length < part.Length)
            Array.Resize(ref _joined, Math.Max(_joined.Length * 2, _length + part.Length));
        part.CopyTo(_joined.AsSpan(_length));
        _length += part.Length;
    }

    private Step Finish(ref ReadOnlyMemory<byte> value, bool isDamaged)
    {
        if (_parts < 2) return Step.Done;
        if (isDamaged || Encoding.UTF8.GetCharCount(_joined.AsSpan(0, _length)) > limits.CellCharacters) return Step.Unsure;
        value = text.Keep(_joined.AsSpan(0, _length));
        return Step.Done;
    }

    // What is skipped must be well formed all the same.
    private Step Skip(byte[] buffer, ref int at, Utf8Tag tag)
    {
        if (tag.IsEmpty) return Step.Done;
        Span<(int Start, int Length)> open = stackalloc (int, int)[DeepestSkipped];
        open[0] = (tag.NameStart, tag.Name.Length);
        for (var depth = 1; depth > 0;)
        {
            var start = at;
            var step = Utf8Text.Scan(buffer, at, out at, out var needs);
            if (step != Step.Done) return step;
            if (!text.IsWellFormed(buffer.AsSpan(start, at - start), needs)) return Step.Unsure;
            step = Utf8Tag.Read(buffer, ref at, names, out var inner);
            effort.Add(1 + inner.Attributes);
            if (step != Step.Done) return step;
            if (inner.IsEnd)
            {
                depth--;
                if (!inner.Name.SequenceEqual(buffer.AsSpan(open[depth].Start, open[depth].Length))) return Step.Unsure;
            }
            else if (!inner.IsEmpty)
            {
                if (depth == DeepestSkipped) return Step.Unsure;
                open[depth++] = (inner.NameStart, inner.Name.Length);
            }
        }
        return Step.Done;
    }
}
