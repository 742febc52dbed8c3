using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>Rows that say what is stored, and on which another row has a bearing all the same.</summary>
public class UnchangedRowsTests
{
    private static readonly UserRecord Ann = Story.User("1", "ann@acme.nl");
    private static readonly UserRecord Bob = Story.User("2", "bob@acme.nl");
    private static readonly UserRecord Cor = Story.User("3", "cor@acme.nl") with
    {
        Managers = [new UserReference("1", "ann@acme.nl"), new UserReference("2", "bob@acme.nl")],
    };

    [Theory]
    [InlineData("1", "ann@acme.nl", "bob@acme.nl", "2")]
    [InlineData("2", "bob@acme.nl", "ann@acme.nl", "1")]
    [Trait("Rule", "F4")]
    public async Task A_manager_is_deactivated_although_an_unchanged_row_has_them_as_first_or_second(string number, string email, string otherEmail, string other)
    {
        var check = await Story.Of(Ann, Bob, Cor).CheckAsync($"""
            Employee number | Email address | Managers                 | Active
            {other}         | {otherEmail}  |                          | x
            3               | cor@acme.nl   | ann@acme.nl, bob@acme.nl | x
            {number}        | {email}       |                          |
            """);

        check.Codes().Should().Equal("4 managers.inactive");
        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Unchanged = 2 });
    }

    [Theory]
    [InlineData("1", "ann2@acme.nl")]
    [InlineData("2", "bob2@acme.nl")]
    [Trait("Rule", "F3")]
    public async Task A_manager_moves_although_an_unchanged_row_has_them_as_first_or_second(string number, string email)
    {
        var check = await Story.Of(Ann, Bob, Cor).CheckAsync($"""
            Employee number | Email address | Managers
            3               | cor@acme.nl   | ann@acme.nl, bob@acme.nl
            {number}        | {email}       |
            """);

        check.Codes().Should().Equal("2 managers.oldAddress");
    }

    [Theory]
    [InlineData("7", "ann@acme.nl", "email.duplicate")]
    [InlineData("1", "ann@acme.nl", "employeeNumber.duplicate")]
    [InlineData("1", "ann3@acme.nl", "employeeNumber.duplicate")]
    [Trait("Rule", "F1")]
    public async Task An_unchanged_row_and_one_about_the_same_user_or_address_clash(string number, string email, string code)
    {
        var check = await Story.Of(Ann, Bob).CheckAsync($"""
            Employee number | Email address | Prefix
            2               | bob@acme.nl   |
            1               | ann@acme.nl   |
            {number}        | {email}       | van
            """);

        check.Codes().Should().Contain(["3 " + code, "4 " + code]);
        check.Rows.Should().BeEquivalentTo(new { Rejected = 2, Unchanged = 1 });
    }

    [Fact]
    [Trait("Rule", "F1")]
    public async Task Unchanged_rows_of_one_user_are_duplicates_of_the_first()
    {
        var check = await Story.Of(Ann, Bob).CheckAsync("""
            Employee number | Email address | Active
            1               | ann@acme.nl   | x
            2               | bob@acme.nl   | x
            1               | ann@acme.nl   | x
            """);

        check.Codes().Should().Equal("4 row.duplicate");
        check.Rows.Should().BeEquivalentTo(new { Unchanged = 2, Duplicates = 1 });
    }
}
