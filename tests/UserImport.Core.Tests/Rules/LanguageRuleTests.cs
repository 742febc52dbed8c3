using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

[Trait("Rule", "M8")]
public class LanguageRuleTests
{
    [Theory]
    [InlineData("Klingon", "language.unknown", "'Klingon' is not a language of this academy. Offered are: Nederlands, English.")]
    [InlineData("Deutsch", "language.retired", "The language 'Deutsch' is no longer offered. Offered are: Nederlands, English.")]
    public async Task A_language_that_is_not_offered_is_answered_with_those_that_are(string language, string code, string message)
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Language
            1               | {language}
            """);

        check.Issue(code).Message.Should().StartWith(message);
    }

    [Fact]
    public async Task Of_languages_that_differ_in_case_the_exact_one_is_meant_else_the_first()
    {
        var check = await Story.In(With(new("xx", "Foo"), new("yy", "FOO"))).CheckAsync("""
            Employee number | Language
            1               | Foo
            2               | FOO
            3               | foo
            """);

        check.Changes.Changes.OrderBy(change => change.Row).Select(change => change.After.Language).Should().Equal("xx", "yy", "xx");
    }

    [Theory]
    [InlineData(true, false, "yy")]
    [InlineData(false, true, "xx")]
    [InlineData(false, false, "xx")]
    [Trait("Rule", "M5")]
    public async Task A_language_in_use_is_meant_where_a_retired_one_has_the_same_name(bool firstIsRetired, bool secondIsRetired, string meant)
    {
        var check = await Story.In(With(new("xx", "Norsk", firstIsRetired), new("yy", "Norsk", secondIsRetired))).CheckAsync("""
            Employee number | Language
            1               | Norsk
            """);

        check.Codes().Should().BeEmpty();
        check.ChangeOf(2).After.Language.Should().Be(meant);
    }

    [Theory]
    [InlineData("xx", "klingon")]
    [InlineData("XX", "Klingon")]
    [Trait("Rule", "M5")]
    public async Task A_user_keeps_a_retired_language_by_the_name_that_the_host_gave_it(string stored, string cell)
    {
        var check = await Story.In(With(new OrgLanguage("nl"), new("xx", "Klingon", IsRetired: true)), Story.User("1") with { Language = stored }).CheckAsync($"""
            Employee number | Language
            1               | {cell}
            """);

        check.Codes().Should().BeEmpty();
        check.Rows.Unchanged.Should().Be(1);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('X')]
    [Trait("Rule", "M5")]
    public async Task A_language_that_a_user_keeps_may_be_longer_than_a_cell_allows(char letter)
    {
        var check = await Story.Of(Story.User("1") with { Language = new string('x', 300) }).CheckAsync($"""
            Employee number | Language                  | Prefix
            1               | {new string(letter, 300)} | van
            """);

        check.Codes().Should().BeEmpty();
        check.Changed().Should().Equal("2 Prefix:  -> van");
    }

    private static OrgStructure With(params OrgLanguage[] languages) => new()
    {
        Companies = [new("Acme")],
        Departments = [new("Sales")],
        Languages = languages,
    };
}
