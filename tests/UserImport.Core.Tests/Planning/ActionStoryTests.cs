using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>Section 4 of the rule book, on sheets.</summary>
public class ActionStoryTests
{
    private const string Sheet = """
        Employee number | Prefix
        1               | van
        9               | van
        """;

    [Fact]
    [Trait("Rule", "A1")]
    public async Task Add_and_update_adds_new_users_and_updates_existing_ones()
    {
        var check = await Story.Of(Story.User("1")).CheckAsync(Sheet);

        check.Rows.Should().Be(new RowCounts(Read: 2, Added: 1, Updated: 1, Unchanged: 0, Rejected: 0, Duplicates: 0));
        (check.ChangeOf(2).Kind, check.ChangeOf(3).Kind).Should().Be((ChangeKind.Updated, ChangeKind.Added));
    }

    [Fact]
    [Trait("Rule", "A2")]
    public async Task Add_only_rejects_existing_users_and_update_only_unknown_ones()
    {
        var add = await Story.Of(ImportAction.AddOnly, Story.User("1")).CheckAsync(Sheet);
        var update = await Story.Of(ImportAction.UpdateOnly, Story.User("1")).CheckAsync(Sheet);

        add.Codes().Should().Equal("2 employeeNumber.exists");
        add.Changes.Changes.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.Added);
        update.Codes().Should().Equal("3 employeeNumber.unknown");
        update.Changes.Changes.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.Updated);
    }

    [Fact]
    [Trait("Rule", "A3")]
    public async Task Users_who_are_not_in_the_file_stay_as_they_are()
    {
        foreach (var action in Enum.GetValues<ImportAction>())
        {
            var story = Story.Of(action, Story.User("1"), Story.User("2") with { Prefix = "de" });
            var check = await story.CheckAsync(Sheet);
            await story.ApplyAsync(check);

            check.Changes.Changes.Should().NotContain(change => change.After.EmployeeNumber == "2");
            (story.Users["2"] with { Version = null }).Should().BeEquivalentTo(Story.User("2") with { Prefix = "de" });
        }
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task A_check_writes_nothing_and_applying_does_what_the_check_said_whatever_the_options_are_by_then()
    {
        var story = Story.Of(Story.User("1") with { CostCenter = "41" }).With(options => options.BlankCells = BlankCellPolicy.Keep);
        var check = await story.CheckAsync("Employee number | Prefix | Cost center\n1 | van |\n9 | |");

        story.Users.ApplyCalls.Should().Be(0);
        story.Users.All.Should().ContainSingle().Which.Prefix.Should().BeEmpty();
        story.Options.BlankCells = BlankCellPolicy.Clear;
        await story.ApplyAsync(check);
        (story.Users["1"].Prefix, story.Users["1"].CostCenter, story.Users.All.Count).Should().Be(("van", "41", 2));
    }

    [Fact]
    [Trait("Rule", "A4")]
    public async Task A_blank_optional_cell_clears_the_value_and_is_counted()
    {
        var stored = Story.User("1") with { Prefix = "van", CostCenter = "41", Functions = ["Director", "Controller"], Teams = ["Red"] };
        var check = await Story.Of(stored, Story.User("2")).CheckAsync("""
            Employee number | Prefix | Cost center | Functions | Teams | Active | Send invitation
            1               |        |             | Director  |       | x      |
            2               |        |             |           |       |        |
            """);

        check.Changed().Should().BeEquivalentTo(
            "2 Prefix: van -> ", "2 CostCenter: 41 -> ", "2 Functions: Director, Controller -> Director", "2 Teams: Red -> ", "3 Active: x -> ");
        check.Counts.Cleared.Should().BeEquivalentTo(new Dictionary<string, int> { ["Prefix"] = 1, ["CostCenter"] = 1, ["Teams"] = 1 },
            "a shorter list is not cleared, and Active never counts");
    }

    [Fact]
    [Trait("Rule", "A4")]
    public async Task Under_keep_a_blank_cell_keeps_and_FALSE_still_deactivates()
    {
        var stored = Story.User("1") with { Prefix = "van", Teams = ["Red"], Managers = [new UserReference("2", "2@acme.nl")] };
        var check = await Story.Of(stored, Story.User("2")).With(options => options.BlankCells = BlankCellPolicy.Keep).CheckAsync("""
            Employee number | Prefix | Teams | Managers | Active  | Send invitation | Last name
            1               |        |       |          |         |                 | New
            2               |        |       |          | {FALSE} |                 | Poe
            3               |        |       |          |         |                 |
            """);

        check.Changed().Should().Equal("2 LastName: Poe -> New", "3 Active: x -> ");
        check.Counts.Cleared.Values.Sum().Should().Be(0);
        check.Codes().Should().Contain("4 lastName.missing");
    }

    [Fact]
    [Trait("Rule", "A5")]
    public async Task A_blank_Active_deactivates_and_reactivations_are_counted_apart()
    {
        var check = await Story.Of(Story.User("1"), Story.User("2"), Story.User("3") with { Active = false }).CheckAsync("""
            Employee number | Active
            1               |
            2               | {FALSE}
            3               | x
            4               |
            """);

        (check.Counts.Deactivated, check.Counts.Reactivated).Should().Be((2, 1));
        check.ChangeOf(5).After.Active.Should().BeFalse();
    }
}
