using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace UserImport.Tests.Hostile;

/// <summary>A caller's stream that breaks at its nth call of any kind, with whatever exception it likes.</summary>
/// <param name="content">What can be read before.</param>
/// <param name="failure">What it throws.</param>
/// <param name="after">How many calls go well.</param>
internal sealed class FailingStream(byte[] content, Exception failure, int after) : Stream
{
    // Pieces as small as this bring out reads in the middle of whatever is read.
    private const int Piece = 600;

    private readonly MemoryStream _content = new(content);
    private int _calls;

    /// <summary>
    /// Every kind of exception that the library or what it calls catches or throws itself somewhere, those that it derives from, and
    /// some that nobody expects.
    /// </summary>
    public static IReadOnlyList<Func<Exception>> Failures { get; } =
    [
        () => new IOException(), () => new EndOfStreamException(), () => new InvalidDataException(), () => new FileNotFoundException(),
        () => new XmlException("of the host"), () => new JsonException("of the host"), () => new DecoderFallbackException(),
        () => new CultureNotFoundException(), () => new CryptographicException(), () => new FormatException(), () => new OverflowException(),
        () => new ArgumentException("of the host"), () => new ArgumentOutOfRangeException(), () => new InvalidOperationException(),
        () => new NotSupportedException(), () => new NotImplementedException(), () => new ObjectDisposedException("of the host"),
        () => new UnauthorizedAccessException(), () => new TimeoutException(), () => new InvalidCastException(), () => new OperationCanceledException(),
        () => new TaskCanceledException(), () => new ChangeSetException(ChangeSetFault.Damaged, "of the host"),
        () => new AggregateException(new IOException()), () => new StoppedException(), () => new BrokenException(),
    ];

    /// <summary>Whether the stream can seek.</summary>
    public bool IsSeekable { get; init; } = true;

    public override bool CanRead => true;
    public override bool CanSeek => IsSeekable;
    public override bool CanWrite => true;
    public override long Length => Count(IsSeekable ? _content.Length : throw new NotSupportedException());

    public override long Position
    {
        get => Count(IsSeekable ? _content.Position : throw new NotSupportedException());
        set => _content.Position = Count(value);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Count(_content.Read(buffer[..Math.Min(buffer.Length, Piece)]));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return Read(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        Count(0);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        Count(0);
    }

    public override long Seek(long offset, SeekOrigin origin) => Count(_content.Seek(offset, origin));
    public override void Flush() => throw new NotSupportedException("Only asynchronous writes are made.");
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Only asynchronous writes are made.");

    private T Count<T>(T result) => _calls++ >= after ? throw failure : result;

    private sealed class StoppedException : Exception;

    private sealed class BrokenException : SystemException;
}
