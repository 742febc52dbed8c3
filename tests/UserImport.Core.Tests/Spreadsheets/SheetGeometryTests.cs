using UserImport.Spreadsheets;

namespace UserImport.Tests.Spreadsheets;

[Trait("Rule", "R8")]
public sealed class SheetGeometryTests
{
    [Theory]
    [InlineData("""<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>""", "1: A=Number:1 B=Number:2|2: A=Number:3")]
    [InlineData("""<row r="5"><c><v>1</v></c></row><row><c><v>2</v></c></row>""", "5: A=Number:1|6: A=Number:2")]
    [InlineData("""<row><c r="C9"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>""", "9: C=Number:1 D=Number:2|10: A=Number:3")]
    [InlineData("""<row r="9"><c r="B9"><v>1</v></c></row><row r="4"><c r="A4"><v>2</v></c></row>""", "9: B=Number:1|4: A=Number:2")]
    [InlineData("""<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c><c><v>2</v></c></row>""", "1: A=Number:1 B=Number:2 C=Number:3")]
    [InlineData("""<row r="1048576"><c r="AA1048576"><v>1</v></c></row>""", "1048576: AA=Number:1")]
    [InlineData("""<row r="1"><c r="iV1"><v>1</v></c></row>""", "1: IV=Number:1")]
    [InlineData("""<row r="1"/><row/><row><c/></row><row><c><v>1</v></c></row>""", "4: A=Number:1")]
    [InlineData("""<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>""", "2: A=Number:1|2: B=Number:2")]
    [InlineData("""<row r="1" s='3' ht=">" ><c s="0" r='A1' ><v >1</v ></c ></row >""", "1: A=Number:1")]
    [InlineData("""<!-- a --><row r="1"><?pi?><c r="A1"><!-- b --><v>1</v></c><extLst><ext><row/></ext></extLst></row>""", "1: A=Number:1")]
    [InlineData("""<row r="1"><x:c xmlns:x="urn:x" r="B1"><v>9</v></x:c><c r="A1" x:t="s" xmlns:x="urn:x"><v>1</v></c></row>""", "1: A=Number:1")]
    public void Rows_and_cells_stand_where_they_say_or_behind_the_one_before(string rows, string expected) =>
        string.Join('|', Reading.Rows(RawWorkbook.WithSheet(rows))).Should().Be(expected);

    [Theory]
    [InlineData("""<row r="0"><c><v>1</v></c></row>""")]
    [InlineData("""<row r=""><c><v>1</v></c></row>""")]
    [InlineData("""<row r="-1"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1.0"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1048577"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="99999999999"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1048576"/><row><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r=""><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A0"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="$A$1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="R1C1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="XFE1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="ZZZZZZZZZZZZZZ1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="XFD1"/><c><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="Ā1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1">text<c r="A1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1"><c r="A1">text</c></row>""")]
    [InlineData("""<c r="A1"><v>1</v></c>""")]
    [InlineData("""<row r="1"><v>1</v></row>""")]
    [InlineData("""<row r="1"><row r="2"/></row>""")]
    public void A_sheet_that_nobody_can_place_is_damaged(string rows) =>
        Reading.Refusal(RawWorkbook.WithSheet(rows)).Code.Should().Be("workbook.damaged");

    [Fact]
    [Trait("Rule", "R7")]
    public void Formatted_blank_rows_are_no_rows_however_many()
    {
        var blanks = string.Concat(Enumerable.Range(1, 5_000).Select(n => $"""<row r="{n}" s="3" customFormat="1"><c r="A{n}" s="3"/></row>"""));
        Reading.Rows(RawWorkbook.WithSheet(blanks + """<row r="6000"><c r="A6000"><v>1</v></c></row>"""))
            .Should().Equal("6000: A=Number:1");
    }

    [Fact]
    public void The_same_sheet_can_be_read_again()
    {
        using var stream = new MemoryStream(RawWorkbook.WithSheet("""<row><c><v>1</v></c></row>"""));
        using var workbook = UserImport.Spreadsheets.Workbook.Open(stream, Reading.Limits, false, CancellationToken.None);
        for (var pass = 0; pass < 3; pass++) Reading.Rows(workbook, workbook.Sheets[0]).Should().Equal("1: A=Number:1");
    }
}
