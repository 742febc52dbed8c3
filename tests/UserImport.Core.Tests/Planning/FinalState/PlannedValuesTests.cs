using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>When two rows about one user are identical, so that the second is a duplicate and no clash.</summary>
[Trait("Rule", "F1")]
public class PlannedValuesTests
{
    [Theory]
    [InlineData("Functions", "Director, Controller", "controller,DIRECTOR")]
    [InlineData("Functions", "\"Nurse, Night\", Director", "Director, \"nurse,  night\"")]
    [InlineData("Functions", "Nurse, Night", "Nurse, Night")]
    [InlineData("Teams", "Red, Blue", "blue, Red")]
    [InlineData("Teams", "\"Red", "\"Red")]
    [InlineData("Managers", "1@acme.nl, 2@acme.nl", "2@ACME.nl, 1@acme.nl")]
    [InlineData("Managers", "\"1@acme.nl", "\"1@acme.nl")]
    [InlineData("Active", "x", "{TRUE}")]
    [InlineData("Active", "", "{FALSE}")]
    [InlineData("Active", "maybe", "maybe")]
    [InlineData("Prefix", "van", "\u00A0van")]
    [InlineData("Prefix", "{date 45000}", "{date 45000}")]
    [InlineData("Cost center", "{number 7 as 00000}", "00007")]
    [InlineData("Company", "Nope", "Nope")]
    public async Task Rows_that_plan_the_same_are_identical(string header, string one, string other)
    {
        (await DuplicatesAsync(header, one, other)).Should().Be(1);
    }

    [Theory]
    [InlineData("Functions", "Director", "Controller")]
    [InlineData("Functions", "Nurse, Night", "\"Nurse\", Night")]
    [InlineData("Teams", "Red", "Red, Blue")]
    [InlineData("Teams", "\"Red", "\"Blue")]
    [InlineData("Teams", "\"Red", "")]
    [InlineData("Managers", "1@acme.nl", "2@acme.nl")]
    [InlineData("Managers", "\"1@acme.nl", "\"2@acme.nl")]
    [InlineData("Active", "x", "")]
    [InlineData("Active", "maybe", "")]
    [InlineData("Active", "maybe", "perhaps")]
    [InlineData("Send invitation", "x", "")]
    [InlineData("Prefix", "van", "Van")]
    [InlineData("Prefix", "{date 45000}", "{date 45001}")]
    [InlineData("Prefix", "{date 45000}", "2023-03-15")]
    [InlineData("Prefix", "{damaged}", "{damaged}")]
    [InlineData("Company", "Nope", "Nopes")]
    [InlineData("Email address", "7@acme.nl", "7@ACME.nl")]
    public async Task Rows_that_plan_something_else_anywhere_clash(string header, string one, string other)
    {
        (await DuplicatesAsync(header, one, other)).Should().Be(0);
    }

    [Fact]
    public async Task The_number_of_a_stored_user_is_the_same_in_any_case_and_that_of_a_new_one_is_not()
    {
        var check = await Story.Of(Story.User("ab1")).CheckAsync("""
            Employee number | Email address | Prefix
            ab1             | ab1@acme.nl   | van
            AB1             | ab1@acme.nl   | van
            cd2             | cd2@acme.nl   | van
            CD2             | cd2@acme.nl   | van
            """);

        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Duplicates = 1, Rejected = 2 });
    }

    [Theory]
    [InlineData("7", "{number 7}")]
    [InlineData("{number 7}", "7")]
    public async Task A_number_that_may_have_lost_its_zeros_is_not_that_of_a_text_whichever_comes_first(string one, string other)
    {
        var check = await CheckNumbersAsync(one, other);

        check.Rows.Rejected.Should().Be(2);
        check.Codes().Should().Contain("2 employeeNumber.duplicate").And.Contain("3 employeeNumber.duplicate").And.ContainSingle(code => code.EndsWith("employeeNumber.zerosLost"));
    }

    [Theory]
    [InlineData("cell 7", "{number 7}")]
    [InlineData("{number 7}", "cell 7")]
    public async Task No_text_is_taken_for_a_number_that_may_have_lost_its_zeros(string one, string other)
    {
        var check = await CheckNumbersAsync(one, other);

        check.Codes().Where(code => code.Contains("email")).Should().Equal("2 email.duplicate", "3 email.duplicate");
    }

    [Fact]
    public async Task Two_cells_that_lost_the_same_zeros_are_identical()
    {
        var check = await CheckNumbersAsync("{number 7}", "{number 7}");

        check.Codes().Should().Equal("2 employeeNumber.zerosLost", "3 row.duplicate");
    }

    [Fact]
    public async Task Rows_with_the_same_unreadable_address_have_nothing_to_do_with_each_other()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Email address
            7               | wrong
            8               | wrong
            9               | {date 45000}
            10              | {date 45000}
            """);

        check.Codes().Should().Equal("2 email.invalid", "3 email.invalid", "4 email.isDate", "5 email.isDate");
    }

    private static Task<ImportCheck> CheckNumbersAsync(string one, string other) => Story.Of(Story.User("007")).CheckAsync($"""
        Employee number | Email address
        {one}           | 7@acme.nl
        {other}         | 7@acme.nl
        """);

    private static async Task<int> DuplicatesAsync(string header, string one, string other)
    {
        var email = header == "Email address" ? "" : "7@acme.nl";
        var check = await Story.Of(Story.User("1"), Story.User("2")).CheckAsync($"""
            Employee number | {(email.Length == 0 ? "Remark" : "Email address")} | {header}
            7               | {email} | {one}
            7               | {email} | {other}
            """);

        check.Rows.Read.Should().Be(2);
        check.Issues.Count(issue => issue.Code == "employeeNumber.duplicate").Should().Be(check.Rows.Duplicates == 0 ? 2 : 0);
        return check.Rows.Duplicates;
    }
}
