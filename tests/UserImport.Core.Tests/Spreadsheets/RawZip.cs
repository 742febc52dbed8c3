using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace UserImport.Tests.Spreadsheets;

/// <summary>Writes a ZIP archive record by record, so that each field can be made wrong.</summary>
internal sealed class RawZip
{
    private readonly List<RawEntry> _entries = [];

    /// <summary>Number of entries that the end record claims; null for the right one.</summary>
    public int? ClaimedEntries { get; set; }

    /// <summary>Size of the central directory that the end record claims; null for the right one.</summary>
    public long? ClaimedDirectoryBytes { get; set; }

    /// <summary>Offset of the central directory that the end record claims; null for the right one.</summary>
    public long? ClaimedDirectoryOffset { get; set; }

    /// <summary>Bytes behind the end record, counted in it as the archive's comment.</summary>
    public byte[] Comment { get; set; } = [];

    /// <summary>Whether the end is written in 64 bits.</summary>
    public bool IsZip64 { get; set; }

    /// <summary>Adds an entry and returns it, to be made odd.</summary>
    public RawEntry Add(string name, string content) => Add(name, new UTF8Encoding(false).GetBytes(content));

    /// <summary>Adds an entry and returns it, to be made odd.</summary>
    public RawEntry Add(string name, byte[] content)
    {
        var entry = new RawEntry(name, content);
        _entries.Add(entry);
        return entry;
    }

    /// <summary>The archive.</summary>
    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        foreach (var entry in _entries) entry.WriteLocal(file);
        var offset = file.Length;
        foreach (var entry in _entries) entry.WriteCentral(file);
        var size = file.Length - offset;
        if (IsZip64) WriteEnd64(file, _entries.Count, size, offset);
        file.Write("PK\x05\x06"u8);
        Put(file, 2, 0);
        Put(file, 2, 0);
        Put(file, 2, IsZip64 ? 0xFFFF : ClaimedEntries ?? _entries.Count);
        Put(file, 2, IsZip64 ? 0xFFFF : ClaimedEntries ?? _entries.Count);
        Put(file, 4, IsZip64 ? 0xFFFFFFFF : ClaimedDirectoryBytes ?? size);
        Put(file, 4, IsZip64 ? 0xFFFFFFFF : ClaimedDirectoryOffset ?? offset);
        Put(file, 2, Comment.Length);
        file.Write(Comment);
        return file.ToArray();
    }

    internal static void Put(Stream file, int bytes, long value)
    {
        Span<byte> raw = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(raw, value);
        file.Write(raw[..bytes]);
    }

    private static void WriteEnd64(MemoryStream file, int entries, long size, long offset)
    {
        var at = file.Length;
        file.Write("PK\x06\x06"u8);
        foreach (var (bytes, value) in new[] { (8, 44L), (2, 45), (2, 45), (4, 0), (4, 0), (8, entries), (8, entries), (8, size), (8, offset) })
            Put(file, bytes, value);
        file.Write("PK\x06\x07"u8);
        foreach (var (bytes, value) in new[] { (4, 0L), (8, at), (4, 1) }) Put(file, bytes, value);
    }
}

/// <summary>One entry of a <see cref="RawZip"/>; what is not set is right.</summary>
internal sealed class RawEntry(string name, byte[] content)
{
    private static readonly uint[] CrcOfByte = [.. Enumerable.Range(0, 256).Select(value =>
        Enumerable.Range(0, 8).Aggregate((uint)value, (crc, _) => (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1))];

    private long _offset;
    private byte[] _packed = [];

    public string Name { get; set; } = name;
    public byte[] Content { get; set; } = content;
    public bool IsStored { get; set; }
    public bool HasDescriptor { get; set; }
    public bool HasZip64Extra { get; set; }
    public int Flags { get; set; }
    public int? Method { get; set; }
    public uint? Crc { get; set; }
    public long? ClaimedBytes { get; set; }
    public long? ClaimedPackedBytes { get; set; }
    public long? ClaimedOffset { get; set; }

    /// <summary>Bytes that stand for the packed content.</summary>
    public byte[]? Packed { get; set; }

    /// <summary>How many bytes the packed content has.</summary>
    public long PackedLength => (Packed ?? (IsStored ? Content : Deflate(Content))).Length;

    internal void WriteLocal(MemoryStream file)
    {
        _offset = file.Length;
        _packed = Packed ?? (IsStored ? Content : Deflate(Content));
        file.Write("PK\x03\x04"u8);
        WriteCommon(file, HasDescriptor ? 0 : Crc32Of(Content), HasDescriptor ? 0 : _packed.Length, HasDescriptor ? 0 : Content.Length, 0);
        file.Write(Encoding.UTF8.GetBytes(Name));
        file.Write(_packed);
        if (!HasDescriptor) return;
        file.Write("PK\x07\x08"u8);
        RawZip.Put(file, 4, Crc32Of(Content));
        RawZip.Put(file, 4, _packed.Length);
        RawZip.Put(file, 4, Content.Length);
    }

    internal void WriteCentral(MemoryStream file)
    {
        file.Write("PK\x01\x02"u8);
        RawZip.Put(file, 2, 45);
        long bytes = ClaimedBytes ?? Content.Length, packed = ClaimedPackedBytes ?? _packed.Length, offset = ClaimedOffset ?? _offset;
        WriteCommon(file, Crc ?? Crc32Of(Content), HasZip64Extra ? uint.MaxValue : packed, HasZip64Extra ? uint.MaxValue : bytes,
            HasZip64Extra ? 28 : 0);
        RawZip.Put(file, 2, 0);
        RawZip.Put(file, 2, 0);
        RawZip.Put(file, 2, 0);
        RawZip.Put(file, 4, 0);
        RawZip.Put(file, 4, HasZip64Extra ? uint.MaxValue : offset);
        file.Write(Encoding.UTF8.GetBytes(Name));
        if (!HasZip64Extra) return;
        foreach (var (size, value) in new[] { (2, 1L), (2, 24), (8, bytes), (8, packed), (8, offset) }) RawZip.Put(file, size, value);
    }

    /// <summary>The checksum, byte by byte: slow, and independent of the one under test.</summary>
    public static uint Crc32Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = CrcOfByte[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private void WriteCommon(MemoryStream file, uint crc, long packed, long bytes, int extra)
    {
        RawZip.Put(file, 2, 45);
        RawZip.Put(file, 2, Flags | (HasDescriptor ? 8 : 0) | 0x800);
        RawZip.Put(file, 2, Method ?? (IsStored ? 0 : 8));
        RawZip.Put(file, 4, 0x21 << 16);
        RawZip.Put(file, 4, crc);
        RawZip.Put(file, 4, packed);
        RawZip.Put(file, 4, bytes);
        RawZip.Put(file, 2, Encoding.UTF8.GetByteCount(Name));
        RawZip.Put(file, 2, extra);
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest)) deflate.Write(content);
        return packed.ToArray();
    }
}
