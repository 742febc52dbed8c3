using System.Runtime.ExceptionServices;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>
/// The caller's stream from its present position on, as a file of its own: position 0 is where the caller left it. It remembers
/// whether the caller's stream itself failed, so that such an exception is told from damage. Disposing it disposes nothing.
/// </summary>
internal sealed class UploadStream : Stream
{
    private readonly Stream _inner;
    private readonly long _start;
    private long _position;
    private ExceptionDispatchInfo? _failure;

    public UploadStream(Stream inner)
    {
        _inner = inner;
        _start = inner.Position;
        Length = Math.Max(inner.Length - _start, 0);
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }

    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var want = (int)Math.Clamp(Length - _position, 0, buffer.Length);
        if (want == 0) return 0;
        try
        {
            if (_inner.Position != _start + _position) _inner.Position = _start + _position;
            var got = _inner.Read(buffer[..want]);
            _position += got;
            return got;
        }
        catch (SystemException e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Fills the buffer from a position on; returns how many bytes there were.</summary>
    public int ReadAt(long position, Span<byte> buffer)
    {
        Position = position;
        return this.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
    }

    /// <summary>
    /// Judges an exception of somebody who read this stream: returns the refusal of a damaged file, unless the caller's stream
    /// had failed; then its own exception, which others wrap or replace, is thrown again.
    /// </summary>
    public WorkbookRefusedException Judge(string reason)
    {
        _failure?.Throw();
        return WorkbookRefusedException.Damaged(reason);
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
