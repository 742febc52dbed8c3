using System.Buffers.Binary;
using System.IO.Compression;
using UserImport.Tests.Spreadsheets;
using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Archives that are damaged, that lie, or that unpack to more than anybody wants.</summary>
internal static class ContainerInputs
{
    private const string Damaged = "workbook.damaged";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        // The end of the archive.
        Bytes("an archive without its last byte", file => file[..^1], Damaged),
        Bytes("an archive without its end record", file => file[..^22], Damaged),
        Bytes("an archive that is cut in its directory", file => file[..^200], Damaged),
        Bytes("an archive that is cut in its first part", file => file[..200], Damaged),
        Bytes("an archive that ends after its first local header", file => file[..60], Damaged),
        Bytes("an archive whose second half is zeros", file => [.. file.AsSpan(0, file.Length / 2), .. new byte[file.Length - file.Length / 2]], Damaged),
        Zip("an end record that counts one entry more", (zip, all) => zip.ClaimedEntries = all.Count + 1, Damaged),
        Zip("an end record that counts one entry less", (zip, all) => zip.ClaimedEntries = all.Count - 1, Damaged),
        Zip("an end record that counts no entry", (zip, _) => zip.ClaimedEntries = 0, Damaged),
        Zip("an end record that counts 65,534 entries", (zip, _) => zip.ClaimedEntries = 65_534, "workbook.tooLarge ZipEntries"),
        Zip("a directory of 4 GiB, as the end record says", (zip, _) => zip.ClaimedDirectoryBytes = 0xFFFFFFFE, Damaged),
        Zip("a directory behind the end of the file", (zip, _) => zip.ClaimedDirectoryOffset = 0x7FFFFFFF, Damaged),
        Zip("a directory that begins too early", (zip, _) => zip.ClaimedDirectoryOffset = 10, Damaged),
        Bytes("an archive on several disks", file => Put(file, "PK\x05\x06"u8, 4, 1), Damaged),
        Bytes("a comment that is longer than the file", file => Put(file, "PK\x05\x06"u8, 20, 5_000), Damaged),
        Zip64("a 64-bit end at a negative place", file => Put64(file, "PK\x06\x07"u8, 8, -1), Damaged),
        Zip64("a 64-bit end that is its own locator", file => Put64(file, "PK\x06\x07"u8, 8, Find(file, "PK\x06\x07"u8)), Damaged),
        Zip64("a 64-bit end that counts a negative number of entries", file => Put64(Put64(file, "PK\x06\x06"u8, 24, long.MinValue), "PK\x06\x06"u8, 32, long.MinValue), Damaged),
        Zip64("a 64-bit end that counts 2^62 entries", file => Put64(Put64(file, "PK\x06\x06"u8, 24, 1L << 62), "PK\x06\x06"u8, 32, 1L << 62), "workbook.tooLarge ZipEntries"),
        Zip64("a 64-bit directory of 2^62 bytes", file => Put64(file, "PK\x06\x06"u8, 40, 1L << 62), Damaged),
        Zip64("a 64-bit end of 5,000 entries that the number of the disk alone points to", file => Narrow(Put64(Put64(file, "PK\x06\x06"u8, 24, 5_000), "PK\x06\x06"u8, 32, 5_000), bytes: null), "workbook.tooLarge ZipEntries"),
        Zip64("a 64-bit end that the size of the directory alone points to", file => Narrow(file, bytes: uint.MaxValue, disk: 0), Damaged),
        Zip64("a locator of the 64-bit end that stands elsewhere", file => [.. file.AsSpan(0, file.Length - 22), 0, 0, 0, 0, .. file.AsSpan(file.Length - 22)], Damaged),

        // The directory.
        Zip("more entries than are allowed", (zip, _) => AddMany(zip, 1_000, "x"), "workbook.tooLarge ZipEntries"),
        Zip("a directory of more than a mebibyte", (zip, _) => AddMany(zip, 30, new string('x', 40_000)), "workbook.tooLarge CentralDirectoryBytes"),
        Zip("two entries of one name", (zip, _) => zip.Add(UsersSheet.Sheet, "<worksheet/>"), Damaged),
        Zip("two entries whose names differ in case", (zip, _) => zip.Add("XL/Worksheets/Sheet1.xml", "<worksheet/>"), Damaged),
        Zip("two entries whose names differ in the slash", (zip, _) => zip.Add("xl\\worksheets\\sheet1.xml", "<worksheet/>"), Damaged),
        Zip("two entries over the same bytes", (_, all) => all[UsersSheet.Sheet].ClaimedOffset = 0, Damaged),
        Zip("an entry behind the end of the file", (_, all) => all[UsersSheet.Sheet].ClaimedOffset = 0x7FFFFFF0, Damaged),
        Zip("an entry whose place is that of the directory", (_, all) => all[UsersSheet.Sheet].ClaimedOffset = 0xFFFFFF00, Damaged),
        Zip("an encrypted entry", (_, all) => all[UsersSheet.Sheet].Flags = 0x1, Damaged),
        Zip("a strongly encrypted entry", (_, all) => all[UsersSheet.Sheet].Flags = 0x41, Damaged),
        Zip("an entry packed by a method of encryption", (_, all) => all[UsersSheet.Sheet].Method = 99, Damaged),
        Zip("an entry packed with LZMA", (_, all) => all[UsersSheet.Sheet].Method = 14, Damaged),
        Bytes("an entry whose extra field reaches over the next entry", _ => Overlap("first"u8), Damaged),
        Bytes("an entry whose extra field reaches into the directory", _ => Overlap("last"u8), Damaged),

        // The entries.
        Bytes("a local header that is none", file => Put(file, Find(file, "xl/worksheets"u8) - 30, 0), Damaged),
        Bytes("a local header whose name reaches over its data", file => Put(file, Find(file, "xl/worksheets"u8) - 4, 60_000), Damaged),
        Zip("a sheet with the wrong checksum", (_, all) => all[UsersSheet.Sheet].Crc = 1, Damaged),
        Zip("styles with the wrong checksum", (_, all) => all[UsersSheet.Styles].Crc = 1, Damaged),
        Zip("a workbook part with the wrong checksum", (_, all) => all[UsersSheet.Book].Crc = 1, Damaged),
        Zip("a sheet that is longer than it says", (_, all) => all[UsersSheet.Sheet].ClaimedBytes = 100, Damaged),
        Zip("a sheet that is shorter than it says", (_, all) => all[UsersSheet.Sheet].ClaimedBytes = all[UsersSheet.Sheet].Content.Length + 1, Damaged),
        Zip("a sheet of no bytes, as it says", (_, all) => all[UsersSheet.Sheet].ClaimedBytes = 0, Damaged),
        Zip("a sheet that says that it is larger than any may be", (_, all) => all[UsersSheet.Sheet].ClaimedBytes = 0xFFFFFFFE, "workbook.tooLarge SheetBytes"),
        Zip("a packed sheet that ends early", (_, all) => all[UsersSheet.Sheet].Packed = Pack(all[UsersSheet.Sheet])[..^40], Damaged),
        Zip("a packed sheet with a flipped bit", (_, all) => all[UsersSheet.Sheet].Packed = Flip(Pack(all[UsersSheet.Sheet])), Damaged),
        Zip("a packed sheet of random bytes", (_, all) => all[UsersSheet.Sheet].Packed = [7, 3, 3, 7, 255, 254], Damaged),
        Zip("a stored sheet that is shorter than it says", (_, all) => (all[UsersSheet.Sheet].IsStored, all[UsersSheet.Sheet].ClaimedBytes) = (true, 10_000), Damaged),
        Bomb("a sheet that unpacks to 100 MiB of blanks", UsersSheet.Sheet, "</worksheet>", 100 << 20, "workbook.tooLarge CompressionRatio"),
        Bomb("shared strings that unpack to 40 MiB of blanks", UsersSheet.Strings, "</sst>", 40 << 20, "workbook.tooLarge CompressionRatio"),
    ];

    private static BadInput Zip64(string name, Func<byte[], byte[]> spoil, params string[] outcome) => new(name, () =>
    {
        var book = UsersSheet.Good();
        book.Zip = (zip, _) => zip.IsZip64 = true;
        return spoil(book.ToArray());
    }, outcome);

    // The 32-bit end of an archive that has a 64-bit one says what is true, but for what is given.
    private static byte[] Narrow(byte[] file, uint? bytes, ushort disk = ushort.MaxValue)
    {
        var end = file.AsSpan(file.Length - 22);
        var end64 = file.AsSpan(Find(file, "PK\x06\x06"u8));
        Put(file, file.Length - 18, disk);
        Put(file, file.Length - 16, disk);
        var entries = file.AsSpan().Count("PK\x01\x02"u8);
        Put(file, file.Length - 14, (ushort)entries);
        Put(file, file.Length - 12, (ushort)entries);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], bytes ?? BinaryPrimitives.ReadUInt32LittleEndian(end64[40..]));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], BinaryPrimitives.ReadUInt32LittleEndian(end64[48..]));
        return file;
    }

    // Entries that nobody reads, so that nothing else would notice.
    private static byte[] Overlap(ReadOnlySpan<byte> reaching)
    {
        var file = UsersSheet.Good().Set("first", "1").Set("last", "2").ToArray();
        return Put(file, Find(file, reaching) - 2, 40);
    }

    // Refused by its own word: nothing of it is unpacked.
    private static BadInput Bomb(string name, string part, string end, int bytes, string outcome) =>
        Of(name, () =>
        {
            var book = UsersSheet.Good().Change(part, end, new string(' ', bytes) + end);
            book.Zip = (_, all) => all[part].Packed = Pack(all[part], CompressionLevel.SmallestSize);
            return book;
        }, outcome);

    private static void AddMany(RawZip zip, int count, string name)
    {
        for (var i = 0; i < count; i++) zip.Add($"{name}{i}", "");
    }

    private static byte[] Pack(RawEntry entry, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, level)) deflate.Write(entry.Content);
        return packed.ToArray();
    }

    private static byte[] Flip(byte[] packed)
    {
        packed[packed.Length / 2] ^= 0x10;
        return packed;
    }

    private static int Find(byte[] file, ReadOnlySpan<byte> text) => file.AsSpan().IndexOf(text);

    private static byte[] Put(byte[] file, ReadOnlySpan<byte> signature, int at, ushort value) => Put(file, Find(file, signature) + at, value);

    private static byte[] Put(byte[] file, int at, ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
        return file;
    }

    private static byte[] Put64(byte[] file, ReadOnlySpan<byte> signature, int at, long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(Find(file, signature) + at), value);
        return file;
    }
}
