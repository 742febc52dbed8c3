using UserImport.Columns;

namespace UserImport.Tests.Columns;

[Trait("Rule", "C5")]
public class TemplateMarkTests
{
    private const string Constant = "\"version=1;schema=users;language=nl\"";

    [Theory]
    [InlineData("Gebruikers!$A$1", "Gebruikers")]
    [InlineData("'Gebruikers'!$A$1", "Gebruikers")]
    [InlineData("'It''s us!'!$A$3", "It's us!")]
    [InlineData("$Gebruikers.$A$1", "Gebruikers")]
    [InlineData("=Gebruikers!$A$1", "Gebruikers")]
    [InlineData("#REF!$A$1", null)]
    [InlineData("#REF!", null)]
    [InlineData("[1]Gebruikers!$A$1", null)]
    [InlineData("'[other.xlsx]Gebruikers'!$A$1", null)]
    [InlineData("", null)]
    public void It_names_the_users_sheet(string formula, string? sheet) =>
        TemplateMark.Find([(TemplateMark.SheetReferenceName, formula), (TemplateMark.Name, Constant)])
            .Should().Be(new TemplateMark(1, "nl", sheet));

    [Fact]
    public void What_is_written_is_found() =>
        TemplateMark.Find([("Other", "1"), (TemplateMark.Name, TemplateMark.Formula("en"))])
            .Should().Be(new TemplateMark(TemplateMark.CurrentVersion, "en", null));

    [Fact]
    public void A_smaller_version_is_older() =>
        TemplateMark.Find([(TemplateMark.Name, "\"version=0;schema=users;language=nl\"")])!.IsOlder.Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("1")]
    [InlineData("Users!$A$1")]
    [InlineData("\"version=x;schema=users\"")]
    [InlineData("\"version=-1;schema=users\"")]
    [InlineData("\"version=99999999999;schema=users\"")]
    [InlineData("\"version=1;schema=courses\"")]
    public void What_is_no_mark_is_none(string formula) => TemplateMark.Find([(TemplateMark.Name, formula)]).Should().BeNull();

    [Theory]
    [InlineData(" =\"version=1;schema=users;language=nl\" ", 1, "nl")]
    [InlineData("\"version=1\"", 1, "")] // a mark without a schema is one of users
    [InlineData("\" language=nl ; version=2 \"", 2, "nl")]
    [InlineData("\"version=1;version=2;=3;x;language=en;language=nl\"", 1, "en")]
    [InlineData("\"version=0\"", 0, "")]
    public void It_is_read_however_its_fields_stand(string formula, int version, string language)
    {
        var mark = TemplateMark.Find([(TemplateMark.Name.ToUpperInvariant(), formula)]);

        mark.Should().Be(new TemplateMark(version, language, null));
        mark!.IsOlder.Should().Be(version < TemplateMark.CurrentVersion);
    }

    [Fact]
    public void Of_names_that_occur_twice_the_first_one_counts() =>
        TemplateMark.Find([
            (TemplateMark.SheetReferenceName.ToLowerInvariant(), "One!$A$1"), (TemplateMark.SheetReferenceName, "Two!$A$1"),
            (TemplateMark.Name, "\"version=1;language=en\""), (TemplateMark.Name, "\"version=0;language=nl\""),
        ]).Should().Be(new TemplateMark(1, "en", "One"));

    [Theory]
    [InlineData("U!$A$1", "U")]
    [InlineData("''!$A$1", "''")]
    [InlineData("'A'!$A$1", "A")]
    [InlineData("!$A$1", null)]
    [InlineData("$!$A$1", null)]
    [InlineData("Users", null)]
    public void Of_a_reference_the_shortest_sheet_is_understood_and_nothing_is_none(string formula, string? sheet) =>
        TemplateMark.Find([(TemplateMark.SheetReferenceName, formula), (TemplateMark.Name, Constant)])!.SheetName.Should().Be(sheet);

    [Fact]
    public void A_workbook_without_names_has_none() => TemplateMark.Find([]).Should().BeNull();
}
