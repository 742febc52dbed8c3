using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

/// <summary>Lists with commas, on sheets: what the story's functions 'Nurse', 'Night' and 'Nurse, Night' do to a cell.</summary>
[Trait("Rule", "R6")]
public class ListRuleTests
{
    [Theory]
    [InlineData("Nurse, Night", "Nurse, Night", "\"Nurse, Night\"")]
    [InlineData("Director, Nurse, Night, Controller", "Director, Nurse, Night, Controller", "Director, \"Nurse, Night\", Controller")]
    [InlineData("Nurse,  Night, Head of Sales, North", "Nurse, Night, \"Head of Sales, North\"", "\"Nurse,  Night\", \"Head of Sales, North\"")]
    public async Task A_cell_with_two_readings_is_answered_with_both(string cell, string first, string second)
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Functions
            1               | {cell}
            """);

        check.Issue("functions.ambiguous").Message.Should()
            .Be($"'{cell}' can be read in two ways: {first} or {second}. Put names with a comma between quotation marks.");
    }

    [Fact]
    public async Task A_cell_with_very_many_readings_is_ambiguous_and_nothing_worse()
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Functions
            1               | {string.Join(", ", Enumerable.Repeat("Nurse, Night", 64))}
            """);

        check.Codes().Should().Equal("2 functions.ambiguous");
    }

    [Theory]
    [InlineData("Nurse, \"Night\"")]
    [InlineData("\"Nurse\", Night")]
    [InlineData("Night, Nurse")]
    public async Task No_name_reaches_over_a_quoted_entry_or_backwards(string cell)
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Functions
            1               | {cell}
            """);

        check.Codes().Should().BeEmpty();
        check.ChangeOf(2).After.Functions.Should().BeEquivalentTo("Nurse", "Night");
    }

    [Fact]
    public async Task The_beginning_of_a_name_with_a_comma_at_the_end_of_a_cell_is_no_name()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Functions
            1               | Director, Head of Sales
            """);

        check.Codes().Should().Equal("2 functions.unknown");
        check.Issue("functions.unknown").Value.Should().Be("Head of Sales");
    }

    [Fact]
    public async Task Commas_at_the_ends_of_a_defined_name_and_beside_each_other_are_part_of_it()
    {
        var structure = new OrgStructure
        {
            Companies = [new("Acme")],
            Departments = [new("Sales")],
            Teams = [new("Red"), new("Blue"), new("Red,"), new("Sales,, North")],
        };
        var check = await Story.In(structure).CheckAsync("""
            Employee number | Teams
            1               | Red, Blue
            2               | Sales,, North
            3               | "Red,", Blue
            """);

        check.Codes().Should().BeEmpty();
        check.Changes.Changes.OrderBy(change => change.Row).Select(change => string.Join(" + ", change.After.Teams))
            .Should().Equal("Red + Blue", "Sales,, North", "Red, + Blue");
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_name_with_a_comma_that_only_the_user_has_is_recognised_in_their_row_alone()
    {
        var own = Story.User("1") with { Functions = ["Former, function", "Nurse, Day"] };
        var check = await Story.Of(own, Story.User("2")).CheckAsync("""
            Employee number | Functions
            1               | Former, function, Director, Nurse, Day, Head of Sales, North
            2               | Former, function
            """);

        check.Codes().Should().Equal("3 functions.unknown", "3 functions.unknown");
        check.ChangeOf(2).After.Functions.Should().Equal("Former, function", "Director", "Nurse, Day", "Head of Sales, North");
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_longer_name_that_only_the_user_has_hides_no_shorter_one()
    {
        var check = await Story.Of(Story.User("1") with { Functions = ["Nurse, Day, Night"] }).CheckAsync("""
            Employee number | Functions
            1               | Nurse, Night
            """);

        check.Codes().Should().Equal("2 functions.ambiguous");
    }

    [Fact]
    public async Task A_list_in_another_order_and_spelling_leaves_the_stored_one()
    {
        var stored = Story.User("1") with { Functions = ["Director", "Controller"], Teams = ["Red"] };
        var check = await Story.Of(stored).CheckAsync("""
            Employee number | Functions                      | Teams   | Prefix
            1               | controller, DIRECTOR, director | red,RED | van
            """);

        check.Changed().Should().Equal("2 Prefix:  -> van");
        check.ChangeOf(2).After.Functions.Should().Equal("Director", "Controller");
    }

    [Fact]
    public async Task A_repeated_entry_counts_once_in_whatever_spelling()
    {
        var check = await Story.Of(Story.User("2")).CheckAsync("""
            Employee number | Functions          | Managers
            1               | Director, director | mailto:2@acme.nl, 2@ACME.nl, 2@acme.nl
            3               | Director,          | MAILTO:2@acme.nl
            """);

        check.Codes().Should().BeEmpty();
        check.Changes.Changes.Should().OnlyContain(change => change.After.Functions.Count == 1 && change.After.Managers.Count == 1);
        check.Changes.Changes.SelectMany(change => change.Fields).Where(field => field.Column == "Managers").Select(field => field.New).Should().OnlyContain(text => text == "2@acme.nl");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_repeated_manager_whom_nobody_knows_is_one_problem()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Managers
            1               | nobody@acme.nl, NOBODY@acme.nl, mailto:nobody@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.unknown");
    }

    [Fact]
    public async Task All_unknown_names_of_a_cell_are_reported()
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Teams
            1               | {string.Join(", ", Enumerable.Range(0, 20).Select(i => $"unknown {i}"))}
            2               | {string.Join(", ", Enumerable.Range(0, 30).Select(i => $"unknown {i}"))}
            """);

        check.Issues.Count(issue => issue is { Row: 2, Code: "teams.unknown" }).Should().Be(20);
        check.Issues.Count(issue => issue is { Row: 3, Code: "teams.unknown" }).Should().Be(30);
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task Rows_that_say_the_same_are_each_judged_for_their_own_user_and_share_one_list()
    {
        var check = await Story.Of(Story.User("1") with { Functions = ["Typist"] }, Story.User("2") with { Functions = ["CONTROLLER"] }).CheckAsync("""
            Employee number | Functions            | Teams
            3               | director, Controller | Nope
            4               | director, Controller | Nope
            5               | Typist, Director     |
            1               | Typist, Director     |
            6               | Typist, Director     |
            2               | director, Controller |
            7               | director, Controller |
            8               | director, Controller |
            """);

        check.Codes().Should().Equal("2 teams.unknown", "3 teams.unknown", "4 functions.retired", "6 functions.retired");
        check.ChangeOf(5).After.Functions.Should().Equal("Typist", "Director");
        check.ChangeOf(7).After.Functions.Should().Equal("Director", "CONTROLLER");
        check.ChangeOf(8).After.Functions.Should().Equal("Director", "Controller").And.BeSameAs(check.ChangeOf(9).After.Functions);
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task A_list_cell_that_cannot_be_read_has_no_entries()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Functions    | Teams        | Managers
            1               | {date 45000} | {error #N/A} | {date 45000}
            """);

        check.Codes().Should().Equal("2 functions.isDate", "2 teams.errorValue", "2 managers.isDate");
    }
}
