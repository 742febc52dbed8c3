using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.Differences;

/// <summary>Which fields a change lists, and how it writes old and new.</summary>
[Trait("Rule", "K2")]
public class FieldComparisonTests
{
    private static readonly UserRecord Ann = Story.User("1", "ann@acme.nl");
    private static readonly UserRecord Cor = Story.User("3", "cor@acme.nl");

    [Fact]
    public async Task A_new_user_has_every_field_that_is_not_blank()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Prefix | Teams | Active | Send invitation
            1               |        | Red   | x      | x
            """);

        check.ChangeOf(2).Fields.Should().Equal(
            new("EmployeeNumber", "", "1"), new("FirstName", "", "Sam"), new("LastName", "", "Poe"), new("Email", "", "1@acme.nl"), new("Company", "", "Acme"),
            new("Department", "", "Sales"), new("Active", "", "x"), new("Language", "", "Nederlands"), new("Teams", "", "Red"));
    }

    [Fact]
    public async Task A_changed_user_has_what_becomes_blank_too()
    {
        var check = await Story.Of(Ann with { Prefix = "van", Teams = ["Red"], CostCenter = "7" }).CheckAsync("""
            Employee number | Prefix | Teams | Cost center | Active
            1               |        |       | 7           |
            """);

        check.ChangeOf(2).Fields.Should().Equal(new FieldChange("Prefix", "van", ""), new("Active", "x", ""), new("Teams", "Red", ""));
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task Managers_in_another_order_are_the_same()
    {
        var bob = Story.User("2") with { Managers = [new UserReference("1", "ann@acme.nl"), new UserReference("3", "cor@acme.nl")] };
        var check = await Story.Of(Ann, bob, Cor).CheckAsync("""
            Employee number | Managers
            2               | COR@acme.nl, ann@acme.nl
            """);

        check.Codes().Should().BeEmpty();
        check.Rows.Unchanged.Should().Be(1);
        check.Changes.Changes.Should().BeEmpty();
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task Old_managers_are_written_with_the_addresses_of_today()
    {
        var bob = Story.User("2") with { Managers = [new UserReference("1", "ann.before@acme.nl"), new UserReference("9", "nobody@acme.nl")] };
        var check = await Story.Of(Ann, bob, Cor).CheckAsync("""
            Employee number | Email address | Managers
            1               | ann2@acme.nl  |
            2               | 2@acme.nl     | cor@acme.nl
            """);

        check.Changed().Should().Contain("3 Managers: ann@acme.nl, nobody@acme.nl -> cor@acme.nl");
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task Of_several_who_share_an_address_the_present_manager_is_meant()
    {
        var (one, other) = (Story.User("4", "shared@acme.nl"), Story.User("5", "shared@acme.nl"));
        var bob = Story.User("2") with { Managers = [new UserReference("5", "shared@acme.nl")] };
        var check = await Story.Of(Ann, bob, Cor, one, other).CheckAsync("""
            Employee number | Email address | Managers
            2               | 2@acme.nl     | ann@acme.nl, shared@acme.nl
            3               | cor@acme.nl   | shared@acme.nl
            """);

        check.Codes().Should().Equal("3 managers.ambiguous");
        check.ChangeOf(2).After.Managers.Select(manager => manager.EmployeeNumber).Should().Equal("1", "5");
    }

    [Fact]
    [Trait("Rule", "M9")]
    public async Task A_cell_with_a_problem_of_its_own_changes_no_locked_user()
    {
        var locked = Story.User("1") with { Locked = "She is an administrator.", Company = "Globex", Department = "Research" };
        var check = await Story.Of(locked, Story.User("2") with { Locked = "So is he." }).CheckAsync("""
            Employee number | Company | Department | Prefix | Active
            1               | Nope    | Research   |        | x
            2               | Nope    | Sales      | van    | x
            """);

        check.Codes().Should().Equal("2 company.unknown", "3 user.locked", "3 company.unknown");
    }
}
