namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// Gives the bytes of a part to an <see cref="System.Xml.XmlReader"/> in such pieces that a piece ends with the start tag of one
/// element: there the tokenizer can take over, and give back what it does not take. The reader never misses the bytes that it has
/// not seen, because between a start tag and an end tag, or a whole child, it does not matter what was there.
/// </summary>
internal sealed class Utf8Feed(Stream part, Utf8Window window, byte[] element) : Stream
{
    // A longer prefix is left to the XmlReader, and with it the part: the element may stand there unseen.
    private const int LongestPrefix = 32;

    private bool _isAtTag;
    private bool _isIrregular;

    /// <summary>
    /// Whether the bytes given last ended with the start tag of the element and the reader has not asked for more: if the element
    /// is also where the reader stands, the window begins with its content.
    /// </summary>
    public bool IsAtTag => _isAtTag && !_isIrregular;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        _isAtTag = false;
        if (window.Rest.IsEmpty && !window.Fill()) return 0;
        var (length, endsWithTag) = Next(buffer.Length);
        window.Rest[..length].CopyTo(buffer);
        window.Position += length;
        _isAtTag = endsWithTag;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    // How many bytes may be given, and whether they end with the start tag.
    private (int Length, bool EndsWithTag) Next(int most)
    {
        for (var from = 0; ;)
        {
            var rest = window.Rest[..Math.Min(window.Rest.Length, most)];
            var found = rest[from..].IndexOf(element);
            int cutOff;
            if (found < 0)
            {
                cutOff = rest.LastIndexOf((byte)'<');
                if (cutOff < 0 || rest[cutOff..].Contains((byte)'>')) return (rest.Length, false);
            }
            else
            {
                found += from;
                from = found + element.Length;
                cutOff = StartOfTag(rest, found);
                if (cutOff < 0) continue;
                var length = LengthOfTag(rest[cutOff..]);
                if (length > 0) return (cutOff + length, true);
                _isIrregular |= length < 0;
                if (length < 0) continue;
            }
            // A tag that is cut off waits for its rest, unless it is longer than any honest one.
            if (cutOff > 0) return (cutOff, false);
            _isIrregular |= rest.Length == most;
            if (rest.Length == most || !window.Fill()) return (rest.Length, false);
            from = 0;
        }
    }

    // The name may have a prefix in front; what is not the whole name of a start tag gives -1.
    private int StartOfTag(ReadOnlySpan<byte> bytes, int name)
    {
        var start = name - 1;
        if (start >= 0 && bytes[start] == ':')
        {
            var from = Math.Max(start - LongestPrefix - 1, 0);
            start = bytes[from..start].LastIndexOfAny("<>/ "u8);
            if (start >= 0) start += from;
            else _isIrregular = true;
        }
        return start >= 0 && bytes[start] == '<' ? start : -1;
    }

    // 0 if the tag is cut off, -1 if it is none: no value of an attribute can hold a '<'.
    private static int LengthOfTag(ReadOnlySpan<byte> bytes)
    {
        byte quote = 0;
        for (var i = 1; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '<') return -1;
            if (quote != 0) quote = b == quote ? (byte)0 : quote;
            else if (b is (byte)'"' or (byte)'\'') quote = b;
            else if (b == '>') return i + 1;
        }
        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) part.Dispose();
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
