using System.Globalization;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>What stands in the final check, and in which order.</summary>
public class CheckWriterTests
{
    [Fact]
    [Trait("Rule", "K2")]
    public async Task A_row_that_says_in_other_words_what_is_stored_is_no_change()
    {
        var check = await Story.Of(Story.User("1") with { Functions = ["Director", "Controller"] }, Story.User("2")).CheckAsync("""
            Employee number | Company | Functions            | Language   | Prefix
            1               | ACME    | controller, director | Nederlands |
            2               | acme    |                      | Dutch      | van
            """);

        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Unchanged = 1 });
        check.Changes.Changes.Select(change => change.Row).Should().Equal(3);
    }

    [Fact]
    [Trait("Rule", "C6")]
    public async Task Values_of_a_user_that_the_import_does_not_know_pass_through()
    {
        var stored = Story.User("1") with { Custom = new Dictionary<string, string> { ["Shoe"] = "43" } };
        var check = await Story.Of(stored).CheckAsync("""
            Employee number | Prefix
            1               | van
            """);

        check.ChangeOf(2).After.Custom.Should().Equal(stored.Custom);
    }

    [Fact]
    [Trait("Rule", "K3")]
    public async Task The_problems_of_a_row_stand_in_the_order_of_the_columns_and_those_of_the_whole_row_first()
    {
        var locked = Story.User("1") with { Locked = "She is an administrator." };
        var check = await Story.Of(ImportAction.AddOnly, locked, Story.User("2")).CheckAsync("""
            Employee number | Prefix | Company | Managers      | Send invitation
            1               | van    | Nope    | nobody@acme.nl |
            2               |        | Nope    |               | maybe
            """);

        check.Codes().Should().Equal(
            "2 user.locked", "2 employeeNumber.exists", "2 company.unknown", "3 employeeNumber.exists", "3 company.unknown", "3 sendInvitation.invalid");
    }

    [Fact]
    [Trait("Rule", "K3")]
    public async Task Problems_and_rejected_rows_stand_in_the_order_of_the_file()
    {
        var check = await Story.Of(Story.User("1"), Story.User("2"), Story.User("3")).CheckAsync("""
            Employee number | Prefix | Active
            1               |        | x
            2               |        | x
            3               | van    | maybe
            2               | van    | x
            1               | de     | x
            """);

        check.Issues.Where(issue => issue.Row is not null).Select(issue => issue.Row).Should().BeInAscendingOrder();
        check.RejectedRows.Select(row => row.Row).Should().Equal(2, 3, 4, 5, 6);
    }

    [Fact]
    [Trait("Rule", "K6")]
    public async Task A_rejected_row_keeps_what_its_cells_say_and_flags_as_a_person_writes_them()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Prefix | Cost center | Active  | Send invitation | Company
            1               | {TRUE} | {FALSE}     | {TRUE}  | {FALSE}         | Nope
            2               |        |             | maybe   | x               | Acme
            """);

        var (first, second) = (check.RejectedRows[0].Cells, check.RejectedRows[1].Cells);
        (first["Prefix"], first["CostCenter"], first["Active"], first["SendInvitation"]).Should().Be(("TRUE", "FALSE", "x", ""));
        (second["Active"], second["SendInvitation"]).Should().Be(("maybe", "x"));
        second.Should().NotContainKeys("Prefix", "CostCenter");
    }

    [Fact]
    [Trait("Rule", "K6")]
    public async Task The_cells_of_a_rejected_row_are_found_by_key_and_in_the_order_of_the_columns()
    {
        var check = await Story.Of(Story.User("1") with { Managers = [new("9", "old@acme.nl")] }, Story.User("9", "old@acme.nl")).CheckAsync("""
            Employee number | Company | Managers    | Active  | Email address
            1               | Nope    | old@acme.nl | {FALSE} | 1@acme.nl
            9               | Acme    |             | x       | new@acme.nl
            """);

        var cells = check.RejectedRows.Should().ContainSingle().Which.Cells;
        cells.Should().Equal(new Dictionary<string, string>
        {
            ["EmployeeNumber"] = "1", ["FirstName"] = "Sam", ["LastName"] = "Poe", ["Email"] = "1@acme.nl", ["Company"] = "Nope",
            ["Department"] = "Sales", ["Active"] = "", ["Language"] = "nl", ["Managers"] = "new@acme.nl",
        });
        cells.Should().HaveCount(9);
        cells.Keys.Should().StartWith(["EmployeeNumber", "FirstName"]).And.EndWith("Managers");
        cells.Values.Should().EndWith("new@acme.nl");
        cells.ContainsKey("Prefix").Should().BeFalse();
        cells.TryGetValue("Shoe size", out _).Should().BeFalse();
        cells.Invoking(all => all["CostCenter"]).Should().Throw<KeyNotFoundException>();
    }

    [Fact]
    [Trait("Rule", "K1")]
    public async Task Notices_of_the_file_and_of_its_rows_are_counted_together()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Shoe size
            1               | 43
            1               | 43
            """);

        check.Counts.Notices.Should().Be(check.Issues.Count(issue => issue.Severity == IssueSeverity.Notice)).And.BeGreaterThan(2);
        check.Counts.Warnings.Should().Be(0);
    }

    [Theory]
    [InlineData("Teams", "Teams is not in the file: 1 existing user keeps what they have. New users get a blank value: 2.")]
    [InlineData("Active", "Active is not in the file: 1 existing user keeps what they have. New users will be inactive and cannot log in: 2.")]
    [Trait("Rule", "C4")]
    public async Task The_notice_of_an_absent_column_says_what_becomes_of_new_users(string column, string message)
    {
        var check = await Story.Of(Story.User("1")).CheckAsync("""
            Employee number | Prefix
            1               |
            2               |
            3               |
            """);

        check.Issues.Single(issue => issue.Code == "columns.absent" && issue.Column == column).Message.Should().Be(message);
    }

    [Fact]
    [Trait("Rule", "K3")]
    public async Task A_check_knows_the_culture_that_was_asked_for()
    {
        var story = Story.Of();
        (await story.CheckAsync("Employee number\n1")).Culture.Name.Should().Be("en");

        story.Request = new ImportRequest { Culture = CultureInfo.GetCultureInfo("nl-BE") };
        (await story.CheckAsync("Employee number\n1")).Culture.Name.Should().Be("nl-BE");
    }
}
