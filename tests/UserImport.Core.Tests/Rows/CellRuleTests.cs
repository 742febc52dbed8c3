using UserImport.Tests.Reference;

namespace UserImport.Tests.Rows;

/// <summary>Section 2 of the rule book, on sheets.</summary>
public class CellRuleTests
{
    [Fact]
    [Trait("Rule", "R1")]
    public async Task Text_is_cleaned_around_and_line_breaks_inside_become_one_space()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number       | First name                    | Last name       | Prefix   | Email address
            \u00A0\u200B1\uFEFF\n | \u2060 Anne\n\t\nMarie \u00AD | _x0050_oe\u0301 | van  der | 1@acme.nl\u200B
            """);

        var user = check.ChangeOf(2).After;
        user.EmployeeNumber.Should().Be("1");
        user.FirstName.Should().Be("Anne Marie");
        user.LastName.Should().Be("Po\u00E9");
        user.Prefix.Should().Be("van  der");
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task An_invisible_character_inside_a_number_or_an_email_rejects_the_row()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Email address
            1\u200B2        | a@acme.nl
            3               | b@ac\u00ADme.nl
            """);

        check.Codes().Should().Equal("2 employeeNumber.invalid", "3 email.invalid");
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task Numbers_in_text_columns_are_read_as_a_person_sees_them()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number     | Email address | Cost center  | Prefix
            {number 7}          | a@acme.nl     | {number 1.5} | {TRUE}
            {number 7 as 00000} | b@acme.nl     | {number 4100} | {FALSE}
            {number 1E+3}       | c@acme.nl     | {number -0.25} |
            """);

        check.Changes.Changes.OrderBy(change => change.Row).Select(change => (change.After.EmployeeNumber, change.After.CostCenter, change.After.Prefix))
            .Should().Equal(("7", "1.5", "TRUE"), ("00007", "4100", "FALSE"), ("1000", "-0.25", ""));
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task Lost_digits_fractions_and_dates_reject_the_row()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number            | Email address | First name
            {number 1000000000000000}  | a@acme.nl     | Sam
            {number 999999999999999}   | b@acme.nl     | Sam
            {number 7.5}               | c@acme.nl     | Sam
            {date 45000}               | d@acme.nl     | Sam
            8                          | e@acme.nl     | {date 45000}
            """);

        check.Codes().Should().Equal("2 employeeNumber.digitsLost", "4 employeeNumber.invalid", "5 employeeNumber.isDate", "6 firstName.isDate");
        check.ChangeOf(3).After.EmployeeNumber.Should().Be("999999999999999");
    }

    [Fact]
    [Trait("Rule", "R3")]
    public async Task A_number_that_lost_its_zeros_is_rejected_with_the_stored_number()
    {
        var check = await Story.Of(Story.User("00123"), Story.User("45")).CheckAsync("""
            Employee number       | Email address
            {number 123}          | 00123@acme.nl
            0123                  | new@acme.nl
            {number 45 as 00000}  | 45@acme.nl
            {number 124}          | 124@acme.nl
            """);

        check.Codes().Should().Equal("2 employeeNumber.zerosLost", "4 employeeNumber.zerosLost");
        check.Issues.Select(issue => issue.Suggestion).Where(suggestion => suggestion is not null).Should().Equal("00123", "45");
        check.Changes.Changes.Select(change => change.After.EmployeeNumber).Should().BeEquivalentTo("0123", "124");
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task Formulas_without_result_errors_and_damaged_cells_reject_the_row_and_are_never_blank()
    {
        var check = await Story.Of(Story.User("1") with { Prefix = "van" }, Story.User("2"), Story.User("3")).CheckAsync("""
            Employee number | Prefix       | Active
            1               | {formula}    | x
            2               | {error #N/A} | x
            3               |              | {damaged}
            """);

        check.Codes().Should().Equal("2 prefix.damaged", "3 prefix.errorValue", "4 active.damaged");
        check.Issue("prefix.errorValue").Value.Should().Be("#N/A");
        check.Changes.Changes.Should().BeEmpty();
    }

    [Fact]
    [Trait("Rule", "R5")]
    public async Task Flags_know_x_and_blank_TRUE_and_FALSE_and_nothing_else()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Active     | Send invitation
            1               | x          |
            2               | \u00A0X\n  | {TRUE}
            3               | {TRUE}     | {FALSE}
            4               | {FALSE}    |
            5               |            |
            6               | {number 1} |
            7               | TRUE       |
            8               | x          | yes
            9               | x          | {date 45000}
            10              | x          | {error #REF!}
            """);

        check.Changes.Changes.OrderBy(change => change.Row).Select(change => change.After.Active).Should().Equal(true, true, true, false, false);
        check.Changes.Changes.Where(change => change.SendInvitation).Select(change => change.Row).Should().Equal(3);
        check.Codes().Should().Equal("7 active.invalid", "8 active.invalid", "9 sendInvitation.invalid", "10 sendInvitation.invalid", "11 sendInvitation.errorValue");
    }

    [Fact]
    [Trait("Rule", "R6")]
    public async Task Lists_split_at_commas_and_names_with_a_comma_are_recognised_with_and_without_quotes()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Functions                                     | Teams
            1               | Director, , controller,Director               | Red
            2               | Head of Sales, North, Director                | Green, Yellow,Red
            3               | "Head of Sales, North",Director               | "Green,  Yellow"
            """);

        check.Codes().Should().BeEmpty();
        var users = check.Changes.Changes.OrderBy(change => change.Row).Select(change => change.After).ToList();
        users[0].Functions.Should().BeEquivalentTo("Director", "Controller");
        users[1].Functions.Should().BeEquivalentTo("Head of Sales, North", "Director");
        users[2].Functions.Should().BeEquivalentTo("Head of Sales, North", "Director");
        users[1].Teams.Should().BeEquivalentTo("Green, Yellow", "Red");
        users[2].Teams.Should().BeEquivalentTo("Green, Yellow");
    }

    [Fact]
    [Trait("Rule", "R6")]
    public async Task Two_readings_and_broken_quotes_reject_the_row()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Functions
            1               | Nurse, Night
            2               | "Nurse, Night"
            3               | "Nurse", Night
            4               | "Nurse
            5               | "Nurse" Night
            6               | Green,Yellow
            """);

        check.Codes().Should().Equal("2 functions.ambiguous", "5 functions.invalid", "6 functions.invalid", "7 functions.unknown", "7 functions.unknown");
        check.Issue("functions.ambiguous").Message.Should().Contain("Nurse, Night");
        check.ChangeOf(3).After.Functions.Should().Equal("Nurse, Night");
        check.ChangeOf(4).After.Functions.Should().BeEquivalentTo("Nurse", "Night");
    }

    [Fact]
    [Trait("Rule", "R7")]
    public async Task Rows_that_are_blank_in_the_known_columns_are_no_rows()
    {
        var check = await Story.Of().CheckExactlyAsync("""
            Employee number | First name | Last name | Email address | Company | Department | Language | Remark

            1               | Sam        | Poe       | 1@acme.nl     | Acme    | Sales      | nl       |
                            |            |           |               |         |            |          | left in May
            \u00A0          | \u200B     |           |               |         |            |          |
            2               | Sam        | Poe       | 2@acme.nl     | Acme    | Sales      | nl       |
            """);

        check.Rows.Should().BeEquivalentTo(new { Read = 2, Added = 2 });
        check.Changes.Changes.Select(change => change.Row).Order().Should().Equal(3, 6);
    }

    [Fact]
    [Trait("Rule", "R8")]
    public async Task A_problem_names_row_column_cell_value_and_what_was_expected()
    {
        var check = await Story.Of().CheckExactlyAsync("""
            My users

            Language | Employee number | First name | Last name | Email address | Company | Active | Department
            nl       | 1               | Sam        | Poe       | 1@acme.nl     | Acme    | ja     | Sales
            """);

        var issue = check.Issues.Should().ContainSingle(one => one.Severity == IssueSeverity.Error).Which;
        (issue.Row, issue.Column, issue.Cell, issue.Value).Should().Be((4, "Active", "G4", "ja"));
        issue.Message.Should().Be("'ja' is not valid in the column Active: write x for yes, or leave the cell blank for no.");
    }

    [Fact]
    [Trait("Rule", "R9")]
    public async Task Longer_than_255_characters_or_an_email_of_254_rejects_the_row()
    {
        var (fits, long256) = (new string('a', 255), new string('b', 256));
        var domain = $"{new string('c', 63)}.{new string('d', 63)}.{new string('e', 61)}";
        var email254 = $"{new string('a', 64)}@{domain}";
        var check = await Story.Of().CheckAsync($"""
            Employee number | Email address | First name | Cost center
            1               | a@acme.nl     | {fits}     | {fits}
            {long256}       | b@acme.nl     | {long256}  | {long256}
            3               | {email254}    | Sam        |
            4               | {email254}x   | Sam        |
            """);

        email254.Should().HaveLength(254);
        check.Codes().Should().BeEquivalentTo("3 employeeNumber.tooLong", "3 firstName.tooLong", "3 costCenter.tooLong", "5 email.tooLong");
        check.Rows.Added.Should().Be(2);
    }
}
