using System.Buffers.Binary;
using System.Text;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>
/// Reads the end record and the central directory of a ZIP archive, before anything else looks at the archive: the limits hold
/// before anything is allocated by what the file claims, and what two programs might understand in two ways is refused.
/// </summary>
internal static class ZipDirectory
{
    private const int HeaderBytes = 46;
    private const int LocalHeaderBytes = 30;
    private const uint HeaderSignature = 0x02014B50;
    private const ushort Encrypted = 0x0001 | 0x0040 | 0x2000;

    /// <summary>Returns the entries in the order of the directory.</summary>
    public static List<ZipRecord> Read(UploadStream file, ImportLimits limits)
    {
        var end = ZipEnd.Find(file);
        if (end.Entries > limits.ZipEntries)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.ZipEntries), end.Entries, limits.ZipEntries);
        if (end.DirectoryBytes > limits.CentralDirectoryBytes)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.CentralDirectoryBytes), end.DirectoryBytes,
                limits.CentralDirectoryBytes);

        var directory = new byte[(int)end.DirectoryBytes];
        if (file.ReadAt(end.DirectoryOffset, directory) < directory.Length)
            throw WorkbookRefusedException.Damaged("the central directory is cut off");
        var records = new List<ZipRecord>();
        var rest = directory.AsSpan();
        for (var i = 0L; i < end.Entries; i++) records.Add(ReadRecord(ref rest));
        RefuseRepeatedNames(records);
        RefuseOverlaps(file, records, end.DirectoryOffset);
        return records;
    }

    private static ZipRecord ReadRecord(scoped ref Span<byte> rest)
    {
        if (rest.Length < HeaderBytes || BinaryPrimitives.ReadUInt32LittleEndian(rest) != HeaderSignature)
            throw WorkbookRefusedException.Damaged("the central directory holds fewer entries than it claims");
        if ((U16(rest, 8) & Encrypted) != 0) throw WorkbookRefusedException.Damaged("an entry is encrypted");
        int nameLength = U16(rest, 28), extraLength = U16(rest, 30), commentLength = U16(rest, 32);
        var length = HeaderBytes + nameLength + extraLength + commentLength;
        if (rest.Length < length) throw WorkbookRefusedException.Damaged("the central directory is cut off");

        var name = Encoding.UTF8.GetString(rest.Slice(HeaderBytes, nameLength));
        long packed = U32(rest, 20), bytes = U32(rest, 24), offset = U32(rest, 42), disk = U16(rest, 34);
        ReadZip64(rest.Slice(HeaderBytes + nameLength, extraLength), ref bytes, ref packed, ref offset);
        if (packed < 0 || bytes < 0 || offset < 0) throw WorkbookRefusedException.Damaged("a size is negative");
        if (disk is not (0 or ushort.MaxValue)) throw WorkbookRefusedException.Damaged("the archive has several disks");
        var record = new ZipRecord(name, U32(rest, 16), packed, bytes, offset);
        rest = rest[length..];
        return record;
    }

    // The extra field 1 holds in this order those of the three values that do not fit into 32 bits.
    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long bytes, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            int id = U16(extra, 0), length = U16(extra, 2);
            if (length > extra.Length - 4) return;
            var field = extra.Slice(4, length);
            if (id == 1)
            {
                Take(ref bytes, ref field);
                Take(ref packed, ref field);
                Take(ref offset, ref field);
                return;
            }
            extra = extra[(4 + length)..];
        }
    }

    private static void Take(ref long value, ref ReadOnlySpan<byte> field)
    {
        if (value != uint.MaxValue) return;
        if (field.Length < 8) throw WorkbookRefusedException.Damaged("a 64-bit size is missing");
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
    }

    private static void RefuseRepeatedNames(List<ZipRecord> records)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
            if (!names.Add(PartName.Fold(record.Name)))
                throw WorkbookRefusedException.Damaged("two entries have the same name");
    }

    // How long name and extra field in front of the data are, only the entry's own header says.
    private static void RefuseOverlaps(UploadStream file, List<ZipRecord> records, long directoryOffset)
    {
        long free = 0;
        Span<byte> header = stackalloc byte[LocalHeaderBytes];
        foreach (var record in records.OrderBy(record => record.HeaderOffset))
        {
            if (record.HeaderOffset < free) throw WorkbookRefusedException.Damaged("two entries overlap");
            if (record.HeaderOffset > directoryOffset - LocalHeaderBytes || file.ReadAt(record.HeaderOffset, header) < LocalHeaderBytes)
                throw WorkbookRefusedException.Damaged("an entry lies outside the archive");
            var data = record.HeaderOffset + LocalHeaderBytes + U16(header, 26) + U16(header, 28);
            if (record.PackedBytes > directoryOffset - data) throw WorkbookRefusedException.Damaged("an entry lies outside the archive");
            free = data + record.PackedBytes;
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
