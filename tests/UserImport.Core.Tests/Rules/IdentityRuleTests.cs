using UserImport.Columns;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

/// <summary>Section 3 of the rule book, on sheets.</summary>
public class IdentityRuleTests
{
    [Fact]
    [Trait("Rule", "M1")]
    public async Task A_number_names_its_user_in_any_ASCII_case_and_is_never_rewritten()
    {
        var check = await Story.Of(Story.User("ab1")).CheckAsync("""
            Employee number | Email address | Prefix
            AB1             | ab1@acme.nl   | van
            """);

        check.Changed().Should().Equal("2 Prefix:  -> van");
        check.ChangeOf(2).After.EmployeeNumber.Should().Be("ab1");
    }

    [Fact]
    [Trait("Rule", "M1")]
    public async Task Of_two_stored_numbers_that_differ_in_case_the_exact_one_wins_else_the_row_is_ambiguous()
    {
        var check = await Story.Of(Story.User("ab"), Story.User("AB", "other@acme.nl"), Story.User("İ1")).CheckAsync("""
            Employee number | Email address  | Prefix
            ab              | ab@acme.nl     | van
            aB              | third@acme.nl  | van
            i1              | fourth@acme.nl |
            """);

        check.Codes().Should().Equal("3 employeeNumber.ambiguous");
        check.Changed().Should().Equal("2 Prefix:  -> van");
        check.ChangeOf(4).Before.Should().BeNull("only ASCII letters have a case");
    }

    [Fact]
    [Trait("Rule", "M2")]
    public async Task A_row_with_the_email_of_another_user_is_rejected_under_every_action()
    {
        foreach (var action in Enum.GetValues<ImportAction>())
        {
            var check = await Story.Of(action, Story.User("1"), Story.User("2")).CheckAsync($"""
                Employee number                                   | Email address
                {(action == ImportAction.UpdateOnly ? "2" : "3")} | 1@ACME.nl
                """);

            check.Codes().Should().Equal("2 email.taken");
            check.Issue("email.taken").Place().Should().Be(("Email", "B2", "1@ACME.nl"));
            check.Issue("email.taken").Message.Should().ContainAll("1@ACME.nl", "belongs to");
        }
    }

    [Fact]
    [Trait("Rule", "M3")]
    public async Task Names_are_compared_without_case_and_repeated_spaces_and_planned_as_defined()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Company | Department | Functions              | Teams | Language
            1               | ACME    | fiNance    | head  of sales,  north | bLUE  | NEDERLANDS
            2               | Acme    | Finance    | Ｄirector              |       | nl
            """);

        check.Codes().Should().Equal(["3 functions.unknown"], "compatibility forms are other letters");
        check.ChangeOf(2).After.Should().BeEquivalentTo(new
        {
            Company = "Acme", Department = "Finance", Functions = new[] { "Head of Sales, North" }, Teams = new[] { "Blue" }, Language = "nl",
        });
    }

    [Fact]
    [Trait("Rule", "M4")]
    public async Task An_unknown_name_rejects_the_row_and_suggests_the_closest()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Company | Department | Functions | Teams | Language
            1               | Acne    | Sales      |           |       | nl
            2               | Acme    | Finanace   |           |       | nl
            3               | Acme    | Sales      | Directer  |       | nl
            4               | Acme    | Sales      |           | Rde   | nl
            5               | Acme    | Sales      |           |       | Nederlans
            6               | Acme    | Research   |           |       | nl
            """);

        check.Codes().Should().Equal("2 company.unknown", "3 department.unknown", "4 functions.unknown", "5 teams.unknown", "6 language.unknown", "7 department.otherCompany");
        check.Issues.Where(issue => issue.Row < 7).Select(issue => issue.Suggestion).Take(4).Should().Equal("Acme", "Finance", "Director", "Red");
        check.Issue("language.unknown").Suggestion.Should().Be("Nederlands");
        check.Issue("department.otherCompany").Message.Should().ContainAll("Acme", "Finance", "Reception", "Sales").And.NotContain("Archive");
        check.Issue("department.unknown").Place().Should().Be(("Department", "C3", "Finanace"));
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_retired_unit_cannot_be_newly_assigned()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Company | Department | Functions | Teams | Language
            1               | Initech | Reception  |           |       | nl
            2               | Acme    | Archive    |           |       | nl
            3               | Acme    | Sales      | Typist    |       | nl
            4               | Acme    | Sales      |           | Fax   | nl
            5               | Acme    | Sales      |           |       | Deutsch
            """);

        check.Codes().Should().Equal("2 company.retired", "3 department.retired", "4 functions.retired", "5 teams.retired", "6 language.retired");
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task What_a_user_has_and_keeps_is_never_judged_again()
    {
        var kept = Story.User("1", "no address") with
        {
            Company = "Sold Ltd", Department = "Typing  pool", Functions = ["Typist", "Vanished"], Teams = ["Fax"], Language = "fr", CostCenter = " " + new string('c', 300),
            Managers = [new UserReference("1", "no address")],
        };
        var check = await Story.Of(kept, Story.User("2", "shared@acme.nl"), Story.User("3", "shared@acme.nl")).CheckAsync($"""
            Employee number | Prefix | Company  | Department  | Email address  | Functions                  | Teams | Language | Cost center      | Managers
            1               | van    | sold ltd | Typing pool | no address     | vanished, TYPIST, Director | fax   | fr       | {CellText.Clean(kept.CostCenter)} | NO ADDRESS
            2               | van    | Acme     | Sales       | shared@acme.nl |                            |       | nl       |                  |
            """);

        check.Codes().Should().BeEmpty();
        check.Changes.Changes.SelectMany(change => change.Fields).Select(field => field.Column).Should().BeEquivalentTo("Prefix", "Functions", "Prefix");
        check.ChangeOf(2).After.Should().BeEquivalentTo(
            kept with { Prefix = "van", Functions = ["Typist", "Vanished", "Director"] }, options => options.Excluding(user => user.Version));
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task Company_and_department_are_judged_as_a_pair()
    {
        var check = await Story.Of(Story.User("1") with { Company = "Initech", Department = "Reception" }, Story.User("2")).CheckAsync("""
            Employee number | Company | Department
            1               | Initech | Sales
            2               | Globex  | Finance
            """);

        check.Codes().Should().Contain("2 company.retired").And.Contain("3 department.otherCompany");
        check.Rows.Rejected.Should().Be(2);
    }

    [Theory]
    [InlineData("jan.de+x'{}@sub.acme.nl", null)]
    [InlineData("mailto:jan@acme.nl", null)]
    [InlineData("jan@bücher.example", null)]
    [InlineData("jan@localhost", "email.invalid")]
    [InlineData("jan@acme..nl", "email.invalid")]
    [InlineData("jan@-acme.nl", "email.invalid")]
    [InlineData("jan@acme_b.nl", "email.invalid")]
    [InlineData("jàn@acme.nl", "email.invalid")]
    [InlineData("Jan Poe <jan@acme.nl>", "email.invalid")]
    [InlineData("jan@acme.nl, piet@acme.nl", "email.invalid")]
    [InlineData("jan@acme.nl;piet@acme.nl", "email.invalid")]
    [InlineData("jan poe@acme.nl", "email.invalid")]
    [InlineData("jan.acme.nl", "email.invalid")]
    [InlineData("@acme.nl", "email.invalid")]
    [Trait("Rule", "M6")]
    public async Task An_email_is_one_address_as_a_web_form_accepts_it(string email, string? code)
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Email address
            1               | {email}
            """);

        check.Issues.Where(issue => issue.Code != "columns.absent").Select(issue => issue.Code).Should().Equal(code is null ? [] : [code]);
        if (code is null) check.ChangeOf(2).After.Email.Should().Be(email.Replace("mailto:", "", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "M6")]
    public async Task Emails_are_equal_without_ASCII_case_and_with_the_domain_in_its_ASCII_form()
    {
        var check = await Story.Of(Story.User("1", "Jan@xn--bcher-kva.example"), Story.User("2", "piet@acme.nl")).CheckAsync("""
            Employee number | Email address
            3               | jan@bücher.example
            4               | PIET@Acme.NL
            5               | pıet@acme.nl
            """);

        check.Codes().Should().Equal("2 email.taken", "3 email.taken", "4 email.invalid");
    }

    [Fact]
    [Trait("Rule", "M6")]
    public async Task International_local_parts_are_an_option()
    {
        var check = await Story.Of().With(options => options.AllowInternationalEmail = true).CheckAsync("""
            Employee number | Email address
            1               | jàn@acme.nl
            """);

        check.Rows.Added.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "M7")]
    public async Task Case_is_a_change_in_names_and_emails_and_none_in_numbers_units_and_languages()
    {
        var stored = Story.User("a1") with { Prefix = "Van", CostCenter = "c1", Functions = ["DIRECTOR"] };
        var check = await Story.Of(stored).CheckAsync("""
            Employee number | First name | Prefix | Last name | Email address | Cost center | Company | Department | Functions | Language
            A1              | SAM        | van    | POE       | A1@acme.nl    | C1          | ACME    | SALES      | director  | NL
            """);

        check.Changed().Should().BeEquivalentTo(
            "2 FirstName: Sam -> SAM", "2 Prefix: Van -> van", "2 LastName: Poe -> POE", "2 Email: a1@acme.nl -> A1@acme.nl", "2 CostCenter: c1 -> C1");
        check.Counts.EmailChanged.Should().Be(1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("English")]
    [InlineData("engels")]
    [Trait("Rule", "M8")]
    public async Task A_language_is_its_code_its_own_name_or_its_name_in_a_shipped_language(string language)
    {
        var check = await Story.Of(Story.User("1")).CheckAsync($"""
            Employee number | Language
            1               | {language}
            """);

        check.Changed().Should().Equal("2 Language: Nederlands -> English");
        check.ChangeOf(2).After.Language.Should().Be("en");
    }

    [Fact]
    [Trait("Rule", "M8")]
    public async Task A_blank_language_rejects_the_row_and_Dutch_is_the_default_language_of_a_host()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Language
            1               |
            """);

        check.Codes().Should().Equal("2 language.missing");
        new OrgStructure().Languages.Should().Equal(new OrgLanguage("nl"));
    }

    [Fact]
    [Trait("Rule", "M9")]
    public async Task A_locked_user_is_not_changed_and_the_reason_is_the_hosts()
    {
        const string reason = "She is an administrator.";
        var check = await Story.Of(Locked("1"), Locked("2"), Locked("3"), Story.User("4")).CheckAsync("""
            Employee number | Prefix | Managers  | Send invitation | Active
            1               | van    |           |                 | x
            2               |        |           | x               | x
            3               |        | 4@acme.nl |                 | x
            """);

        check.Codes().Should().Equal("2 user.locked", "4 user.locked");
        check.Issues.Should().OnlyContain(issue => issue.Message.EndsWith(reason) || issue.Code == "columns.absent");
        check.Changes.Changes.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 3, SendInvitation = true, Kind = ChangeKind.Invited });

        static UserRecord Locked(string number) => Story.User(number) with { Locked = reason };
    }
}
