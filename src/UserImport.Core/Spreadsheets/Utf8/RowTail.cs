namespace UserImport.Spreadsheets.Utf8;

/// <summary>
/// Remembers what follows the number in a row's start tag: programs write the same for thousands of rows, and what is equal need
/// not be read again.
/// </summary>
internal sealed class RowTail
{
    private byte[] _bytes = [];
    private bool _isEmpty;

    /// <summary>Whether the bytes at a position are the known ones.</summary>
    public bool Matches(ReadOnlySpan<byte> s, int at, out bool isEmpty, out int length)
    {
        (isEmpty, length) = (_isEmpty, _bytes.Length);
        return length > 0 && s.Length - at > length && s.Slice(at, length).SequenceEqual(_bytes);
    }

    /// <summary>Learns from a tag that was read in full; only one that begins with its number is of use.</summary>
    public void Learn(ReadOnlySpan<byte> tag, int digits, bool isEmpty)
    {
        var head = "<row r=\"".Length;
        if (!tag.StartsWith("<row r=\""u8) || tag[head + digits] != '"') return;
        var tail = tag[(head + digits + 1)..];
        if (!tail.SequenceEqual(_bytes)) _bytes = tail.ToArray();
        _isEmpty = isEmpty;
    }
}
