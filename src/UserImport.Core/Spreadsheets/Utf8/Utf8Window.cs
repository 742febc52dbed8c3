namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// A window over the bytes of a part. Behind its last byte stand zeros, at which every loop of the tokenizer stops, so that none
/// of them has to ask where the window ends.
/// </summary>
internal sealed class Utf8Window
{
    // A row or string that is longer is nothing that a program writes: the XmlReader takes it.
    private const int LargestBytes = 4 << 20;

    private const int Sentinels = 64;

    private readonly Stream _source;
    private byte[] _buffer;

    /// <param name="source">The bytes of the part.</param>
    /// <param name="bytes">How large the window is at first; it grows with the longest row or string.</param>
    public Utf8Window(Stream source, int bytes)
    {
        _source = source;
        _buffer = new byte[bytes + Sentinels];
    }

    /// <summary>Where the bytes are that nobody has taken.</summary>
    public int Position { get; set; }

    /// <summary>Where they end.</summary>
    public int End { get; private set; }

    /// <summary>The whole window with its sentinels.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>The bytes that nobody has taken.</summary>
    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(Position, End - Position);

    /// <summary>Gets more bytes behind those that nobody has taken, which move; false if there are none, or no room.</summary>
    public bool Fill()
    {
        var rest = End - Position;
        var capacity = _buffer.Length - Sentinels;
        if (rest > capacity / 2)
        {
            if (capacity >= LargestBytes) return false;
            var larger = new byte[capacity * 2 + Sentinels];
            Rest.CopyTo(larger);
            _buffer = larger;
            capacity *= 2;
        }
        else Rest.CopyTo(_buffer);
        var got = _source.ReadAtLeast(_buffer.AsSpan(rest, capacity - rest), capacity - rest, throwOnEndOfStream: false);
        (Position, End) = (0, rest + got);
        _buffer.AsSpan(End, Sentinels).Clear();
        return got > 0;
    }
}
