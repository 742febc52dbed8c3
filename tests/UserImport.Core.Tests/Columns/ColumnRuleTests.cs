using System.Globalization;
using UserImport.Columns;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Columns;

/// <summary>Section 1 of the rule book, on sheets.</summary>
public class ColumnRuleTests
{
    [Fact]
    [Trait("Rule", "C1")]
    public async Task Headers_are_recognised_in_any_order_language_and_spelling()
    {
        var check = await Story.Of().CheckExactlyAsync("""
            Taal * | E-MAIL ADDRESS (required) | \u00A0given  name | ACHTERNAAM | Corporate ID | Bedrijf | Afdeling (verplicht)
            nl     | ann@acme.nl               | Ann               | Lee        | 1            | Acme    | Sales
            """);

        check.Rows.Added.Should().Be(1);
        check.ChangeOf(2).After.Should().BeEquivalentTo(Story.User("1", "ann@acme.nl") with { FirstName = "Ann", LastName = "Lee", Active = false });
    }

    [Fact]
    [Trait("Rule", "C2")]
    public async Task The_header_row_is_found_below_titles_and_blank_rows()
    {
        var check = await Story.Of().CheckExactlyAsync("""
            Users of Acme

            Department   | printed in May
            Employee number | First name | Last name | Email address | Company | Department | Language
            1               | Sam        | Poe       | 1@acme.nl     | Acme    | Sales      | nl
            """);

        check.Refusal.Should().BeNull();
        check.ChangeOf(5).After.EmployeeNumber.Should().Be("1");
    }

    [Fact]
    [Trait("Rule", "C2")]
    public async Task A_header_row_has_at_least_three_known_headers_one_of_them_number_or_email()
    {
        (await Story.Of().CheckExactlyAsync("Employee number | Last name\n1 | Poe")).Refusal!.Code.Should().Be("workbook.noHeaders");
        (await Story.Of().CheckExactlyAsync("First name | Last name | Company\nSam | Poe | Acme")).Refusal!.Code.Should().Be("workbook.noHeaders");
        (await Story.Of().CheckExactlyAsync("First name | Last name | E-mail\nSam | Poe | 1@acme.nl")).Refusal!.Code.Should().Be("columns.missing");
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, "workbook.noHeaders")]
    [Trait("Rule", "C2")]
    public async Task The_header_row_is_looked_for_in_the_first_twenty_rows_that_are_not_blank(int titles, string? refusal)
    {
        var above = string.Concat(Enumerable.Repeat("A title\n\n", titles));
        var check = await Story.Of().CheckExactlyAsync(above + """
            Employee number | First name | Last name | Email address | Company | Department | Language
            1               | Sam        | Poe       | 1@acme.nl     | Acme    | Sales      | nl
            """);

        check.Refusal?.Code.Should().Be(refusal);
        check.Rows.Added.Should().Be(refusal is null ? 1 : 0);
    }

    [Fact]
    [Trait("Rule", "C3")]
    public async Task Missing_required_columns_are_one_problem_that_names_them_all()
    {
        var check = await Story.Of().CheckExactlyAsync("""
            Employee number | First name | Email address | Company
            1               | Sam        | 1@acme.nl     | Acme
            """);

        check.Refusal!.Code.Should().Be("columns.missing");
        check.Refusal.Message.Should().ContainAll("Last name", "Department", "Language").And.NotContain("Teams");
        check.Changes.Changes.Should().BeEmpty();
    }

    [Fact]
    [Trait("Rule", "C3")]
    public async Task A_header_that_occurs_twice_refuses_the_file_in_whatever_spelling()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Email | Teams | E-mailadres
            1               | a@b.nl |      | c@d.nl
            """);

        check.Refusal!.Code.Should().Be("columns.repeated");
        check.Refusal.Column.Should().Be("Email");
    }

    [Fact]
    [Trait("Rule", "C3")]
    public async Task An_unknown_column_is_ignored_and_named_in_a_notice()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Shoe size
            1               | 43
            """);

        check.Rows.Added.Should().Be(1);
        var notice = check.Issue("columns.unknown");
        (notice.Severity, notice.Value).Should().Be((IssueSeverity.Notice, "Shoe size"));
    }

    [Fact]
    [Trait("Rule", "C4")]
    public async Task An_absent_column_keeps_what_existing_users_have_and_says_how_many()
    {
        var check = await Story.Of(Story.User("1") with { Teams = ["Red"] }, Story.User("2") with { Teams = ["Blue"] }).CheckAsync("""
            Employee number | Prefix
            1               | van
            2               |
            3               |
            """);

        check.Changed().Should().Equal("2 Prefix:  -> van");
        check.Counts.KeptAbsent["Teams"].Should().Be(2);
        check.Counts.KeptAbsent.Should().NotContainKeys("Prefix", "SendInvitation");
        check.Issues.Should().Contain(issue => issue.Code == "columns.absent" && issue.Column == "Teams" && issue.Severity == IssueSeverity.Notice)
            .Which.Message.Should().StartWith("Teams is not in the file: 2 existing users keep what they have.");
        check.ChangeOf(4).After.Active.Should().BeFalse();
        check.Issues.Should().Contain(issue => issue.Code == "columns.absent" && issue.Column == "Active").Which.Message.Should().Contain("inactive");
    }

    [Theory]
    [InlineData("en", "Teams is not in the file: 1 existing user keeps what they have.")]
    [InlineData("nl", "Teams staat niet in het bestand: 1 bestaande gebruiker houdt wat die heeft.")]
    [Trait("Rule", "C4")]
    public async Task One_user_who_keeps_something_is_no_users(string language, string message)
    {
        var story = Story.Of(Story.User("1") with { Teams = ["Red"] });
        story.Request = new ImportRequest { Culture = new(language) };

        var check = await story.CheckAsync("""
            Employee number | Prefix
            1               | van
            """);

        check.Issues.Should().Contain(issue => issue.Code == "columns.absent" && issue.Column == "Teams").Which.Message.Should().Be(message);
    }

    [Fact]
    [Trait("Rule", "C5")]
    public async Task A_file_without_the_mark_is_accepted_and_a_present_template_gives_no_notice()
    {
        var story = Story.Of(Story.User("1"));

        (await story.CheckAsync("Employee number\n1")).Codes().Should().BeEmpty();
        (await story.CheckAsync(await story.ExportAsync())).Issues.Should().BeEmpty();
    }

    [Fact]
    [Trait("Rule", "C6")]
    public async Task A_column_of_the_host_is_parsed_compared_judged_and_exported()
    {
        var badge = new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge", ["nl"] = "Pasje" })
        {
            MaxLength = 5,
            Rule = (value, _) => value.StartsWith('B') ? null : "a badge begins with B",
        };
        var story = Story.Of(User("1", "B1"), User("2", "B2"), User("3", "X3")).With(options => options.CustomColumns.Add(badge));

        var check = await story.CheckAsync("""
            Employee number | Pasje
            1               | B9
            2               |
            3               | X3
            4               | B44444
            5               | C5
            """);

        check.Changed().Should().Equal("2 Badge: B1 -> B9", "3 Badge: B2 -> ");
        check.Counts.Cleared["Badge"].Should().Be(1);
        check.Codes().Should().Equal("5 badge.tooLong", "6 badge.invalid");
        check.Issue("badge.invalid").Message.Should().Be("Badge: a badge begins with B");
        (await story.CheckAsync(await story.ExportAsync(CultureInfo.GetCultureInfo("nl")))).Changes.Changes.Should().BeEmpty();

        static UserRecord User(string number, string badge) =>
            Story.User(number) with { Custom = new Dictionary<string, string> { ["Badge"] = badge } };
    }
}
