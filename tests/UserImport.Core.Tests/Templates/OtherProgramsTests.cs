using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Tests.Templates;

/// <summary>What survives where other programs open a template and save it.</summary>
public class OtherProgramsTests
{
    [Theory]
    [InlineData("en", "Users")]
    [InlineData("nl", "Gebruikers")]
    [Trait("Rule", "C5")]
    public void Saved_by_libreoffice_the_mark_the_dropdowns_and_the_text_format_are_still_there(string language, string sheetName)
    {
        var saved = OtherPrograms.SaveWithLibreOffice(Written.Template(Written.Nasty, language));

        Written.Mark(saved).Should().Be(new TemplateMark(1, language, sheetName));
        using var document = Written.Open(saved);
        var sheet = Written.UsersSheet(document);
        sheet.Descendants<DataValidation>().Where(validation => validation.Type?.Value == DataValidationValues.List)
            .ToDictionary(validation => validation.SequenceOfReferences!.InnerText![..1], validation => validation.Formula1!.Text)
            .Should().Equal(new Dictionary<string, string>
            {
                ["F"] = "UserImport_Companies", ["G"] = "UserImport_Departments", ["J"] = "UserImport_Yes", ["K"] = "UserImport_Yes",
                ["L"] = "UserImport_Languages",
            });
        sheet.Descendants<DataValidation>().Should().HaveCount(14).And.OnlyContain(validation => validation.Prompt!.Value!.Length > 10);
        TextColumns(document, sheet).Should().Be(14);
    }

    [Fact]
    [Trait("Rule", "C5")]
    public void Saved_by_openpyxl_the_mark_and_the_dropdowns_are_still_there()
    {
        var saved = OtherPrograms.SaveWithOpenpyxl(Written.Template(Written.Nasty));

        Written.Mark(saved).Should().Be(new TemplateMark(1, "en", "Users"));
        using var document = Written.Open(saved);
        Written.UsersSheet(document).Descendants<DataValidation>().Should().HaveCount(14);
        TextColumns(document, Written.UsersSheet(document)).Should().Be(14);
    }

    [Fact]
    public void In_libreoffice_the_department_list_follows_the_company()
    {
        LongRuns.Require();
        string[] companies = ["A*e", "Abe", ">Glo?b", "x~y", "=1+1", "O'Neill \"& Sons\"", "Zorg, Noord", "🏥 Ziekenhuis", "nobody", "a*E"];
        var structure = new OrgStructure
        {
            Companies = [.. companies[..8].Select(name => new OrgUnit(name)), new("Leeg")],
            Departments = [.. companies[..8].SelectMany(name => new[] { new OrgDepartment("1 of " + name, name), new OrgDepartment("2 of " + name, name) })],
        };
        var expected = companies[..8].Select(name => $"1 of {name}|2 of {name}").Append("#N/A").Append("1 of A*e|2 of A*e").Prepend("UserImport_Departments");
        var template = Written.Template(structure);

        Lists(template).Should().Equal(expected);
        Lists(OtherPrograms.SaveWithLibreOffice(template)).Should().Equal(expected, "a save changes nothing");

        IEnumerable<string> Lists(byte[] workbook) => OtherPrograms.DriveLibreOffice("department_lists.py", workbook, companies).TrimEnd('\n').Split('\n');
    }

    [Fact]
    [Trait("Rule", "K6")]
    public void Saved_by_libreoffice_the_corrections_keep_their_values_and_reasons()
    {
        var row = new RejectedRow(7, new Dictionary<string, string> { ["EmployeeNumber"] = "00123", ["Email"] = "=1+1" },
            [new ImportIssue { Code = "email.invalid", Column = "Email", Message = "Not an address." }]);

        using var document = Written.Open(OtherPrograms.SaveWithLibreOffice(Written.Corrections([row])));
        var shared = document.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var texts = Written.UsersSheet(document).Descendants<Row>().ElementAt(1).Elements<Cell>()
            .Where(cell => cell.DataType?.Value == CellValues.SharedString)
            .Select(cell => shared[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)]);

        texts.Should().Equal("00123", "=1+1", "7", "Not an address.");
    }

    private static int TextColumns(DocumentFormat.OpenXml.Packaging.SpreadsheetDocument document, Worksheet sheet)
    {
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var formats = styles.CellFormats!.Elements<CellFormat>().ToList();
        var text = (styles.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.FormatCode! == "@").Select(format => format.NumberFormatId!.Value).Append(49u).ToHashSet();
        return sheet.Descendants<Column>().Where(column => column.Style is not null && text.Contains(formats[(int)column.Style.Value].NumberFormatId!.Value))
            .Sum(column => (int)(Math.Min(column.Max!.Value, 14) - Math.Min(column.Min!.Value, 15) + 1));
    }
}
