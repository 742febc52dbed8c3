using System.Buffers.Binary;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>What the end of a ZIP archive says about its central directory; nothing of it is trusted beyond the file's length.</summary>
internal readonly record struct ZipEnd(long Entries, long DirectoryOffset, long DirectoryBytes)
{
    private const int EndBytes = 22;
    private const int LocatorBytes = 20;
    private const int End64Bytes = 56;

    /// <summary>Finds the end record: the last one in the file, as every reader looks for it.</summary>
    public static ZipEnd Find(UploadStream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndBytes + LocatorBytes + ushort.MaxValue)];
        var tailStart = file.Length - tail.Length;
        if (file.ReadAt(tailStart, tail) < tail.Length) throw WorkbookRefusedException.Damaged("the file is cut off");
        var at = tail.Length < EndBytes ? -1 : tail.AsSpan(0, tail.Length - EndBytes + 4).LastIndexOf("PK\x05\x06"u8);
        if (at < 0) throw WorkbookRefusedException.Damaged("the archive has no end");

        var end = tail.AsSpan(at);
        if (end.Length < EndBytes + U16(end, 20)) throw WorkbookRefusedException.Damaged("the archive's comment is cut off");
        if (U16(end, 4) is not (0 or ushort.MaxValue) || U16(end, 6) is not (0 or ushort.MaxValue))
            throw WorkbookRefusedException.Damaged("the archive has several disks");
        var found = new ZipEnd(U16(end, 10), U32(end, 16), U32(end, 12));
        var limit = tailStart + at;
        // The same three values have ZipArchive look for the 64-bit end; what is to be read must be what was looked at.
        if (U16(end, 4) == ushort.MaxValue || found.Entries == ushort.MaxValue || found.DirectoryOffset == uint.MaxValue)
            found = Find64(file, tail.AsSpan(0, at), found, ref limit);
        else if (U16(end, 8) != found.Entries) throw WorkbookRefusedException.Damaged("the archive has several disks");
        if (found.Entries < 0 || found.DirectoryOffset < 0 || found.DirectoryBytes < 0 ||
            found.DirectoryBytes > limit || found.DirectoryOffset > limit - found.DirectoryBytes)
            throw WorkbookRefusedException.Damaged("the central directory lies outside the file");
        return found;
    }

    // The locator stands right before the end record and says where the 64-bit end record is.
    private static ZipEnd Find64(UploadStream file, ReadOnlySpan<byte> before, ZipEnd end, ref long limit)
    {
        var locator = before[Math.Max(0, before.Length - 2 * LocatorBytes)..].IndexOf("PK\x06\x07"u8);
        if (locator < 0) return end;
        if (before.Length < LocatorBytes || !before[^LocatorBytes..].StartsWith("PK\x06\x07"u8))
            throw WorkbookRefusedException.Damaged("the locator of the 64-bit end stands elsewhere");
        var offset = BinaryPrimitives.ReadInt64LittleEndian(before[^12..]);
        limit -= LocatorBytes;
        Span<byte> record = stackalloc byte[End64Bytes];
        if (offset < 0 || offset > limit - End64Bytes || file.ReadAt(offset, record) < End64Bytes ||
            !record.StartsWith("PK\x06\x06"u8))
            throw WorkbookRefusedException.Damaged("the archive has no 64-bit end");
        limit = offset;
        if (U32(record, 16) != 0 || U32(record, 20) != 0 || I64(record, 24) != I64(record, 32))
            throw WorkbookRefusedException.Damaged("the archive has several disks");
        return new ZipEnd(I64(record, 32), I64(record, 48), I64(record, 40));
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}
