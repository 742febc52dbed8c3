using System.Buffers;

namespace UserImport.Spreadsheets.Writing;

/// <summary>
/// Takes what a ZIP archive writes synchronously and hands it on asynchronously: a response body refuses synchronous writes.
/// </summary>
internal sealed class StagingStream : Stream
{
    private const int Enough = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _staged = new(2 * Enough);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether enough is staged to be worth handing on.</summary>
    public bool IsFull => _staged.WrittenCount >= Enough;

    /// <summary>Hands on what is staged.</summary>
    public async Task DrainAsync(Stream destination, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await destination.WriteAsync(_staged.WrittenMemory, cancellationToken).ConfigureAwait(false);
        _staged.ResetWrittenCount();
    }

    public override void Write(ReadOnlySpan<byte> buffer) => _staged.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => _staged.Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
