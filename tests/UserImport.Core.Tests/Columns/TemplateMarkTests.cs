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

    [Fact]
    public void A_workbook_without_names_has_none() => TemplateMark.Find([]).Should().BeNull();
}
