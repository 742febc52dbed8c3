using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

public class EmailRuleTests
{
    [Fact]
    [Trait("Rule", "M5")]
    public async Task The_grammar_of_an_address_that_a_user_keeps_in_another_case_is_not_judged()
    {
        var check = await Story.Of(Story.User("1", "no address"), Story.User("2", "nor this")).CheckAsync("""
            Employee number | Email address
            1               | NO Address
            2               | nor that
            """);

        check.Codes().Should().Equal("3 email.invalid");
        check.Changed().Should().Equal("2 Email: no address -> NO Address");
    }

    [Theory]
    [InlineData("b@ac\u00ADme.nl")]
    [InlineData("this address is much longer than any address may be, and nobody knows how it got here")]
    [Trait("Rule", "M5")]
    public async Task What_is_wrong_with_the_text_of_an_address_that_a_user_keeps_is_not_said(string part)
    {
        var stored = string.Concat(Enumerable.Repeat(part, part.Length > 20 ? 4 : 1));
        var check = await Story.Of(Story.User("1", stored)).CheckAsync($"""
            Employee number | Email address
            1               | {stored}
            """);

        check.Codes().Should().BeEmpty();
        check.Rows.Unchanged.Should().Be(1);
    }

    [Theory]
    [InlineData("jàn@acme.nl", null)]
    [InlineData("jàn(poe@acme.nl", "email.invalid")]
    [InlineData("jàn\u00A0poe@acme.nl", "email.invalid")]
    [InlineData("jàn\u200Bpoe@acme.nl", "email.invalid")]
    [InlineData("@acme.nl", "email.invalid")]
    [Trait("Rule", "M6")]
    public async Task An_international_local_part_has_letters_beyond_ASCII_and_nothing_else_that_is_new(string email, string? code)
    {
        var check = await Story.Of().With(options => options.AllowInternationalEmail = true).CheckAsync($"""
            Employee number | Email address
            1               | {email}
            """);

        check.Codes().Should().Equal(code is null ? [] : ["2 " + code]);
    }

    [Theory]
    [InlineData(64, 63, null)]
    [InlineData(65, 63, "email.invalid")]
    [InlineData(64, 64, "email.invalid")]
    [Trait("Rule", "M6")]
    public async Task A_local_part_has_at_most_64_characters_and_a_label_63(int local, int label, string? code)
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Email address
            1               | {new string('a', local)}@{new string('b', label)}.nl
            """);

        check.Codes().Should().Equal(code is null ? [] : ["2 " + code]);
    }
}
