using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets.Packaging;
using UserImport.Tests.Hostile;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Rows;

/// <summary>Which sheet and which row have the headers, when several could.</summary>
[Trait("Rule", "C2")]
public class HeaderSearchTests
{
    private const string Users = "Employee number|First name|Last name|Email address|Company|Department|Language";

    [Theory]
    [InlineData("2 Email|First name|Last name", $"5 {Users}", 5)] // more headers win
    [InlineData($"2 {Users}", "5 Email|First name|Last name", 2)]
    [InlineData($"2 {Users}", $"5 {Users}", 2)] // of equals, the upper one
    [InlineData($"5 {Users}", $"2 {Users}", 2)] // even if the file has it below
    [InlineData($"2 {Users}|Shoe size|Remarks", $"5 {Users}|Teams", 5)] // unknown headers do not count
    [InlineData("2 Email|Email|First name|First name", $"5 {Users}", 5)]
    [InlineData("2 First name|Prefix|Last name|Company|Department|Language|Teams|Active", $"5 {Users}", 5)] // neither number nor email
    public void The_row_with_most_known_headers_is_the_header_row(string first, string second, int row)
    {
        using var sheet = Open(RawWorkbook.Of(Row(first) + Row(second) + Row("7 1|Sam|Poe|1@acme.nl|Acme|Sales|nl")));

        sheet.Refusal.Should().BeNull();
        sheet.Rows.Select(one => one.Number).Should().Equal(row == 5 ? [7] : [5, 7]);
    }

    [Fact]
    public void Three_known_headers_make_a_header_row_and_it_is_said_what_is_missing()
    {
        Open(RawWorkbook.Of(Row("1 Email|Teams|Active"))).Refusal!.Code.Should().Be("columns.missing");
        Open(RawWorkbook.Of(Row("1 Email|Teams|Shoe size"))).Refusal!.Code.Should().Be("workbook.noHeaders");
        Open(RawWorkbook.Of(Row("1 Email|Teams|Teams"))).Refusal!.Code.Should().Be("workbook.noHeaders");
    }

    [Fact]
    public void Of_several_sheets_the_first_visible_one_with_headers_is_read()
    {
        using var sheet = Open(Before(UsersSheet.Good(), Row("1 Users of Acme|printed in May")));
        sheet.Rows.Should().HaveCount(3);

        using var other = Open(Before(UsersSheet.Good(), Row($"1 {Users}") + Row("2 1|Sam|Poe|1@acme.nl|Acme|Sales|nl")));
        other.Rows.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Users", 3)]
    [InlineData("Other", 0)]
    [InlineData("Gone", 3)] // a mark of a sheet that is gone marks nothing
    public void The_marked_sheet_is_the_only_one_that_is_looked_at(string marked, int rows)
    {
        using var sheet = Open(Before(UsersSheet.Good(), Row("1 A title")).Change(UsersSheet.Book, "</sheets>", $"""
            </sheets><definedNames>
            <definedName name="{TemplateMark.Name}">"version=1;schema=users;language=en"</definedName>
            <definedName name="{TemplateMark.SheetReferenceName}">{marked}!$A$1</definedName></definedNames>
            """));

        sheet.Rows.Should().HaveCount(rows);
        var refused = sheet.Refusal?.Code;
        refused.Should().Be(rows == 0 ? "workbook.noHeaders" : null);
    }

    [Theory]
    [InlineData(1_013, "columns.missing")]
    [InlineData(1_014, null)] // with the header, 1,024 characters
    public void Of_an_endless_header_only_its_beginning_is_read(int spaces, string? code)
    {
        var header = $"<c r=\"B1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">First name{new string(' ', spaces)}(old)</t></is></c>";
        var file = UsersSheet.Good().Change(UsersSheet.Sheet, UsersSheet.Text('B', 1, "First name"), header);

        using var sheet = Open(file);
        var refused = sheet.Refusal?.Code;
        refused.Should().Be(code);
    }

    [Fact]
    public void Numbers_errors_and_dates_among_the_headers_are_passed_over_and_keep_a_row_from_being_blank()
    {
        var numbers = string.Concat(Enumerable.Range(1, 20).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>"));
        Open(RawWorkbook.Of(numbers + Row($"21 {Users}") + Row("22 1|Sam|Poe|1@acme.nl|Acme|Sales|nl"))).Refusal!.Code.Should().Be("workbook.noHeaders");

        var file = UsersSheet.Good().Change(UsersSheet.Sheet, "</row><row r=\"2\">", "<c r=\"K1\"><v>7</v></c><c r=\"L1\" t=\"e\"><v>#N/A</v></c></row><row r=\"2\">");
        using var sheet = Open(file);
        sheet.Rows.Should().HaveCount(3);
        sheet.Notices.Should().BeEmpty();
    }

    private static RawWorkbook Before(RawWorkbook book, string rows) => book
        .Change(UsersSheet.Book, "<sheets>", "<sheets><sheet name=\"Other\" sheetId=\"8\" r:id=\"rId8\"/>")
        .Change(UsersSheet.BookRelations, "</Relationships>", $"<Relationship Id=\"rId8\" Type=\"{RawWorkbook.Relations}/worksheet\" Target=\"worksheets/other.xml\"/></Relationships>")
        .Set("xl/worksheets/other.xml", $"<worksheet xmlns=\"{RawWorkbook.Main}\"><sheetData>{rows}</sheetData></worksheet>");

    // '5 a|b' is row 5 with two texts.
    private static string Row(string row)
    {
        var space = row.IndexOf(' ', StringComparison.Ordinal);
        return UsersSheet.Texts(int.Parse(row[..space], CultureInfo.InvariantCulture), row[(space + 1)..].Split('|'));
    }

    private static ParsedSheet Open(RawWorkbook file) =>
        new RowParser(Options.Create(new UserImportOptions())).Parse(new MemoryStream(file.ToArray()), null, TestContext.Current.CancellationToken);
}
