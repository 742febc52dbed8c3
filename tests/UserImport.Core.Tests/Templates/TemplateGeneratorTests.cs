using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Templates;

namespace UserImport.Tests.Templates;

public class TemplateGeneratorTests
{
    [Theory]
    [InlineData("en", "Employee number *|First name *|Prefix|Last name *|Email address *|Company *|Department *|Function(s)|Cost center|" +
                      "Send invitation|Active|Language *|Teams|Managers")]
    [InlineData("nl", "Personeelsnummer *|Voornaam *|Tussenvoegsel|Achternaam *|E-mailadres *|Bedrijf *|Afdeling *|Functie(s)|Kostenplaats|" +
                      "Uitnodiging versturen|Actief|Taal *|Teams|Managers")]
    public void The_headers_mark_what_is_required(string language, string headers)
    {
        using var document = Written.Open(Written.Template(language: language));

        var rows = Written.UsersSheet(document).Descendants<Row>().ToList();

        rows.Should().ContainSingle("no example may be imported");
        Written.Texts(rows[0]).Should().Equal(headers.Split('|'));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [Trait("Rule", "C1")]
    public void Every_header_is_recognised_again(string language)
    {
        using var document = Written.Open(Written.Template(language: language));
        var table = new ColumnTable([]);

        var found = Written.Texts(Written.UsersSheet(document).Descendants<Row>().First()).Select(table.Find);

        found.Should().Equal(UserColumns.All);
    }

    [Fact]
    [Trait("Rule", "C6")]
    public void A_column_of_the_host_stands_behind_the_fourteen()
    {
        using var document = Written.Open(Written.Template(language: "nl", configure: options =>
            options.CustomColumns.Add(new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge", ["nl"] = "Pas" }))));

        Written.Texts(Written.UsersSheet(document).Descendants<Row>().First())[^1].Should().Be("Pas");
        ValidationOf(document, "O").Prompt!.Value.Should().Contain("255");
    }

    [Fact]
    public void Required_headers_look_different_without_their_colour()
    {
        using var document = Written.Open(Written.Template());
        var headers = Written.UsersSheet(document).Descendants<Row>().First().Elements<Cell>().ToList();

        headers.Where(cell => cell.InnerText.EndsWith(" *", StringComparison.Ordinal)).Should().HaveCount(7)
            .And.OnlyContain(cell => cell.StyleIndex! == TemplateStyles.RequiredHeader);
        headers.Where(cell => !cell.InnerText.EndsWith('*')).Should().NotContain(cell => cell.StyleIndex! == TemplateStyles.RequiredHeader);
    }

    [Fact]
    public void Every_column_is_formatted_as_text_and_the_header_is_frozen()
    {
        using var document = Written.Open(Written.Template());
        var sheet = Written.UsersSheet(document);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();

        sheet.Descendants<Column>().Should().HaveCount(14)
            .And.OnlyContain(column => formats[(int)column.Style!.Value].NumberFormatId!.Value == 49 && column.Width!.Value > 9);
        var pane = sheet.Descendants<Pane>().Single();
        (pane.State!.Value, pane.VerticalSplit!.Value).Should().Be((PaneStateValues.Frozen, 1d));
    }

    [Fact]
    public void Every_column_has_an_input_message_and_five_offer_a_list()
    {
        using var document = Written.Open(Written.Template());
        var validations = Written.UsersSheet(document).Descendants<DataValidation>().ToList();

        validations.Should().HaveCount(14).And.OnlyContain(validation => validation.ShowInputMessage! && validation.Prompt!.Value!.Length > 10);
        validations.Where(validation => validation.Type?.Value == DataValidationValues.List)
            .Select(validation => validation.SequenceOfReferences!.InnerText![..1])
            .Should().Equal("F", "G", "J", "K", "L");
    }

    [Theory]
    [InlineData("F", "Leeg|Noord|Zuid")]
    [InlineData("J", "x")]
    [InlineData("K", "x")]
    [InlineData("L", "English|Nederlands")]
    [Trait("Rule", "M5")]
    public void A_dropdown_offers_what_is_in_use(string letters, string entries)
    {
        using var document = Written.Open(Written.Template());

        ListOf(document, ValidationOf(document, letters).Formula1!.Text).Should().Equal(entries.Split('|'));
    }

    [Theory]
    [InlineData("en", "Users|Instructions|Lists")]
    [InlineData("nl", "Gebruikers|Uitleg|Lijsten")]
    public void The_users_sheet_comes_first_and_the_lists_are_hidden(string language, string names)
    {
        using var document = Written.Open(Written.Template(language: language));
        var sheets = document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().ToList();

        sheets.Select(sheet => sheet.Name!.Value).Should().Equal(names.Split('|'));
        sheets.Select(sheet => sheet.State?.Value).Should().Equal(null, null, SheetStateValues.Hidden);
    }

    [Theory]
    [InlineData("en", "Users")]
    [InlineData("nl", "Gebruikers")]
    [Trait("Rule", "C5")]
    public void The_mark_names_schema_language_and_sheet(string language, string sheet) =>
        Written.Mark(Written.Template(language: language)).Should().Be(new TemplateMark(TemplateMark.CurrentVersion, language, sheet));

    [Fact]
    public void The_properties_name_title_language_and_creator()
    {
        using var document = Written.Open(Written.Template(language: "nl"));
        var properties = document.PackageProperties;

        (properties.Title, properties.Language, properties.Creator)
            .Should().Be(("Sjabloon voor het importeren van gebruikers", "nl", "UserImport.Core"));
    }

    [Fact]
    public void The_instructions_explain_every_column_and_give_an_example_of_a_list()
    {
        using var document = Written.Open(Written.Template());
        var texts = Written.Sheet(document, 1).Descendants<Cell>().Select(cell => cell.InnerText).ToList();

        texts.Should().Contain(UserColumns.All.Select(column => column.IsRequired ? column.Header() + " *" : column.Header()));
        texts.Should().Contain("Controller, Trainer").And.Contain("The row is not imported.");
    }

    [Theory]
    [InlineData(BlankCellPolicy.Clear, "The user is inactive and cannot log in.", "deactivates")]
    [InlineData(BlankCellPolicy.Keep, "A new user is inactive. An existing user stays as they are.", null)]
    [Trait("Rule", "A4")]
    public void What_a_blank_cell_means_follows_the_policy(BlankCellPolicy policy, string meaning, string? warning)
    {
        using var document = Written.Open(Written.Template(configure: options => options.BlankCells = policy));

        Written.Sheet(document, 1).Descendants<Cell>().Select(cell => cell.InnerText).Should().Contain(meaning);
        ValidationOf(document, "K").Prompt!.Value!.Contains("deactivates", StringComparison.Ordinal).Should().Be(warning is not null);
    }

    [Fact]
    public void No_cell_holds_a_formula()
    {
        using var document = Written.Open(Written.Template(Written.Nasty));

        document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()).Should().BeEmpty();
    }

    [Fact]
    public void The_same_structure_gives_the_same_bytes_in_any_order()
    {
        var turned = new OrgStructure
        {
            Companies = [.. Written.Plain.Companies.Reverse()], Departments = [.. Written.Plain.Departments.Reverse()],
            Functions = Written.Plain.Functions, Teams = Written.Plain.Teams, Languages = [.. Written.Plain.Languages.Reverse()],
        };

        Written.Template(turned).Should().Equal(Written.Template());
    }

    [Fact]
    public async Task Nothing_is_written_where_the_caller_has_cancelled()
    {
        var destination = new MemoryStream();

        var writing = () => new TemplateGenerator(Written.Options())
            .WriteAsync(Written.Plain, destination, cancellationToken: new CancellationToken(canceled: true));

        await writing.Should().ThrowAsync<OperationCanceledException>();
        destination.Length.Should().Be(0);
    }

    private static DataValidation ValidationOf(DocumentFormat.OpenXml.Packaging.SpreadsheetDocument document, string letters) =>
        Written.UsersSheet(document).Descendants<DataValidation>()
            .Single(validation => validation.SequenceOfReferences!.InnerText!.StartsWith(letters + "2:", StringComparison.Ordinal));

    private static List<string> ListOf(DocumentFormat.OpenXml.Packaging.SpreadsheetDocument document, string name)
    {
        var range = document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Single(defined => defined.Name! == name).Text;
        var cells = range[(range.IndexOf('!', StringComparison.Ordinal) + 1)..].Replace("$", "", StringComparison.Ordinal).Split(':');
        var (letter, first, last) = (cells[0][..1], int.Parse(cells[0][1..], CultureInfo.InvariantCulture), int.Parse(cells[1][1..], CultureInfo.InvariantCulture));
        var all = Written.Sheet(document, 2).Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText);
        return [.. Enumerable.Range(first, last - first + 1).Select(row => all.GetValueOrDefault(FormattableString.Invariant($"{letter}{row}"), ""))];
    }
}
