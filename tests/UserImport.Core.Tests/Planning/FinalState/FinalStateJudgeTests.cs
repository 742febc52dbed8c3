using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>Rows that fail because another row fails, and what they say.</summary>
public class FinalStateJudgeTests
{
    private static readonly UserRecord Ann = Story.User("1", "ann@acme.nl");
    private static readonly UserRecord Bob = Story.User("2", "bob@acme.nl");
    private static readonly UserRecord Cor = Story.User("3", "cor@acme.nl");

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_new_manager_who_fails_against_the_final_state_takes_their_people_along_however_far_down()
    {
        var check = await Story.Of(Bob).CheckAsync("""
            Employee number | Email address | Managers
            9               | nine@acme.nl  | eight@acme.nl
            8               | eight@acme.nl | seven@acme.nl
            7               | seven@acme.nl | nobody@acme.nl
            2               | bob@acme.nl   | eight@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.rejected", "3 managers.rejected", "4 managers.unknown", "5 managers.rejected");
        check.Issues.Single(issue => issue is { Row: 3, Code: "managers.rejected" }).Message.Should().Contain("row 4");
    }

    [Fact]
    [Trait("Rule", "F2")]
    public async Task An_address_that_is_not_freed_is_taken_and_the_message_names_both_and_the_cause()
    {
        var check = await Story.Of(Ann with { FirstName = "Ann" }, Bob with { FirstName = "Bob" }).CheckAsync("""
            Employee number | First name | Email address | Managers
            2               | Bob        | ann@acme.nl   |
            1               | Ann        | ann2@acme.nl  | nobody@acme.nl
            """);

        check.Codes().Should().Equal("2 email.taken", "3 managers.unknown");
        check.Issue("email.taken").Message.Should().ContainAll("Bob Poe (2)", "Ann Poe (1)", "Row 3");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task All_unknown_managers_of_a_cell_are_reported()
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Managers
            1               | a@acme.nl, b@acme.nl
            2               | {string.Join(", ", Enumerable.Range(0, 25).Select(i => $"m{i}@acme.nl"))}
            """);

        check.Issues.Count(issue => issue is { Row: 2, Code: "managers.unknown" }).Should().Be(2);
        check.Issues.Count(issue => issue is { Row: 3, Code: "managers.unknown" }).Should().Be(25);
    }

    [Fact]
    [Trait("Rule", "K7")]
    public async Task An_unknown_manager_is_answered_with_the_present_ones_and_the_addresses_that_they_get()
    {
        var bob = Bob with { Managers = [new UserReference("1", "ann@acme.nl"), new UserReference("3", "cor@acme.nl"), new UserReference("9", "gone@acme.nl")] };
        var check = await Story.Of(Ann, bob, Cor).CheckAsync("""
            Employee number | Email address | Managers
            1               | ann2@acme.nl  |
            2               | bob@acme.nl   | nobody@acme.nl
            3               | cor@acme.nl   |
            """);

        check.Issue("managers.unknown").Suggestion.Should().Be("ann2@acme.nl, cor@acme.nl, gone@acme.nl");
    }

    [Fact]
    [Trait("Rule", "K7")]
    public async Task The_present_managers_are_suggested_for_an_unknown_one_and_not_for_one_whose_row_is_rejected()
    {
        var check = await Story.Of(Ann, Bob with { Managers = [new UserReference("1", "ann@acme.nl")] }).CheckAsync("""
            Employee number | Email address | Company | Managers
            2               | bob@acme.nl   | Acme    | nobody@acme.nl, 7@acme.nl
            7               | 7@acme.nl     | Nope    |
            """);

        check.Issues.Where(issue => issue.Row is 2).Select(issue => (issue.Code, issue.Suggestion)).Should().BeEquivalentTo(
            [("managers.unknown", "ann@acme.nl"), ("managers.rejected", (string?)null)]);
    }
}
