using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>What rows about one user say of each other.</summary>
[Trait("Rule", "F1")]
public class RowClashesTests
{
    [Fact]
    public async Task Identical_rows_without_a_number_are_duplicates_by_their_address()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Email address
                            | same@acme.nl
                            | same@acme.nl
            """);

        check.Codes().Should().Equal("2 employeeNumber.missing", "3 row.duplicate");
        check.Rows.Should().BeEquivalentTo(new { Rejected = 1, Duplicates = 1 });
    }

    [Fact]
    public async Task A_column_in_which_two_of_three_rows_agree_differs_all_the_same()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Email address | Prefix | Cost center | Last name
            7               | 7@acme.nl     |        | 1           | Poe
            7               | 7@acme.nl     | van    | 1           | Poe
            7               | 7@acme.nl     | van    | 2           | Poe
            """);

        check.Issues.Where(issue => issue.Code == "employeeNumber.duplicate").Select(issue => issue.Message).Should().Equal(
            "The number '7' also stands in row 3, 4, with another value for Prefix, Cost center. Keep one of these rows.",
            "The number '7' also stands in row 2, 4, with another value for Prefix, Cost center. Keep one of these rows.",
            "The number '7' also stands in row 2, 3, with another value for Prefix, Cost center. Keep one of these rows.");
    }

    [Fact]
    public async Task Rows_that_differ_in_nothing_that_can_be_shown_say_so()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Prefix
            7               | {damaged}
            7               | {damaged}
            """);

        check.Issues.First(issue => issue.Code == "employeeNumber.duplicate").Message.Should()
            .Be("The number '7' also stands in row 3, with another value for –. Keep one of these rows.");
    }

    [Theory]
    [InlineData(11, "3, 4, 5, 6, 7, 8, 9, 10, 11, 12, with")]
    [InlineData(12, "3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …, with")]
    public async Task Of_the_other_rows_ten_are_named(int rows, string named)
    {
        var check = await Story.Of().CheckAsync("Employee number | Email address | Prefix\n" +
            string.Join('\n', Enumerable.Range(1, rows).Select(i => $"7 | 7@acme.nl | p{i}")));

        check.Issues.First(issue => issue.Code == "employeeNumber.duplicate").Message.Should().Contain("row " + named);
    }

    [Fact]
    public async Task A_user_without_a_name_is_called_by_their_number()
    {
        var check = await Story.Of(Story.User("1") with { FirstName = "", LastName = "" }).CheckAsync("""
            Employee number | Email address | First name | Last name | Prefix
            2               | 1@acme.nl     | Kim        | Lee       | van
            """);

        check.Issue("email.taken").Message.Should().Be("The email address '1@acme.nl' of Kim van Lee (2) belongs to 1.");
    }
}
