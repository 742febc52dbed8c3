using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Tests.Spreadsheets.Cells;

[Trait("Rule", "R2")]
public sealed class FormatCodeTests
{
    [Theory]
    [InlineData("dd-mm-yyyy")]
    [InlineData("[$-413]d mmmm yyyy;@")]
    [InlineData("h:mm:ss AM/PM")]
    [InlineData("[h]:mm")]
    [InlineData("[mm]")]
    [InlineData("[SS].00")]
    [InlineData("\"day \"d")]
    [InlineData("yyyy\\-mm")]
    [InlineData("General;[Red]d")]
    [InlineData("[$-411]ggge\"年\"")]
    [InlineData("MMM")]
    public void A_format_with_a_token_of_date_or_time_shows_a_date(string code) => FormatCode.Judge(code).Should().Be(-1);

    [Theory]
    [InlineData("General")]
    [InlineData("0.00E+00")]
    [InlineData("##0.0e-0")]
    [InlineData("#,##0.00\\ \"dms\"")]
    [InlineData("0\\d")]
    [InlineData("[Red]0.0")]
    [InlineData("[$USD-409] #,##0")]
    [InlineData("_d0_y")]
    [InlineData("*s0")]
    [InlineData("@")]
    [InlineData("0%")]
    [InlineData("# ?/?")]
    [InlineData("\"unfinished d")]
    [InlineData("[unfinished d")]
    [InlineData("\\")]
    [InlineData("")]
    public void Any_other_format_shows_none(string code) => FormatCode.Judge(code).Should().Be(0);

    [Theory]
    [InlineData("0", 1)]
    [InlineData("00000", 5)]
    [InlineData("00000;-00000", 5)]
    [InlineData("[$-413]0000", 4)]
    [InlineData("0000;@", 4)]
    public void A_format_of_zeros_pads_to_their_number(string code, int digits) => FormatCode.Judge(code).Should().Be((sbyte)digits);

    [Theory]
    [InlineData("00-00")]
    [InlineData("#0000")]
    [InlineData("\"x\"000")]
    [InlineData("000.0")]
    [InlineData("0[")]
    [InlineData("0[h")]
    public void A_format_of_more_than_zeros_pads_nothing(string code) => FormatCode.Judge(code).Should().Be(0);

    [Fact]
    public void The_numbers_of_the_built_in_dates_are_known()
    {
        var dates = Enumerable.Range(0, 100).Where(id => FormatCode.OfBuiltIn(id) < 0);
        dates.Should().Equal(14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
            50, 51, 52, 53, 54, 55, 56, 57, 58);
    }

    [Fact]
    public void A_workbook_knows_the_format_of_each_cell_style()
    {
        using var workbook = Reading.Open(RawWorkbook.WithSheet(""));
        workbook.Formats.IsDate(0).Should().BeFalse();
        workbook.Formats.IsDate(1).Should().BeTrue();
        workbook.Formats.Digits(2).Should().Be(5);
        workbook.Formats.Digits(3).Should().Be(0);
        workbook.Formats.IsDate(4711).Should().BeFalse();
        workbook.Formats.Digits(-1).Should().Be(0);
    }

    [Fact]
    public void A_code_stands_above_the_number_of_a_built_in_format()
    {
        var book = RawWorkbook.Of("").Change("xl/styles.xml", "numFmtId=\"164\" formatCode=\"00000\"", "numFmtId=\"14\" formatCode=\"000\"");
        using var workbook = Reading.Open(book.ToArray());
        workbook.Formats.IsDate(1).Should().BeFalse();
        workbook.Formats.Digits(1).Should().Be(3);
    }

    [Fact]
    public void A_workbook_may_have_no_styles()
    {
        var book = RawWorkbook.Of("").Remove("xl/styles.xml").Change("xl/_rels/workbook.xml.rels", "/styles\"", "/other\"");
        using var workbook = Reading.Open(book.ToArray());
        workbook.Formats.IsDate(1).Should().BeFalse();
    }
}
