using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Templates;

namespace UserImport.Tests.Templates;

[Trait("Rule", "K6")]
public class CorrectionsWriterTests
{
    private static readonly RejectedRow Row = new(12,
        new Dictionary<string, string> { ["EmployeeNumber"] = "00012", ["Department"] = "Finanace", ["Active"] = "x" },
        [
            new ImportIssue { Code = "lastName.missing", Column = "LastName", Message = "Last name is required." },
            new ImportIssue { Code = "department.unknown", Column = "Department", Message = "Did you mean 'Finance'?" },
            new ImportIssue { Code = "department.unknown", Column = "Department", Message = "Did you mean 'Finance'?" },
            new ImportIssue { Code = "active.odd", Column = "Active", Severity = IssueSeverity.Notice, Message = "A notice." },
        ]);

    [Fact]
    public void A_row_has_its_values_its_reasons_and_its_number()
    {
        using var document = Written.Open(Written.Corrections([Row]));
        var rows = Written.UsersSheet(document).Descendants<Row>().ToList();

        Written.Texts(rows[0])[^2..].Should().Equal("Original row", "Reason");
        Texts(rows[1]).Should().Equal(new Dictionary<string, string>
        {
            ["A"] = "00012", ["D"] = "", ["G"] = "Finanace", ["K"] = "x", ["O"] = "12",
            ["P"] = "Last name is required.\nDid you mean 'Finance'?\nA notice.",
        });
    }

    [Fact]
    public void The_cells_at_fault_have_a_thick_border()
    {
        using var document = Written.Open(Written.Corrections([Row]));

        Marked(document).Should().Equal("D2", "G2");
    }

    [Fact]
    [Trait("Rule", "C4")]
    public void A_column_that_the_upload_did_not_have_stays_absent()
    {
        using var document = Written.Open(Written.Corrections([Row], ["Teams", "Prefix", "Company"]));

        Written.Texts(Written.UsersSheet(document).Descendants<Row>().First())
            .Should().NotContain("Teams").And.NotContain("Prefix").And.Contain("Company *", "a required one is never left out");
        Written.UsersSheet(document).Descendants<DataValidation>()
            .Single(validation => validation.Formula1?.Text == "UserImport_Departments").SequenceOfReferences!.InnerText.Should().StartWith("F2:");
        document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
            .Single(name => name.Name! == "UserImport_Departments").Text.Should().Contain("'Users'!$E1");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public void The_added_columns_are_known_as_such(string language)
    {
        using var document = Written.Open(Written.Corrections([Row], language: language));
        var table = new ColumnTable([]);

        var added = Written.Texts(Written.UsersSheet(document).Descendants<Row>().First())[^2..];

        added.Should().OnlyContain(header => table.IsCompanion(header) && table.Find(header) == null);
        Written.Mark(Written.Corrections([Row], language: language)).Should().NotBeNull();
        Written.Sheet(document, 1).Descendants<Cell>().Select(cell => cell.InnerText).Should().Contain(text => text.Contains($"'{added[1]}'"));
    }

    private static Dictionary<string, string> Texts(Row row) =>
        row.Elements<Cell>().ToDictionary(cell => cell.CellReference!.Value![..1], cell => cell.InnerText);

    private static List<string> Marked(SpreadsheetDocument document)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var thick = styles.Borders!.Elements<Border>().Select(border => border.LeftBorder?.Style?.Value == BorderStyleValues.Thick).ToList();
        var formats = styles.CellFormats!.Elements<CellFormat>().Select(format => thick[(int)(format.BorderId?.Value ?? 0)]).ToList();
        return [.. Written.UsersSheet(document).Descendants<Cell>().Where(cell => formats[(int)cell.StyleIndex!.Value]).Select(cell => cell.CellReference!.Value!)];
    }
}
