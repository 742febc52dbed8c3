using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Tests.Templates;

public class WorkbookValidityTests
{
    private static readonly UserRecord Odd = Build.User("=1+1") with
    {
        FirstName = "\u0007bell", LastName = "\uD800", Prefix = " \r\n ", CostCenter = "_x0041_", Teams = Written.NastyNames,
        Company = Written.NastyNames[^1], Custom = new Dictionary<string, string> { ["Badge"] = "&<>\"'" },
    };

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void The_sdk_finds_nothing_wrong_with_the_template(bool nasty, bool dutch) =>
        ErrorsOf(Written.Template(StructureOf(nasty), Language(dutch), WithCustomColumn)).Should().BeEmpty();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void The_sdk_finds_nothing_wrong_with_an_export(bool nasty, bool dutch) =>
        ErrorsOf(Written.Export([Build.User("1"), Odd], StructureOf(nasty), Language(dutch), WithCustomColumn)).Should().BeEmpty();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void The_sdk_finds_nothing_wrong_with_corrections(bool nasty, bool dutch)
    {
        var issue = new ImportIssue { Code = "email.invalid", Column = "Email", Message = "Wrong.\u0007" };
        var rows = Enumerable.Range(2, 3).Select(row =>
            new RejectedRow(row, new Dictionary<string, string> { ["Email"] = "=1+1", ["LastName"] = "\uDC00" }, [issue]));

        ErrorsOf(Written.Corrections(rows, ["Teams"], StructureOf(nasty), Language(dutch))).Should().BeEmpty();
    }

    [Fact]
    public void The_sdk_finds_nothing_wrong_where_the_structure_is_empty() =>
        ErrorsOf(Written.Template(new OrgStructure { Languages = [] })).Should().BeEmpty();

    [Fact]
    public void Prompts_and_titles_are_no_longer_than_excel_takes()
    {
        var headers = new Dictionary<string, string> { ["en"] = string.Concat(Enumerable.Repeat("🏥 header _x0041_ ", 30)) };
        using var document = Written.Open(Written.Template(configure: options => options.CustomColumns.Add(new CustomColumn("Badge", headers))));

        var validations = Written.UsersSheet(document).Descendants<DocumentFormat.OpenXml.Spreadsheet.DataValidation>().ToList();

        validations.Should().HaveCount(15);
        validations.Should().OnlyContain(validation => validation.Prompt!.Value!.Length <= 255 && validation.PromptTitle!.Value!.Length <= 32);
        validations.Should().OnlyContain(validation => validation.Error == null ||
            (validation.Error.Value!.Length <= 225 && validation.ErrorTitle!.Value!.Length <= 32));
    }

    private static OrgStructure StructureOf(bool nasty) => nasty ? Written.Nasty : Written.Plain;

    private static string Language(bool dutch) => dutch ? "nl" : "en";

    private static void WithCustomColumn(UserImportOptions options) =>
        options.CustomColumns.Add(new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge & <number>" }) { IsRequired = true });

    private static List<string> ErrorsOf(byte[] workbook)
    {
        using var document = Written.Open(workbook);
        return [.. new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 }
            .SelectMany(version => new OpenXmlValidator(version).Validate(document))
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }
}
