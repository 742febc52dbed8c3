using System.Globalization;
using System.IO.Compression;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>Section 6 of the rule book, on sheets.</summary>
public class FinalCheckStoryTests
{
    [Fact]
    [Trait("Rule", "K1")]
    public async Task Rows_are_counted_by_kind()
    {
        var check = await Story.Of(Story.User("1"), Story.User("2") with { Prefix = "de" }, Story.User("3") with { Active = false }).CheckAsync("""
            Employee number | Prefix | Active | Send invitation | Email address
            1               |        | x      | x               | 1@ACME.nl
            2               |        |        |                 | 2@acme.nl
            3               |        | x      |                 | 3@acme.nl
            3               |        | x      |                 | 3@acme.nl
            4               | van    | maybe  |                 | 4@acme.nl
            5               | van    |        | x               | 5@acme.nl
            """);

        check.Rows.Should().Be(new RowCounts(Read: 6, Added: 1, Updated: 3, Unchanged: 0, Rejected: 1, Duplicates: 1));
        check.Counts.Should().BeEquivalentTo(new
        {
            Deactivated = 1, Reactivated = 1, EmailChanged = 1, Invitations = 1, InvitationsWithheld = 1, Warnings = 1,
            Cleared = new Dictionary<string, int> { ["Prefix"] = 1 },
        });
    }

    [Fact]
    [Trait("Rule", "K2")]
    public async Task Updates_list_old_and_new_and_an_invitation_alone_is_listed_without_fields()
    {
        var check = await Story.Of(Story.User("1") with { Functions = ["Head of Sales, North"] }, Story.User("2"), Story.User("3")).CheckAsync("""
            Employee number | Functions            | Language | Send invitation
            1               | Director, Controller | en       |
            2               |                      | nl       | x
            3               |                      | nl       |
            """);

        check.Changed().Should().BeEquivalentTo("2 Functions: \"Head of Sales, North\" -> Director, Controller", "2 Language: Nederlands -> English");
        check.ChangeOf(3).Should().BeEquivalentTo(new { Kind = ChangeKind.Invited, SendInvitation = true });
        check.ChangeOf(3).Fields.Should().BeEmpty();
        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Unchanged = 2 });
        check.Changes.Changes.Should().NotContain(change => change.Row == 4);
    }

    [Fact]
    [Trait("Rule", "K3")]
    public async Task A_problem_speaks_the_callers_language_and_never_the_machines()
    {
        var story = Story.Of();
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
            (await Message()).Should().Be("First name is required, but the cell is blank.");
            story.Request = new ImportRequest { Culture = CultureInfo.GetCultureInfo("nl-BE") };
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
            (await Message()).Should().StartWith("Voornaam is verplicht");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        async Task<string> Message()
        {
            var check = await story.CheckAsync("Employee number | First name | Last name\n1 | | Poe");
            var issue = check.Issue("firstName.missing");
            (issue.Severity, issue.Row, issue.Column, issue.Cell).Should().Be((IssueSeverity.Error, 2, "FirstName", "B2"));
            return issue.Message;
        }
    }

    [Fact]
    [Trait("Rule", "K4")]
    public async Task Problems_are_grouped_by_cause_the_list_is_capped_and_the_counts_are_exact()
    {
        var check = await Story.Of().With(options => options.Limits.ListedIssues = 2).CheckAsync("""
            Employee number | Department
            1               | Finanace
            2               | Finanace
            3               | Nothing alike
            4               | Finanace
            """);

        check.Issues.Count(issue => issue.Severity == IssueSeverity.Error).Should().BeLessThanOrEqualTo(2);
        check.Rows.Rejected.Should().Be(4);
        check.RejectedRows.Should().HaveCount(4).And.OnlyContain(row => row.Issues.Count == 1 && row.Issues[0].Code == "department.unknown");
        var group = check.Groups.First(one => one.Code == "department.unknown");
        group.Should().BeEquivalentTo(new { Column = "Department", Value = "Finanace", Rows = 3, Suggestion = "Finance" });
        group.Message.Should().ContainAll("'Finanace' is not a department", "3 rows", "id you mean 'Finance'?");
    }

    [Fact]
    [Trait("Rule", "K5")]
    public async Task A_braked_change_set_wants_an_acknowledgement_by_its_fingerprint()
    {
        var users = Enumerable.Range(1, 20).Select(number => Story.User($"{number}")).ToArray();
        var sheet = "Employee number | Active\n" + string.Join('\n', users.Select((user, at) => $"{user.EmployeeNumber} | {(at < 5 ? "" : "x")}"));
        var story = Story.Of(users);
        var check = await story.CheckAsync(sheet);

        check.Changes.Brakes.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Code = "brake.deactivations", Count = 5, Of = 20, LimitPercent = 20 });
        await using var services = Story.Services(story.Users, story.Options);
        var importer = (UserImporter)services.GetService(typeof(UserImporter))!;
        var refused = () => importer.ApplyAsync(check.Changes, cancellationToken: CancellationToken.None);
        (await refused.Should().ThrowAsync<ChangeSetException>()).Which.Fault.Should().Be(ChangeSetFault.NotAcknowledged);
        story.Users.All.Should().OnlyContain(user => user.Active);
        (await story.ApplyAsync(check)).Applied.Should().Be(5);
    }

    [Fact]
    [Trait("Rule", "K5")]
    public async Task Brakes_count_accepted_rows_of_existing_users_and_can_be_switched_off()
    {
        const string sheet = """
            Employee number | Prefix | Email address | Active
            1               |        | 1@acme.nl     | x
            2               | van    | new@acme.nl   | x
            3               | van    | 3@ACME.nl     | x
            4               | van    | 4@acme.nl     | maybe
            5               | van    | 5@acme.nl     | x
            """;
        var users = Enumerable.Range(1, 4).Select(number => Story.User($"{number}") with { Prefix = "van" }).ToArray();
        var brakes = (await Story.Of(users).With(Watch(true)).CheckAsync(sheet)).Changes.Brakes;

        brakes.Select(brake => (brake.Code, brake.Count, brake.Of)).Should().BeEquivalentTo([("brake.clears", 1, 3), ("brake.emails", 1, 3), ("brake.rejections", 1, 5)]);
        (await Story.Of(users).With(Watch(false)).CheckAsync(sheet)).Changes.Brakes.Should().BeEmpty();

        static Action<UserImportOptions> Watch(bool on) => options =>
        {
            options.Brakes.Clears = options.Brakes.Emails = options.Brakes.Deactivations = new Brake(20, 1, on);
            options.Brakes.Rejections = new Brake(10, 1, on);
        };
    }

    [Fact]
    [Trait("Rule", "K6")]
    public async Task The_corrections_workbook_holds_the_rejected_rows_and_imports_once_corrected()
    {
        var story = Story.Of(Story.User("1", "ann@acme.nl"));
        var check = await story.CheckAsync("""
            Employee number | Department | Managers    | Email address
            1               | Sales      |             | ann2@acme.nl
            2               | Finance    |             | 2@acme.nl
            003             | Finanace   | ann@acme.nl | 3@acme.nl
            """);
        var corrections = await CorrectionsAsync(story, check);

        var again = await story.CheckAsync(corrections);
        again.Rows.Should().BeEquivalentTo(new { Read = 1, Rejected = 1 });
        again.Issues.Should().Contain(issue => issue.Code == "department.unknown" && issue.Value == "Finanace");
        again.RejectedRows[0].Cells["EmployeeNumber"].Should().Be("003");

        await story.ApplyAsync(check);
        var corrected = await story.CheckAsync(Replaced(corrections, "Finanace", "Finance"));
        corrected.Codes().Should().BeEmpty();
        corrected.Changes.Changes.Should().ContainSingle().Which.After.Should().BeEquivalentTo(new
        {
            EmployeeNumber = "003", Department = "Finance", Managers = new[] { new UserReference("1", "ann2@acme.nl") },
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [Trait("Rule", "K7")]
    public async Task An_export_checked_unchanged_changes_nothing_whatever_the_users_hold(string culture)
    {
        var ann = Story.User("00123", "Ann@ACME.nl") with
        {
            FirstName = "=1+1", LastName = "O\"Neil, Ann", Prefix = "x", CostCenter = "0041", Functions = ["Nurse", "Night", "Typist"],
            Teams = ["Green, Yellow", "\"Quoted\"", "Fax"], Language = "de",
        };
        var bob = Story.User("124") with
        {
            Active = false, Company = "INITECH", Department = "archive", Functions = ["Nurse, Night", "a, b"], Language = "xx",
            Managers = [new UserReference("00123", "Ann@ACME.nl")],
        };
        var story = Story.Of(ann, bob);

        var check = await story.CheckAsync(await story.ExportAsync(CultureInfo.GetCultureInfo(culture)));

        check.Issues.Should().BeEmpty();
        check.Changes.Changes.Should().BeEmpty();
        check.Rows.Should().BeEquivalentTo(new { Read = 2, Unchanged = 2 });
    }

    [Fact]
    [Trait("Rule", "K7")]
    public async Task A_file_checked_again_after_its_import_changes_nothing_and_asks_for_its_invitations_again()
    {
        var story = Story.Of(Story.User("1", "ann@acme.nl"), Story.User("2", "bob@acme.nl"));
        const string sheet = """
            Employee number | Email address | Managers    | Send invitation | Active
            1               | bob@acme.nl   | new@acme.nl | x               | x
            2               | ann@acme.nl   |             |                 |
            7               | new@acme.nl   |             |                 | x
            """;
        await story.ApplyAsync(await story.CheckAsync(sheet));

        var again = await story.CheckAsync(sheet);

        again.Rows.Should().BeEquivalentTo(new { Unchanged = 3, Added = 0, Updated = 0 });
        again.Counts.Invitations.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "K7")]
    public async Task A_file_that_names_a_manager_by_an_address_of_the_past_gives_a_problem_with_the_present_managers()
    {
        var story = Story.Of(Story.User("1", "ann@acme.nl"), Story.User("2", "bob@acme.nl") with { Managers = [new UserReference("1", "ann@acme.nl")] });
        const string sheet = """
            Employee number | Email address | Managers
            1               | ann2@acme.nl  |
            2               | bob@acme.nl   | ann@acme.nl
            """;
        await story.ApplyAsync(await story.CheckAsync(sheet));

        var again = await story.CheckAsync(sheet);

        again.Codes().Should().Equal("3 managers.unknown");
        again.Issue("managers.unknown").Suggestion.Should().Be("ann2@acme.nl");
    }

    private static async Task<MemoryStream> CorrectionsAsync(Story story, ImportCheck check)
    {
        await using var services = Story.Services(story.Users, story.Options);
        var workbook = new MemoryStream();
        await ((UserImporter)services.GetService(typeof(UserImporter))!).WriteCorrectionsAsync(check, workbook, CancellationToken.None);
        workbook.Position = 0;
        return workbook;
    }

    /// <summary>The workbook with another text in its cells.</summary>
    private static MemoryStream Replaced(MemoryStream workbook, string text, string by)
    {
        var copy = new MemoryStream();
        copy.Write(workbook.ToArray());
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                using var part = entry.Open();
                var xml = new StreamReader(part).ReadToEnd();
                part.SetLength(0);
                part.Write(System.Text.Encoding.UTF8.GetBytes(xml.Replace(text, by, StringComparison.Ordinal)));
            }
        copy.Position = 0;
        return copy;
    }
}
