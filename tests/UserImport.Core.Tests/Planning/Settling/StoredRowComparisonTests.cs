using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.Settling;

/// <summary>Rows that look as if they said what is stored, letter by letter, and say something else.</summary>
public class StoredRowComparisonTests
{
    [Fact]
    [Trait("Rule", "R6")]
    public async Task A_stored_list_that_could_be_one_name_with_a_comma_has_two_readings()
    {
        var check = await Story.Of(Story.User("1") with { Functions = ["Nurse", "Night"] }, Story.User("2") with { Teams = ["Green", "Yellow"] }).CheckAsync("""
            Employee number | Functions    | Teams         | Active
            1               | Nurse, Night |               | x
            2               |              | Green, Yellow | x
            """);

        check.Codes().Should().Equal("2 functions.ambiguous", "3 teams.ambiguous");
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task A_number_a_date_and_a_boolean_are_what_a_person_sees_and_not_what_the_file_stores()
    {
        var check = await Story.Of(Story.User("1") with { CostCenter = "7" }, Story.User("2") with { CostCenter = "45000" }, Story.User("3") with { CostCenter = "1" },
            Story.User("4") with { CostCenter = "7" }).CheckAsync("""
            Employee number | Cost center
            1               | {number 7 as 00000}
            2               | {date 45000}
            3               | {TRUE}
            4               | {number 7}
            """);

        check.Changed().Should().Equal("2 CostCenter: 7 -> 00007", "4 CostCenter: 1 -> TRUE");
        check.Codes().Should().Equal("3 costCenter.isDate");
        check.Rows.Unchanged.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public async Task An_employee_number_in_a_number_cell_is_its_digits_and_the_zeros_of_its_format()
    {
        var check = await Story.Of(Story.User("7"), Story.User("00042"), Story.User("0088"), Story.User("45000"), Story.User("0")).CheckAsync("""
            Employee number       | Email address | Active
            {number 7}            | 7@acme.nl     | x
            {number 42 as 00000}  | 00042@acme.nl | x
            {number 88}           | 0088@acme.nl  | x
            {date 45000}          | 45000@acme.nl | x
            {number 0}            | 0@acme.nl     |
            """);

        check.Codes().Should().BeEquivalentTo("4 employeeNumber.zerosLost", "5 employeeNumber.isDate");
        check.Changed().Should().Equal("6 Active: x -> ");
        check.Rows.Should().BeEquivalentTo(new { Unchanged = 2, Updated = 1, Rejected = 2 });
    }

    [Theory]
    [InlineData("Controller,Director", "1@acme.nl,  2@acme.nl")]
    [InlineData("Controller,   Director", "1@acme.nl, 2@acme.nl")]
    [InlineData("Controller, Director", "1@ACME.nl, 2@acme.NL")]
    [InlineData("Director, Controller", "2@acme.nl, 1@acme.nl")]
    [InlineData("Director, Controller, Director", "1@acme.nl, 2@acme.nl, 1@acme.nl")]
    [Trait("Rule", "K6")]
    public async Task A_list_that_is_spaced_cased_or_ordered_otherwise_is_given_back_as_it_was_written(string functions, string managers)
    {
        var user = Story.User("3") with { Functions = ["Controller", "Director"], Managers = [new UserReference("1", "1@acme.nl"), new UserReference("2", "2@acme.nl")] };
        var check = await Story.Of(Story.User("1"), Story.User("2"), user).CheckAsync($"""
            Employee number | Company | Functions   | Managers   | Active
            3               | Nowhere | {functions} | {managers} | x
            """);

        check.Codes().Should().Equal("2 company.unknown");
        check.RejectedRows[0].Cells["Functions"].Should().Be(functions);
        check.RejectedRows[0].Cells["Managers"].Should().Be(managers);
    }

    [Theory]
    [InlineData("Red, Blue, Green", "")]
    [InlineData("Green,Red,  Blue", "")]
    [InlineData("Blue, Blue, Green, Red, Blue", "")]
    [InlineData("Red, Blue, Red", "Red, Blue, Green -> Red, Blue")]
    [InlineData("Green, Blue", "Red, Blue, Green -> Green, Blue")]
    [InlineData("Red, Red, Red", "Red, Blue, Green -> Red")]
    [InlineData("Orange, Green, Blue, Red", "Red, Blue, Green -> Orange, Green, Blue, Red")]
    [Trait("Rule", "R6")]
    public async Task A_list_says_what_is_stored_if_it_names_each_entry_and_no_other_in_whatever_order(string cell, string change)
    {
        var structure = new OrgStructure { Companies = Story.Structure.Companies, Departments = Story.Structure.Departments, Languages = Story.Structure.Languages,
            Teams = [new("Red"), new("Blue"), new("Green"), new("Orange")] };
        var check = await Story.In(structure, Story.User("1") with { Teams = ["Red", "Blue", "Green"] }).CheckAsync($"""
            Employee number | Teams  | Active
            1               | {cell} | x
            """);

        check.Codes().Should().BeEmpty();
        check.Changed().Should().BeEquivalentTo(change.Length == 0 ? [] : (string[])[$"2 Teams: {change}"]);
    }

    [Theory]
    [InlineData("2@acme.nl,1@acme.nl", 0)]
    [InlineData("1@acme.nl, 2@ACME.nl, 1@acme.nl", 0)]
    [InlineData("2@acme.nl, 2@acme.nl", 1)]
    [InlineData("3@acme.nl, 2@acme.nl, 1@acme.nl", 1)]
    [Trait("Rule", "F3")]
    public async Task Managers_stay_who_they_are_in_whatever_order_a_cell_names_them(string cell, int updated)
    {
        var user = Story.User("4") with { Managers = [new UserReference("1", "1@acme.nl"), new UserReference("2", "2@acme.nl")] };
        var check = await Story.Of(Story.User("1"), Story.User("2"), Story.User("3"), user).CheckAsync($"""
            Employee number | Managers | Active
            4               | {cell}   | x
            """);

        check.Codes().Should().BeEmpty();
        check.Rows.Should().BeEquivalentTo(new { Updated = updated, Unchanged = 1 - updated });
    }

    [Theory]
    [InlineData("", "", "9=")]
    [InlineData("1@acme.nl", "1", "1=1@acme.nl;9=")]
    [InlineData(",1@acme.nl", "1", "9=;1=1@acme.nl")]
    [Trait("Rule", "F3")]
    public async Task A_manager_without_an_address_is_in_no_cell(string cell, string left, string stored)
    {
        var user = Story.User("2") with { Managers = [.. stored.Split(';').Select(one => new UserReference(one.Split('=')[0], one.Split('=')[1]))] };
        var check = await Story.Of(Story.User("1"), user).CheckAsync($"""
            Employee number | Managers
            2               | {cell}
            """);

        check.ChangeOf(2).After.Managers.Select(manager => manager.EmployeeNumber).Should().Equal(left.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(BlankCellPolicy.Clear)]
    [InlineData(BlankCellPolicy.Keep)]
    [Trait("Rule", "R1")]
    public async Task Spaces_around_texts_say_nothing(BlankCellPolicy blankCells)
    {
        var boss = Story.User("1");
        var worker = Story.User("2") with { CostCenter = "10", Teams = ["Red", "Blue"], Managers = [new UserReference("1", "1@acme.nl")] };
        var check = await Story.Of(boss, worker).With(options => options.BlankCells = blankCells).CheckAsync("""
            Employee number | Email address         | Prefix       | Functions    | Cost center  | Active       | Teams                | Managers
            1               | new@acme.nl\u0020     | \u0020       | \u0020\u0020 | \u0020       | \u0020x      |                      | \u0020
            \u00202\u0020   | \u0020 2@acme.nl      | \u0020\u0020 | \u0020       | \u0020 10     | X\u0020      | \u0020Red, Blue\u0020 | \u00201@acme.nl\u0020
            """);

        check.Codes().Should().Equal("3 managers.oldAddress");
        check.Changed().Should().Equal("2 Email: 1@acme.nl -> new@acme.nl");
        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Unchanged = 1 });
    }

    [Fact]
    [Trait("Rule", "R5")]
    public async Task A_flag_is_read_in_every_way_of_saying_it_where_all_else_is_as_stored()
    {
        var (active, inactive) = (Story.User("1"), Story.User("2") with { Active = false });
        var check = await Story.Of(active, inactive, Story.User("3"), Story.User("4"), inactive with { EmployeeNumber = "5", Email = "5@acme.nl" }).CheckAsync("""
            Employee number | Active  | Send invitation
            1               | {FALSE} |
            2               | {TRUE}  | {FALSE}
            3               | {TRUE}  | {TRUE}
            4               | X       |
            5               | {FALSE} | {FALSE}
            """);

        check.Changed().Should().Equal("2 Active: x -> ", "3 Active:  -> x");
        check.ChangeOf(4).Kind.Should().Be(ChangeKind.Invited);
        check.Rows.Should().BeEquivalentTo(new { Updated = 2, Unchanged = 3 });
    }

    [Theory]
    [InlineData("Poe", "Pöe")]
    [InlineData("Pöe", "Poe")]
    [InlineData("Poe", "Poes")]
    [InlineData("Pöe", "Pöes")]
    [InlineData("Jansen", "Jansem")]
    [InlineData("Jansen", "Tansen")]
    [InlineData("van der Meer", "van der Meet")]
    [InlineData("van der Meer", "van den Meer")]
    [InlineData("van der Meer en Zoon", "van der Meer an Zoon")]
    [InlineData("日本語 Ltd", "日本話 Ltd")]
    [InlineData("a😀", "a😁")]
    [InlineData("poe", "POE")]
    [Trait("Rule", "M7")]
    public async Task One_letter_that_differs_is_a_change_wherever_it_stands(string stored, string cell)
    {
        var check = await Story.Of(Story.User("1") with { LastName = stored }, Story.User("2") with { LastName = stored }).CheckAsync($"""
            Employee number | Last name | Active
            1               | {cell}    | x
            2               | {stored}  | x
            """);

        check.Changed().Should().Equal($"2 LastName: {stored} -> {cell}");
        check.Rows.Unchanged.Should().Be(1);
    }

    [Theory]
    [InlineData("Controller, Director", "")]
    [InlineData("Controller,Director", "")]
    [InlineData(",Controller, Director,", "")]
    [InlineData("Director, Controller", "")]
    [InlineData("Controller,xDirector", "functions.unknown")]
    [InlineData("Controllers, Director", "functions.unknown")]
    [InlineData("Controller, Director, Nobody", "functions.unknown")]
    [InlineData("Controller", "Functions: Controller, Director -> Controller")]
    [InlineData("Director", "Functions: Controller, Director -> Director")]
    [InlineData("Controller, Director, Nurse", "Functions: Controller, Director -> Controller, Director, Nurse")]
    [Trait("Rule", "R6")]
    public async Task A_list_says_what_is_stored_if_all_its_entries_do(string cell, string expected)
    {
        var check = await Story.Of(Story.User("1") with { Functions = ["Controller", "Director"] }).CheckAsync($"""
            Employee number | Functions | Active
            1               | {cell}    | x
            """);

        check.Changed().Concat(check.Codes()).Select(text => text[2..]).Should().Equal(expected.Length == 0 ? [] : [expected]);
    }
}
