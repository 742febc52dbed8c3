using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>Managers whom a row leaves as they are, in a file that gives them, or somebody else, another address.</summary>
[Trait("Rule", "F3")]
public class ManagersToLookUpTests
{
    private static readonly UserRecord Ann = Story.User("1", "ann@acme.nl");
    private static readonly UserRecord Bob = Story.User("2", "bob@acme.nl") with { Managers = [new UserReference("1", "ann@acme.nl")] };
    private static readonly UserRecord Cor = Story.User("3", "cor@acme.nl");

    [Theory]
    [InlineData("", "ann@acme.nl")]
    [InlineData("van", "ann@acme.nl")]
    [InlineData("", "Ann@Acme.NL")]
    [InlineData("van", "Ann@Acme.NL")]
    public async Task An_unchanged_cell_means_who_takes_the_address_and_says_so(string prefix, string manager)
    {
        var check = await Story.Of(Ann, Bob, Cor).CheckAsync($"""
            Employee number | Email address | Prefix   | Managers
            2               | bob@acme.nl   | {prefix} | {manager}
            1               | ann2@acme.nl  |          |
            3               | ann@acme.nl   |          |
            """);

        check.Codes().Should().Equal("2 managers.otherPerson");
        check.Issue("managers.otherPerson").Value.Should().Be(manager);
        check.Issue("managers.otherPerson").Message.Should().ContainAll("Sam Poe (1)", "Sam Poe (3)");
        check.ChangeOf(2).After.Managers.Should().Equal(new UserReference("3", "ann@acme.nl"));
        check.Changed().Should().Contain("2 Managers: ann@acme.nl -> ann@acme.nl");
    }

    [Theory]
    [InlineData("", "ann@acme.nl")]
    [InlineData("van", "ann@acme.nl")]
    [InlineData("", "ANN@acme.nl")]
    [InlineData("van", "ANN@acme.nl")]
    public async Task An_unchanged_cell_with_the_old_address_means_who_had_it(string prefix, string manager)
    {
        var check = await Story.Of(Ann, Bob).CheckAsync($"""
            Employee number | Email address | Prefix   | Managers
            2               | bob@acme.nl   | {prefix} | {manager}
            1               | ann2@acme.nl  |          |
            """);

        check.Codes().Should().Equal("2 managers.oldAddress");
        check.Issue("managers.oldAddress").Value.Should().Be(manager);
        check.Changed().Should().NotContain(change => change.StartsWith("2 Managers"));
    }

    [Theory]
    [InlineData("bob@acme.nl", "ann@acme.nl, cor@acme.nl, ann@acme.nl")]
    [InlineData("bob2@acme.nl", "ann@acme.nl, cor@acme.nl, ann@acme.nl")]
    [InlineData("bob2@acme.nl", "cor@acme.nl,Ann@acme.nl, ann@acme.nl,ann@acme.nl")]
    [Trait("Rule", "R6")]
    public async Task A_manager_whom_a_cell_names_again_is_one_manager(string email, string managers)
    {
        var bob = Bob with { Managers = [new UserReference("1", "ann@acme.nl"), new UserReference("3", "cor@acme.nl")] };
        var check = await Story.Of(Ann, bob, Cor).CheckAsync($"""
            Employee number | Email address | Managers
            2               | {email}       | {managers}
            1               | ann2@acme.nl  |
            """);

        check.Codes().Should().Equal("2 managers.oldAddress");
        check.Changed().Should().NotContain(change => change.StartsWith("2 Managers"));
    }

    [Theory]
    [InlineData("Managers", "ann2@acme.nl")]
    [InlineData("Cost center", "7")]
    public async Task Managers_who_stay_pass_through_with_the_address_that_they_get(string header, string cell)
    {
        var check = await Story.Of(Ann, Bob).CheckAsync($"""
            Employee number | Email address | Prefix | {header}
            1               | ann2@acme.nl  |        |
            2               | bob@acme.nl   | van    | {cell}
            """);

        check.ChangeOf(3).After.Managers.Should().Equal(new UserReference("1", "ann2@acme.nl"));
        check.Changed().Should().NotContain(change => change.Contains("Managers"));
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_manager_whom_the_repository_does_not_return_stays_as_stored()
    {
        var stored = Bob with { Managers = [new UserReference("8", "gone@acme.nl"), new UserReference("1", "ann@acme.nl")] };
        var check = await Story.Of(Ann, stored).CheckAsync("""
            Employee number | Email address | Prefix
            1               | ann2@acme.nl  |
            2               | bob@acme.nl   | van
            """);

        check.ChangeOf(3).After.Managers.Should().Equal(new UserReference("8", "gone@acme.nl"), new UserReference("1", "ann2@acme.nl"));
    }
}
