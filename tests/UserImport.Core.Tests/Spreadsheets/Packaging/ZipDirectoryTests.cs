using System.Text;
using UserImport.Spreadsheets;

namespace UserImport.Tests.Spreadsheets.Packaging;

public sealed class ZipDirectoryTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    private static readonly Dictionary<string, Action<RawZip, RawEntry>> Faults = new()
    {
        ["fewer entries than claimed"] = (zip, _) => zip.ClaimedEntries = 9,
        ["more entries than claimed"] = (zip, _) => zip.ClaimedEntries = 3,
        ["a directory behind the end"] = (zip, _) => zip.ClaimedDirectoryOffset = 1_000_000,
        ["a directory larger than the file"] = (zip, _) => zip.ClaimedDirectoryBytes = 1_000_000,
        ["a directory that begins elsewhere"] = (zip, _) => zip.ClaimedDirectoryOffset = 17,
        ["64-bit marks without a 64-bit end"] = (zip, _) => zip.ClaimedDirectoryOffset = uint.MaxValue,
        ["an entry twice"] = (zip, entry) => zip.Add(entry.Name, "x"),
        ["an entry twice in another case"] = (zip, _) => zip.Add("XL/Worksheets/SHEET1.xml", "x"),
        ["an entry twice with other slashes"] = (zip, _) => zip.Add("\\xl\\worksheets/sheet1.xml", "x"),
        ["an encrypted entry"] = (_, entry) => entry.Flags = 1,
        ["an entry of strong encryption"] = (_, entry) => entry.Flags = 0x40,
        ["a masked directory"] = (_, entry) => entry.Flags = 0x2000,
        ["entries that overlap"] = (_, entry) => entry.ClaimedOffset = 0,
        ["an entry behind the end"] = (_, entry) => entry.ClaimedOffset = 1_000_000,
        ["an entry that begins in the directory"] = (_, entry) => entry.ClaimedPackedBytes = 100_000,
        ["a negative size"] = (_, entry) => (entry.HasZip64Extra, entry.ClaimedBytes) = (true, -1),
        ["a negative offset"] = (_, entry) => (entry.HasZip64Extra, entry.ClaimedOffset) = (true, long.MinValue),
        ["a wrong checksum"] = (_, entry) => entry.Crc = 1,
        ["a part shorter than claimed"] = (_, entry) => entry.ClaimedBytes = 5_000,
        ["a part longer than claimed"] = (_, entry) => entry.ClaimedBytes = 20,
        ["packed bytes cut off"] = (_, entry) => entry.ClaimedPackedBytes = 40,
        ["packed bytes of something else"] = (_, entry) => entry.Packed = Encoding.ASCII.GetBytes("neither deflated nor anything else"),
        ["an unknown method"] = (_, entry) => entry.Method = 99,
        ["stored bytes called deflated"] = (_, entry) => (entry.IsStored, entry.Method) = (true, 8),
        ["deflated bytes called stored"] = (_, entry) => entry.Method = 0,
    };

    public static TheoryData<string> FaultNames => new(Faults.Keys);

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void An_archive_that_contradicts_itself_is_damaged(string fault)
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        book.Zip = (zip, entries) => Faults[fault](zip, entries[Sheet]);
        Reading.Refusal(book.ToArray()).Code.Should().Be("workbook.damaged");
    }

    [Fact]
    public void An_archive_is_damaged_wherever_it_is_cut_off()
    {
        var file = RawWorkbook.WithSheet("<row><c><v>1</v></c></row>");
        for (var length = 1; length < file.Length; length++)
            Reading.Refusal(file[..length]).Code.Should().Be("workbook.damaged", $"{length} bytes are left");
    }

    [Fact]
    public void A_part_whose_bytes_were_changed_is_damaged_although_all_its_rows_can_be_read()
    {
        var book = RawWorkbook.Of("""<row><c t="inlineStr"><is><t>Jan</t></is></c></row>""");
        book.Zip = (_, entries) => entries[Sheet].IsStored = true;
        var file = book.ToArray();
        file[file.AsSpan().IndexOf("Jan"u8)] ^= 1;
        Reading.Refusal(file).Code.Should().Be("workbook.damaged");
    }

    [Theory]
    [InlineData("stored")]
    [InlineData("descriptor")]
    [InlineData("64-bit fields")]
    [InlineData("64-bit end")]
    [InlineData("comment")]
    public void The_habits_of_archivers_are_read(string habit)
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        book.Zip = (zip, entries) =>
        {
            zip.IsZip64 = habit == "64-bit end";
            if (habit == "comment") zip.Comment = new byte[40_000];
            foreach (var entry in entries.Values)
                (entry.IsStored, entry.HasDescriptor, entry.HasZip64Extra) =
                    (habit == "stored", habit == "descriptor", habit == "64-bit fields");
        };
        Reading.Rows(book.ToArray()).Should().Equal("1: A=Number:1");
    }

    [Fact]
    public void More_entries_than_the_limit_are_too_many()
    {
        var file = RawWorkbook.WithSheet("<row><c><v>1</v></c></row>");
        Reading.Rows(file, new ImportLimits { ZipEntries = 7 }).Should().HaveCount(1);
        ShouldExceed(file, new ImportLimits { ZipEntries = 6 }, nameof(ImportLimits.ZipEntries), 7, 6);
    }

    [Fact]
    public void A_directory_beyond_the_limit_is_too_large()
    {
        var file = RawWorkbook.WithSheet("<row><c><v>1</v></c></row>");
        var bytes = file.Length - 22 - file.AsSpan().IndexOf("PK\x01\x02"u8);
        Reading.Rows(file, new ImportLimits { CentralDirectoryBytes = bytes }).Should().HaveCount(1);
        ShouldExceed(file, new ImportLimits { CentralDirectoryBytes = bytes - 1 }, nameof(ImportLimits.CentralDirectoryBytes), bytes, bytes - 1);
    }

    [Fact]
    public void A_file_beyond_the_limit_is_too_large()
    {
        var file = RawWorkbook.WithSheet("<row><c><v>1</v></c></row>");
        Reading.Rows(file, new ImportLimits { FileBytes = file.Length }).Should().HaveCount(1);
        ShouldExceed(file, new ImportLimits { FileBytes = file.Length - 1 }, nameof(ImportLimits.FileBytes), file.Length, file.Length - 1);
    }

    private static void ShouldExceed(byte[] file, ImportLimits limits, string limit, long seen, long allowed)
    {
        var refusal = Reading.Refusal(file, limits);
        (refusal.Code, refusal.Limit, refusal.Seen, refusal.Allowed).Should().Be(("workbook.tooLarge", limit, seen, allowed));
    }
}
