using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>What the groups of problems say, and in which order.</summary>
[Trait("Rule", "K4")]
public class IssueListTests
{
    [Fact]
    public async Task A_group_says_the_cause_how_many_rows_have_it_and_what_was_probably_meant()
    {
        var check = await Story.Of(Story.User("1")).CheckAsync("""
            Employee number | Department    | Prefix
            7               | Nothing alike |
            2               | Finanace      |
            3               | Finanace      |
            1               | Sales         | van
            1               | Sales         | de
            8               | Salse         |
            """);

        check.Groups.Select(group => group.Message).Should().Equal(
            "'Finanace' is not a department of the organisational structure: 2 rows; did you mean 'Finance'?",
            "The number '1' stands in several rows with different values: 2 rows.",
            "The email address '1@acme.nl' stands in several rows; every user needs an address of their own: 2 rows.",
            "'Nothing alike' is not a department of the organisational structure: 1 row.",
            "'Salse' is not a department of the organisational structure: 1 row; did you mean 'Sales'?");
    }

    [Fact]
    public async Task A_row_with_the_same_problem_twice_counts_once_and_the_most_frequent_groups_are_listed()
    {
        var check = await Story.Of().With(options => options.Limits.ListedIssues = 3).CheckAsync("""
            Employee number | Teams          | Functions
            1               | Gray,Gray,Grey | Chef
            2               | Grey           | Chef
            3               | Grey           |
            4               | Gray           |
            5               | Pink           |
            """);

        check.Groups.Select(group => (group.Value, group.Rows)).Should().Equal(("Grey", 3), ("Chef", 2), ("Gray", 2));
    }
}
