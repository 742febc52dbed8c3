using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>Section 5 of the rule book, on sheets.</summary>
public class FinalStateStoryTests
{
    private static readonly UserRecord Ann = Story.User("1", "ann@acme.nl");
    private static readonly UserRecord Bob = Story.User("2", "bob@acme.nl");
    private static readonly UserRecord Cor = Story.User("3", "cor@acme.nl");

    [Fact]
    [Trait("Rule", "F1")]
    public async Task Of_identical_rows_the_first_stays_and_the_others_are_notices()
    {
        var check = await Story.Of(Ann).CheckAsync("""
            Employee number | Email address | Prefix | Functions            | Company
            1               | ann@acme.nl   | van    | Director, Controller | Acme
            1               | ann@acme.nl   | van    | controller, Director | ACME
            7               | wrong         | van    |                      | Nope
            7               | wrong         | van    |                      | Nope
            """);

        check.Rows.Should().Be(new RowCounts(Read: 4, Added: 0, Updated: 1, Unchanged: 0, Rejected: 1, Duplicates: 2));
        check.Codes().Should().Equal("3 row.duplicate", "4 email.invalid", "4 company.unknown", "5 row.duplicate");
        check.Issues.First(issue => issue.Code == "row.duplicate").Severity.Should().Be(IssueSeverity.Notice);
    }

    [Fact]
    [Trait("Rule", "F1")]
    public async Task Differing_rows_about_one_user_or_one_address_are_all_rejected_and_name_each_other()
    {
        var check = await Story.Of(Ann).CheckAsync("""
            Employee number | Email address | Prefix | Last name
            1               | ann@acme.nl   | van    | Poe
            1               | new@acme.nl   | de     | Poe
            7               | seven@acme.nl |        | Poe
            8               | SEVEN@acme.nl |        | Lee
            9               | nine@acme.nl  |        |
            9               | nine@acme.nl  |        | Poe
            """);

        check.Codes().Should().Contain(["2 employeeNumber.duplicate", "3 employeeNumber.duplicate", "4 email.duplicate", "5 email.duplicate",
            "6 employeeNumber.duplicate", "6 lastName.missing", "7 employeeNumber.duplicate"]);
        check.Rows.Should().BeEquivalentTo(new { Read = 6, Rejected = 6 });
        check.Issues.Single(issue => issue is { Row: 2, Code: "employeeNumber.duplicate" }).Message.Should().ContainAll("row 3", "Prefix", "Email address");
        check.Issues.Single(issue => issue is { Row: 5, Code: "email.duplicate" }).Message.Should().ContainAll("row 4", "Last name");
    }

    [Fact]
    [Trait("Rule", "F1")]
    public async Task A_list_with_two_readings_counts_as_its_text_and_is_identical_to_neither_reading()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Functions
            7               | Nurse, Night
            7               | "Nurse", Night
            8               | Nurse, Night
            8               | Nurse, Night
            """);

        check.Rows.Should().BeEquivalentTo(new { Rejected = 3, Duplicates = 1 });
        check.Codes().Should().Contain(["2 functions.ambiguous", "2 employeeNumber.duplicate", "3 employeeNumber.duplicate", "5 row.duplicate"]);
    }

    [Fact]
    [Trait("Rule", "F1")]
    public async Task A_row_with_a_damaged_cell_is_identical_to_none()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Prefix
            7               | {damaged}
            7               | {damaged}
            """);

        check.Rows.Should().BeEquivalentTo(new { Rejected = 2, Duplicates = 0 });
    }

    [Fact]
    [Trait("Rule", "F1")]
    public async Task New_numbers_that_differ_in_case_are_one_user_in_two_spellings_and_clash()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Email address
            b7              | b7@acme.nl
            B7              | b7@acme.nl
            """);

        check.Rows.Should().BeEquivalentTo(new { Rejected = 2, Duplicates = 0 });
        check.Codes().Should().Contain(["2 employeeNumber.duplicate", "3 employeeNumber.duplicate"]);
    }

    [Fact]
    [Trait("Rule", "F2")]
    public async Task Swaps_rotations_and_hand_overs_are_valid()
    {
        var check = await Story.Of(Ann, Bob, Cor, Story.User("4", "dee@acme.nl"), Story.User("5", "eve@acme.nl")).CheckAsync("""
            Employee number | Email address
            1               | bob@acme.nl
            2               | cor@acme.nl
            3               | ANN@acme.nl
            6               | dee@acme.nl
            4               | eve@acme.nl
            5               | fay@acme.nl
            """);

        check.Codes().Should().BeEmpty();
        check.Rows.Should().BeEquivalentTo(new { Added = 1, Updated = 5, Rejected = 0 });
    }

    [Fact]
    [Trait("Rule", "F2")]
    public async Task Rejections_cascade_and_name_their_cause()
    {
        var check = await Story.Of(Ann, Bob, Cor).CheckAsync("""
            Employee number | Email address | Last name
            1               | bob@acme.nl   | Poe
            2               | cor@acme.nl   | Poe
            3               | new@acme.nl   |
            """);

        check.Codes().Should().Equal("2 email.taken", "3 email.taken", "4 lastName.missing");
        var taken = check.Issues.Where(issue => issue.Code == "email.taken").ToList();
        taken[0].Message.Should().Contain("Row 3 would have freed it, but is rejected.");
        taken[1].Message.Should().Contain("Row 4 would have freed it, but is rejected.");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_manager_may_be_added_further_down_or_get_a_new_address()
    {
        var check = await Story.Of(Ann, Bob).CheckAsync("""
            Employee number | Email address  | Managers                      | Active
            1               | ann@acme.nl    | new@acme.nl, "BOB2@acme.nl"   | x
            7               | new@acme.nl    | bob@acme.nl                   | x
            2               | bob2@acme.nl   |                               | x
            """);

        check.Codes().Should().Equal("3 managers.oldAddress");
        check.ChangeOf(2).After.Managers.Should().BeEquivalentTo([new UserReference("7", "new@acme.nl"), new UserReference("2", "bob2@acme.nl")]);
        check.ChangeOf(3).After.Managers.Should().Equal(new UserReference("2", "bob2@acme.nl"));
        check.Issue("managers.oldAddress").Suggestion.Should().Be("bob2@acme.nl");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_manager_whom_nobody_knows_or_whose_row_is_rejected_rejects_the_row()
    {
        var check = await Story.Of(Ann, Bob).CheckAsync("""
            Employee number | Email address | Managers     | Last name
            1               | ann@acme.nl   | nobody       | Poe
            2               | bob@acme.nl   | new@acme.nl  | Poe
            7               | new@acme.nl   |              |
            """);

        check.Codes().Should().Equal("2 managers.unknown", "3 managers.rejected", "4 lastName.missing");
        check.Issue("managers.rejected").Message.Should().Contain("row 4");
        check.Issue("managers.unknown").Place().Should().Be(("Managers", "C2", "nobody"));
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_manager_who_only_gets_a_new_address_changes_nothing_for_their_people()
    {
        var cor = Cor with { Managers = [new UserReference("1", "ann@acme.nl")] };
        var check = await Story.Of(Ann, Bob, cor).CheckAsync("""
            Employee number | Email address | Managers
            1               | ann2@acme.nl  |
            3               | cor@acme.nl   | ann2@acme.nl
            """);

        check.Changed().Should().Equal("2 Email: ann@acme.nl -> ann2@acme.nl");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task An_unchanged_address_that_means_another_person_is_a_change_with_a_warning()
    {
        var cor = Cor with { Managers = [new UserReference("1", "ann@acme.nl")] };
        var check = await Story.Of(Ann, Bob, cor).CheckAsync("""
            Employee number | Email address | Managers
            1               | ann2@acme.nl  |
            2               | ann@acme.nl   |
            3               | cor@acme.nl   | ann@acme.nl
            """);

        check.Codes().Should().Equal("4 managers.otherPerson");
        check.Issue("managers.otherPerson").Severity.Should().Be(IssueSeverity.Warning);
        check.Changed().Should().Contain("4 Managers: ann@acme.nl -> ann@acme.nl");
        check.ChangeOf(4).After.Managers.Should().Equal(new UserReference("2", "ann@acme.nl"));
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task A_manager_keeps_meaning_what_they_mean_when_a_rejected_row_wanted_their_address()
    {
        var check = await Story.Of(Ann, Bob, Cor).CheckAsync("""
            Employee number | Email address | Managers
            1               | cor@acme.nl   |
            2               | bob@acme.nl   | cor@acme.nl
            """);

        check.Codes().Should().Equal("2 email.taken");
        check.ChangeOf(3).After.Managers.Should().Equal(new UserReference("3", "cor@acme.nl"));
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task Nobody_manages_themselves_and_no_row_closes_a_circle()
    {
        var check = await Story.Of(Ann, Bob with { Managers = [new UserReference("1", "ann@acme.nl")] }, Cor).CheckAsync("""
            Employee number | Managers
            1               | bob@acme.nl
            3               | cor@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.circle", "3 managers.self");
        check.Issue("managers.circle").Message.Should().Contain("(1) → Sam Poe (2) → Sam Poe (1)");
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task Circles_of_the_stored_users_are_left_alone()
    {
        var check = await Story.Of(
            Ann with { Managers = [new UserReference("2", "bob@acme.nl")] }, Bob with { Managers = [new UserReference("1", "ann@acme.nl")] }, Cor).CheckAsync("""
            Employee number | Managers                 | Prefix
            1               | bob@acme.nl, cor@acme.nl | van
            """);

        check.Codes().Should().BeEmpty();
        check.Rows.Updated.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "F4")]
    public async Task An_inactive_manager_is_a_warning_once_a_manager()
    {
        var check = await Story.Of(Ann with { Active = false }, Bob, Cor, Story.User("4") with { Managers = [new UserReference("2", "bob@acme.nl")] }).CheckAsync("""
            Employee number | Managers    | Active
            2               |             |
            3               | ann@acme.nl | x
            4               | ann@acme.nl, bob@acme.nl | x
            """);

        check.Issues.Where(issue => issue.Code == "managers.inactive").Should().HaveCount(2).And.OnlyContain(issue => issue.Severity == IssueSeverity.Warning);
        check.Codes().Should().Contain("2 managers.inactive", "the manager whom this file deactivates is warned of on their own row");
    }

    [Fact]
    [Trait("Rule", "F5")]
    public async Task An_invitation_for_an_inactive_user_is_withheld()
    {
        var check = await Story.Of(Ann, Bob).CheckAsync("""
            Employee number | Send invitation | Active
            1               | x               |
            2               | x               | x
            7               | x               |
            8               | x               | x
            """);

        check.Codes().Should().Equal("2 sendInvitation.withheld", "4 sendInvitation.withheld");
        (check.Counts.Invitations, check.Counts.InvitationsWithheld, check.Counts.Warnings).Should().Be((2, 2, 2));
        check.Changes.Changes.Where(change => change.SendInvitation).Select(change => change.Row).Should().BeEquivalentTo([3, 5]);
    }

    [Fact]
    [Trait("Rule", "F6")]
    public async Task A_file_in_which_names_and_emails_all_change_was_probably_sorted_wrongly()
    {
        var users = Enumerable.Range(10, 30).Select(number => Story.User($"{number}")).ToArray();
        var sheet = "Employee number | First name | Last name | Email address\n" +
            string.Join('\n', users.Select((user, at) => at < 20 ? $"{user.EmployeeNumber} | A{at} | B{at} | c{at}@acme.nl" : $"{user.EmployeeNumber} | D | Poe | {user.Email}"));

        var brake = (await Story.Of(users).CheckAsync(sheet)).Changes.Brakes.Should().ContainSingle(one => one.Code == "brake.shifted").Which;

        (brake.Count, brake.Of, brake.LimitPercent).Should().Be((20, 30, 10));
        (await Story.Of(users[1..]).CheckAsync(sheet)).Changes.Brakes.Should().NotContain(one => one.Code == "brake.shifted", "19 are too few");
    }
}
