using System.Text;

namespace UserImport.Spreadsheets.Cells;

/// <summary>The texts of one row as UTF-8; a text given out stays as it is until the row is cleared.</summary>
internal sealed class RowText
{
    private const int LargestBlock = 256 << 10;

    private byte[] _bytes = new byte[4096];
    private int _used;

    public void Clear()
    {
        _used = 0;
        if (_bytes.Length > LargestBlock) _bytes = new byte[4096];
    }

    public ReadOnlyMemory<byte> Add(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        return Take(Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_used)));
    }

    public ReadOnlyMemory<byte> Add(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_bytes.AsSpan(_used));
        return Take(text.Length);
    }

    // Texts given out keep the old block alive.
    private void Reserve(int room)
    {
        if (_bytes.Length - _used < room) (_bytes, _used) = (new byte[Math.Max(Math.Min(_bytes.Length * 2, LargestBlock), room)], 0);
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var added = _bytes.AsMemory(_used, length);
        _used += length;
        return added;
    }
}
