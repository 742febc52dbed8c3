using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>What is said of rows that are imported all the same.</summary>
public class FinalWarningsTests
{
    private static readonly UserRecord Ann = Story.User("1", "ann@acme.nl");
    private static readonly UserRecord Bob = Story.User("2", "bob@acme.nl");
    private static readonly UserRecord Cor = Story.User("3", "cor@acme.nl");

    [Fact]
    [Trait("Rule", "K3")]
    public async Task A_rejected_row_has_no_warnings()
    {
        var check = await Story.Of(Ann with { Active = false }).CheckAsync("""
            Employee number | Company | Send invitation | Managers
            7               | Nope    | x               | ann@acme.nl
            """);

        check.Codes().Should().Equal("2 company.unknown");
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task An_inactive_manager_is_named_once_on_the_first_row_that_adds_them()
    {
        var check = await Story.Of(Ann with { Active = false }, Bob).CheckAsync("""
            Employee number | Managers                 | Active
            7               | ann@acme.nl              | x
            2               | bob2@acme.nl,ann@acme.nl | x
            8               | bob@acme.nl, ann@acme.nl | x
            """);

        check.Codes().Should().Equal("2 managers.inactive", "3 managers.unknown");
        check.Issue("managers.inactive").Place().Should().Be(("Managers", "B2", "ann@acme.nl"));
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task A_manager_whom_the_file_deactivates_is_named_on_their_own_row_if_anybody_has_them()
    {
        var check = await Story.Of(Ann, Bob).CheckAsync("""
            Employee number | Email address | Managers    | Active
            7               | 7@acme.nl     | ann@acme.nl | x
            1               | ann@acme.nl   |             |
            2               | bob@acme.nl   |             |
            """);

        check.Codes().Should().Equal("3 managers.inactive");
        check.Issue("managers.inactive").Place().Should().Be(("Active", "D3", "ann@acme.nl"));
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task A_manager_who_was_inactive_before_is_named_where_they_are_added_though_the_file_has_them_too()
    {
        var check = await Story.Of(Ann with { Active = false, Prefix = "van" }).CheckAsync("""
            Employee number | Email address | Managers    | Active | Prefix
            1               | ann@acme.nl   |             |        | de
            7               | 7@acme.nl     | ann@acme.nl | x      |
            """);

        check.Codes().Should().Equal("3 managers.inactive");
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task Whether_a_manager_is_active_is_what_the_file_makes_of_them()
    {
        var check = await Story.Of(Ann with { Active = false }).CheckAsync("""
            Employee number | Email address | Managers    | Active
            1               | ann@acme.nl   |             | x
            8               | 8@acme.nl     |             |
            7               | 7@acme.nl     | ann@acme.nl | x
            6               | 6@acme.nl     | 8@acme.nl   | x
            """);

        check.Codes().Should().Equal("5 managers.inactive");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_present_manager_at_the_address_of_another_present_one_is_another_person()
    {
        var bob = Bob with { Managers = [new UserReference("1", "ann@acme.nl"), new UserReference("3", "cor@acme.nl")] };
        var check = await Story.Of(Ann with { FirstName = "Ann" }, bob, Cor with { FirstName = "Cor" }).CheckAsync("""
            Employee number | First name | Email address | Managers
            1               | Ann        | ann2@acme.nl  |
            3               | Cor        | ann@acme.nl   |
            2               | Sam        | bob@acme.nl   | ann@acme.nl
            """);

        check.Codes().Should().Equal("4 managers.otherPerson");
        check.Issue("managers.otherPerson").Message.Should().ContainAll("Ann Poe (1)", "Cor Poe (3)");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task Who_keeps_an_address_that_a_manager_shared_and_leaves_is_another_person()
    {
        var bob = Bob with { Managers = [new UserReference("5", "shared@acme.nl")] };
        var check = await Story.Of(bob, Story.User("4", "shared@acme.nl"), Story.User("5", "shared@acme.nl")).CheckAsync("""
            Employee number | Email address | Managers
            5               | five@acme.nl  |
            2               | bob@acme.nl   | shared@acme.nl
            """);

        check.Codes().Should().Equal("3 managers.otherPerson");
        check.ChangeOf(3).After.Managers.Select(manager => manager.EmployeeNumber).Should().Equal("4");
    }
}
