using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>
/// The unpacked bytes of a part, counted and summed: its limit, the compression ratio, and at its end length and checksum are
/// enforced here, because <see cref="System.IO.Compression.ZipArchive"/> verifies none of them.
/// </summary>
internal sealed class PartStream : Stream
{
    private const long RatioAfterBytes = 8 << 20;

    private readonly Stream _inner;
    private readonly UploadStream _file;
    private readonly ZipRecord _record;
    private readonly PartLimit _limit;
    private readonly int _ratio;
    private readonly ReadingMeter _meter;
    private readonly CancellationToken _ct;
    private uint _crc;
    private long _read;
    private bool _ended;

    public PartStream(Stream inner, UploadStream file, ZipRecord record, PartLimit limit, int ratio, ReadingMeter meter,
        CancellationToken ct)
    {
        (_inner, _file, _record, _limit, _ratio, _meter, _ct) = (inner, file, record, limit, ratio, meter, ct);
        // What a part claims is never trusted, but it need not be unpacked to be refused by its own word.
        if (record.Bytes > limit.Bytes) throw WorkbookRefusedException.TooLarge(limit.Name, record.Bytes, limit.Bytes);
        RequireRatio(record.Bytes);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        _ct.ThrowIfCancellationRequested();
        if (_ended || buffer.IsEmpty) return 0;
        var got = ReadInner(buffer);
        if (got == 0)
        {
            VerifyEnd();
            return 0;
        }
        _read += got;
        _meter.InflatedBytes += got;
        if (_read > _limit.Bytes) throw WorkbookRefusedException.TooLarge(_limit.Name, _read, _limit.Bytes);
        if (_read > _record.Bytes) throw WorkbookRefusedException.Damaged("a part is longer than the archive says");
        RequireRatio(_read);
        _crc = Crc32.Append(_crc, buffer[..got]);
        return got;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <summary>Reads what is left, so that the end is verified.</summary>
    public void Drain()
    {
        if (_ended) return;
        var buffer = new byte[16 * 1024];
        while (Read(buffer) > 0)
        {
        }
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return _inner.Read(buffer);
        }
        catch (SystemException e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw _file.Judge("a part cannot be unpacked");
        }
    }

    private void VerifyEnd()
    {
        _ended = true;
        if (_read != _record.Bytes) throw WorkbookRefusedException.Damaged("a part ends early");
        if (_crc != _record.Crc32) throw WorkbookRefusedException.Damaged("a checksum does not match");
    }

    private void RequireRatio(long bytes)
    {
        if (bytes <= RatioAfterBytes || bytes <= _record.PackedBytes * (double)_ratio) return;
        var seen = (long)Math.Ceiling(bytes / (double)Math.Max(_record.PackedBytes, 1));
        throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.CompressionRatio), seen, _ratio);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inner.Dispose();
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
