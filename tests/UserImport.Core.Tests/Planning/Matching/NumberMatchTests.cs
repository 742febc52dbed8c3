using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.Matching;

[Trait("Rule", "M1")]
public class NumberMatchTests
{
    [Fact]
    public async Task Of_three_stored_numbers_that_differ_in_case_the_exact_one_is_meant_and_else_all_are_named()
    {
        var check = await Story.Of(Story.User("ab", "1@acme.nl"), Story.User("AB", "2@acme.nl"), Story.User("aB", "3@acme.nl")).CheckAsync("""
            Employee number | Email address | Prefix
            aB              | 3@acme.nl     | van
            Ab              | new@acme.nl   | van
            """);

        check.Codes().Should().Equal("3 employeeNumber.ambiguous");
        check.Issue("employeeNumber.ambiguous").Message.Should().MatchRegex(": (ab|AB|aB), (ab|AB|aB), (ab|AB|aB)\\.");
        check.Changed().Should().Equal("2 Prefix:  -> van");
        check.ChangeOf(2).After.EmployeeNumber.Should().Be("aB");
    }

    [Theory]
    [InlineData("", "employeeNumber.missing")]
    [InlineData("{number 7.5}", "employeeNumber.invalid")]
    [InlineData("{date 45000}", "employeeNumber.isDate")]
    [Trait("Rule", "F1")]
    public async Task Rows_whose_number_cannot_be_read_are_about_nobody_together(string number, string code)
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Email address | Prefix
            {number}        | 1@acme.nl     | van
            {number}        | 2@acme.nl     | de
            """);

        check.Codes().Should().Equal("2 " + code, "3 " + code);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public async Task A_number_cell_that_a_stored_number_equals_has_lost_no_zeros()
    {
        var check = await Story.Of(Story.User("7"), Story.User("007"), Story.User("0")).CheckAsync("""
            Employee number      | Email address | Prefix
            {number 7}           | 7@acme.nl     | van
            {number 0 as 00000}  | z@acme.nl     | van
            {number -7}          | minus@acme.nl | van
            """);

        check.Codes().Should().Equal("3 employeeNumber.zerosLost");
        check.Issue("employeeNumber.zerosLost").Suggestion.Should().Be("0");
        check.ChangeOf(2).Before!.EmployeeNumber.Should().Be("7");
        check.ChangeOf(4).Kind.Should().Be(ChangeKind.Added);
    }
}
