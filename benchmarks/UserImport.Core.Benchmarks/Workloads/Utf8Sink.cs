using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace UserImport.Benchmarks.Workloads;

/// <summary>Writes XML as bytes; the stream stays open.</summary>
internal sealed class Utf8Sink(Stream target)
{
    private const int Reserve = 64;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>");

    private readonly byte[] _buffer = new byte[128 * 1024];
    private int _length;

    public Utf8Sink Raw(ReadOnlySpan<byte> bytes)
    {
        if (_buffer.Length - _length < bytes.Length) Flush();
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
        return this;
    }

    public Utf8Sink Number(int number)
    {
        if (_buffer.Length - _length < Reserve) Flush();
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written);
        _length += written;
        return this;
    }

    /// <summary>Writes the text of an element.</summary>
    public Utf8Sink Text(string text)
    {
        if (text.AsSpan().ContainsAny(Special))
            text = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        if (_buffer.Length - _length < text.Length * 3) Flush();
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
        return this;
    }

    public void Flush()
    {
        target.Write(_buffer, 0, _length);
        _length = 0;
    }
}
