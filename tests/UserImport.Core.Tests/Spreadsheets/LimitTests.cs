using System.Text;
using UserImport.Spreadsheets;

namespace UserImport.Tests.Spreadsheets;

/// <summary>Every limit of reading at its value and one beyond.</summary>
public sealed class LimitTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";

    [Fact]
    public void A_sheet_of_the_allowed_size_is_read_and_a_larger_one_is_not()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        var bytes = book.Get(Sheet).Length;
        Reading.Rows(book.ToArray(), new ImportLimits { SheetBytes = bytes }).Should().HaveCount(1);
        ShouldExceed(book, new ImportLimits { SheetBytes = bytes - 1 }, nameof(ImportLimits.SheetBytes), bytes, bytes - 1);
    }

    [Fact]
    public void Shared_strings_of_the_allowed_size_are_read_and_larger_ones_are_not()
    {
        var book = RawWorkbook.Of("""<row><c t="s"><v>0</v></c></row>""", "<t>Jan</t>");
        var bytes = book.Get("xl/sharedStrings.xml").Length;
        Reading.Rows(book.ToArray(), new ImportLimits { SharedStringBytes = bytes }).Should().HaveCount(1);
        ShouldExceed(book, new ImportLimits { SharedStringBytes = bytes - 1 }, nameof(ImportLimits.SharedStringBytes), bytes, bytes - 1);
    }

    [Fact]
    public void Styles_of_the_allowed_size_are_read_and_larger_ones_are_not()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        var bytes = book.Get("xl/styles.xml").Length;
        Reading.Rows(book.ToArray(), new ImportLimits { StyleBytes = bytes }).Should().HaveCount(1);
        ShouldExceed(book, new ImportLimits { StyleBytes = bytes - 1 }, nameof(ImportLimits.StyleBytes), bytes, bytes - 1);
    }

    [Fact]
    public void Another_part_of_the_allowed_size_is_read_and_a_larger_one_is_not()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        book.Change("xl/workbook.xml", "</workbook>", new string(' ', 5_000) + "</workbook>");
        var bytes = book.Get("xl/workbook.xml").Length;
        Reading.Rows(book.ToArray(), new ImportLimits { OtherPartBytes = bytes }).Should().HaveCount(1);
        ShouldExceed(book, new ImportLimits { OtherPartBytes = bytes - 1 }, nameof(ImportLimits.OtherPartBytes), bytes, bytes - 1);
    }

    [Fact]
    public void A_sheet_that_hides_its_size_is_not_unpacked_beyond_what_it_claims()
    {
        var book = RawWorkbook.Of(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 100_000)));
        book.Zip = (_, entries) => entries[Sheet].ClaimedBytes = 1_000;
        Reading.Refusal(book.ToArray()).Code.Should().Be("workbook.damaged");
    }

    [Fact]
    public void A_part_may_be_packed_as_tightly_as_the_ratio_allows()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        book.Change(Sheet, "</worksheet>", new string(' ', 9 << 20) + "</worksheet>");
        double packed = 0;
        long bytes = book.Get(Sheet).Length;
        book.Zip = (_, entries) => packed = entries[Sheet].PackedLength;
        book.ToArray();
        var ratio = (int)Math.Ceiling(bytes / packed);
        Reading.Rows(book.ToArray(), new ImportLimits { CompressionRatio = ratio }).Should().HaveCount(1);
        ShouldExceed(book, new ImportLimits { CompressionRatio = ratio - 1 }, nameof(ImportLimits.CompressionRatio), ratio, ratio - 1);
    }

    [Fact]
    public void The_first_8_MiB_of_a_part_may_be_packed_as_tightly_as_they_like()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>");
        book.Change(Sheet, "</worksheet>", new string(' ', 7 << 20) + "</worksheet>");
        Reading.Rows(book.ToArray(), new ImportLimits { CompressionRatio = 2 }).Should().HaveCount(1);
    }

    [Fact]
    public void A_column_beyond_the_limit_counts_where_a_cell_holds_something()
    {
        Reading.Rows(RawWorkbook.WithSheet("""<row r="1"><c r="IV1"><v>1</v></c><c r="IW1" s="1"/><c r="XFD1"><v></v></c></row>"""))
            .Should().Equal("1: IV=Number:1");
        foreach (var content in new[] { "<v>1</v>", "<f>A1</f>", "<v>x</v>", "<is><t>a</t></is>" })
            ShouldExceed(RawWorkbook.Of($"""<row r="1"><c r="IW1">{content}</c></row>"""), new ImportLimits(), nameof(ImportLimits.Columns), 257, 256);
    }

    [Theory]
    [InlineData("<c t=\"inlineStr\"><is><t>{0}</t></is></c>")]
    [InlineData("<c t=\"str\"><v>{0}</v></c>")]
    [InlineData("<c t=\"s\"><v>0</v></c>")]
    [InlineData("<c t=\"inlineStr\"><is><r><t>{0}</t></r></is></c>")]
    public void A_text_of_32767_characters_is_read_and_a_longer_one_is_not(string cell)
    {
        foreach (var unit in new[] { "k", "é", "_x0041_", "&amp;", "漢" })
        {
            RawWorkbook Book(int length)
            {
                var text = string.Concat(Enumerable.Repeat(unit, length));
                return RawWorkbook.Of($"<row>{string.Format(null, cell, text)}</row>", $"<t>{text}</t>");
            }
            Reading.Rows(Book(32_767).ToArray()).Single().Length.Should().Be("1: A=Text:".Length + 32_767);
            ShouldExceed(Book(32_768), new ImportLimits(), nameof(ImportLimits.CellCharacters), 32_768, 32_767);
        }
    }

    [Fact]
    public void A_text_without_end_is_refused_before_it_is_in_memory()
    {
        var book = RawWorkbook.Of($"<row><c t=\"str\"><v>{new string('k', 30_000_000)}</v></c></row>");
        var file = book.ToArray();
        foreach (var window in Reading.Windows)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Reading.Refusal(file, new ImportLimits { CompressionRatio = 2_000 }, window).Limit.Should().Be(nameof(ImportLimits.CellCharacters));
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(16 << 20);
        }
    }

    [Theory]
    [InlineData("an attribute", "<row r=\"1\" x=\"{0}\"/>")]
    [InlineData("a name", "<row{0}/>")]
    [InlineData("a comment", "<!--{0}-->")]
    public void A_token_without_end_is_refused_before_it_fills_the_memory(string what, string rows)
    {
        var book = RawWorkbook.Of(string.Format(null, rows, new string('k', 40_000_000)));
        var file = book.ToArray();
        foreach (var window in Reading.Windows)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Reading.Refusal(file, new ImportLimits { CompressionRatio = 2_000 }, window).Code.Should().Be("workbook.damaged", what);
            (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 << 20);
        }
    }

    [Fact]
    public void Elements_nest_as_deep_as_the_limit_and_no_deeper()
    {
        static RawWorkbook Book(int depth)
        {
            var open = string.Concat(Enumerable.Repeat("<x>", depth - 1));
            return RawWorkbook.Of("<row><c><v>1</v></c></row>")
                .Change(Sheet, "</worksheet>", open + open.Replace("<", "</", StringComparison.Ordinal) + "</worksheet>");
        }
        Reading.Rows(Book(64).ToArray()).Should().HaveCount(1);
        ShouldExceed(Book(65), new ImportLimits(), nameof(ImportLimits.XmlDepth), 65, 64);
    }

    [Fact]
    public void Elements_nest_no_deeper_inside_a_cell_either()
    {
        var open = string.Concat(Enumerable.Repeat("<x>", 64));
        ShouldExceed(RawWorkbook.Of($"<row><c><f>{open}"), new ImportLimits(), nameof(ImportLimits.XmlDepth), 65, 64);
    }

    private static void ShouldExceed(RawWorkbook book, ImportLimits limits, string limit, long seen, long allowed)
    {
        var refusal = Reading.Refusal(book.ToArray(), limits);
        (refusal.Code, refusal.Limit, refusal.Seen, refusal.Allowed).Should().Be(("workbook.tooLarge", limit, seen, allowed));
    }
}
