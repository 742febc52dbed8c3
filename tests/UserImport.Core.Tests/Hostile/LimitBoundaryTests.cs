using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using UserImport.Rows;
using UserImport.Spreadsheets.Packaging;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>Every limit below, at and above what a file has, through the public API.</summary>
public sealed partial class LimitBoundaryTests
{
    private static readonly Dictionary<string, (Func<byte[]> File, Func<byte[], long> Value, Action<ImportLimits, long> Set)> Limits = new()
    {
        [nameof(ImportLimits.FileBytes)] = (Good, file => file.Length, (limits, value) => limits.FileBytes = value),
        [nameof(ImportLimits.ZipEntries)] = (Good, _ => 7, (limits, value) => limits.ZipEntries = (int)value),
        [nameof(ImportLimits.CentralDirectoryBytes)] = (Good, file => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(file.Length - 10)),
            (limits, value) => limits.CentralDirectoryBytes = (int)value),
        [nameof(ImportLimits.SheetBytes)] = (Good, _ => Bytes(UsersSheet.Sheet), (limits, value) => limits.SheetBytes = value),
        [nameof(ImportLimits.SharedStringBytes)] = (Good, _ => Bytes(UsersSheet.Strings), (limits, value) => limits.SharedStringBytes = value),
        [nameof(ImportLimits.StyleBytes)] = (Good, _ => Bytes(UsersSheet.Styles), (limits, value) => limits.StyleBytes = value),
        [nameof(ImportLimits.OtherPartBytes)] = (() => Large().ToArray(), _ => Large().Get(UsersSheet.Book).Length, (limits, value) => limits.OtherPartBytes = value),
        [nameof(ImportLimits.CompressionRatio)] = (() => Tight(out _), _ => { Tight(out var ratio); return ratio; }, (limits, value) => limits.CompressionRatio = (int)value),
        [nameof(ImportLimits.Rows)] = (Good, _ => 3, (limits, value) => limits.Rows = (int)value),
        [nameof(ImportLimits.Columns)] = (() => Add("<c r=\"T3\"><v>1</v></c>"), _ => 20, (limits, value) => limits.Columns = (int)value),
        [nameof(ImportLimits.CellCharacters)] = (() => UsersSheet.Text('I', new string('\u6F22', 300)).ToArray(), _ => 300, (limits, value) => limits.CellCharacters = (int)value),
        [nameof(ImportLimits.TextBytes)] = (Good, _ => 3 * (9 * 2 + 1), (limits, value) => limits.TextBytes = value),
        [nameof(ImportLimits.ListEntries)] = (() => UsersSheet.Text('H', "A, B,, C").ToArray(), _ => 4 + 2, (limits, value) => limits.ListEntries = value),
        [nameof(ImportLimits.XmlNodes)] = (OddCells, FewestNodes, (limits, value) => limits.XmlNodes = value),
        [nameof(ImportLimits.XmlDepth)] = (() => Add($"<extLst>{Repeat("<x>", 17)}{Repeat("</x>", 17)}</extLst>"), _ => 21, (limits, value) => limits.XmlDepth = (int)value),
        [nameof(ImportLimits.Sheets)] = (() => ThirdSheet(), _ => 3, (limits, value) => limits.Sheets = (int)value),
    };

    public static TheoryData<string> Names => [.. Limits.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_read_up_to_the_limit_and_refused_beyond_it_with_limit_value_and_option_named(string name)
    {
        var (make, measure, set) = Limits[name];
        var file = make();
        var value = measure(file);
        foreach (var allowed in new[] { value + 1, value })
            (await Upload.CheckAsync(file, options => set(options.Limits, allowed))).Refusal.Should().BeNull($"{value} of {allowed} is allowed");

        var check = await Upload.CheckAsync(file, options => set(options.Limits, value - 1));

        check.Refusal!.Code.Should().Be("workbook.tooLarge");
        check.Refusal.Message.Should().Contain(name);
        Number().Matches(check.Refusal.Message).Select(match => long.Parse(match.Value, CultureInfo.InvariantCulture)).Should().Equal(value, value - 1);
        (check.Rows.Read, check.Changes.Changes.Count, check.RejectedRows.Count).Should().Be((0, 0, 0));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task Problems_are_listed_up_to_the_limit_while_the_counts_stay_exact(int limit)
    {
        var file = Upload.Of(6, UsersSheet.Headers[..7], row => [$"{row}", "Jan", "Poe", $"{row}@acme.nl", "Nowhere", "Sales", "nl"]);

        var check = await Upload.CheckAsync(file, options => options.Limits.ListedIssues = limit);

        check.Issues.Count(issue => issue.Code == "company.unknown").Should().BeLessThanOrEqualTo(6);
        check.Issues.Should().HaveCountLessThanOrEqualTo(limit);
        check.Rows.Rejected.Should().Be(6);
        check.Groups.Should().Contain(group => group.Code == "company.unknown" && group.Rows == 6);
        check.RejectedRows.Should().HaveCount(6).And.OnlyContain(row => row.Issues.Any(issue => issue.Code == "company.unknown"));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(2, "workbook.tooLarge")]
    public async Task Sheets_that_are_passed_over_may_be_half_as_large_together_as_one_sheet(int mebibytes, string? refusal)
    {
        var file = ThirdSheet(Repeat("<row><c><v>1</v></c></row>", 40_000));

        var check = await Upload.CheckAsync(file, options => options.Limits.SheetBytes = mebibytes << 20);

        check.Refusal?.Code.Should().Be(refusal);
        if (refusal is not null) check.Refusal!.Message.Should().Contain(nameof(ImportLimits.SheetBytes));
    }

    [Fact]
    public void Every_limit_is_tested() =>
        typeof(ImportLimits).GetProperties().Select(property => property.Name).Should()
            .BeEquivalentTo(Limits.Keys.Append(nameof(ImportLimits.ListedIssues)));

    private static byte[] Good() => UsersSheet.Good().ToArray();

    private static long Bytes(string part) => UsersSheet.Good().Get(part).Length;

    private static RawWorkbook Large() => UsersSheet.Good().Change(UsersSheet.Book, "</workbook>", new string(' ', 5_000) + "</workbook>");

    private static byte[] Tight(out long ratio)
    {
        var book = UsersSheet.Good().Change(UsersSheet.Sheet, "</worksheet>", new string(' ', 9 << 20) + "</worksheet>");
        double packed = 0, bytes = 0;
        book.Zip = (_, all) => (packed, bytes) = (all[UsersSheet.Sheet].PackedLength, all[UsersSheet.Sheet].Content.Length);
        var file = book.ToArray();
        ratio = (long)Math.Ceiling(bytes / packed);
        return file;
    }

    private static byte[] Add(string cell) => UsersSheet.Of(UsersSheet.Row(3, ('J', UsersSheet.PlainCell('J', 3) + cell))).ToArray();

    private static byte[] OddCells() => Add(Repeat("<c></c>", 2_000));

    // How many are counted is the readers' affair; that it is a few a cell of two tags, each time that it is read, is not.
    private static long FewestNodes(byte[] file)
    {
        var (refused, read) = (3 * 2_000L, 16 * 2_000L);
        while (read - refused > 1)
        {
            var middle = (refused + read) / 2;
            if (IsRead(file, middle)) read = middle;
            else refused = middle;
        }
        return read;
    }

    private static bool IsRead(byte[] file, long nodes)
    {
        var options = new UserImportOptions();
        options.Limits.XmlNodes = nodes;
        using var sheet = new RowParser(Options.Create(options)).Parse(new MemoryStream(file));
        _ = sheet.Rows.ToList();
        return sheet.Refusal is null;
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    // Two sheets without headers before the one with them.
    private static byte[] ThirdSheet(string rows = "") => UsersSheet.Good()
        .Change(UsersSheet.Book, "<sheets>", "<sheets><sheet name=\"One\" sheetId=\"8\" r:id=\"rId8\"/><sheet name=\"Two\" sheetId=\"9\" r:id=\"rId8\"/>")
        .Change(UsersSheet.BookRelations, "</Relationships>", $"<Relationship Id=\"rId8\" Type=\"{RawWorkbook.Relations}/worksheet\" Target=\"worksheets/other.xml\"/></Relationships>")
        .Set("xl/worksheets/other.xml", $"<worksheet xmlns=\"{RawWorkbook.Main}\"><sheetData>{rows}</sheetData></worksheet>").ToArray();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
