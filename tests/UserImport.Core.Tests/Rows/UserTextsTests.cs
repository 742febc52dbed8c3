using System.Text;
using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Tests.Rows;

public class UserTextsTests
{
    private static readonly UserRecord User = Build.User("7", null, "8", "9") with { Functions = ["Nurse", "Coach"], Teams = ["Red", "Blue", "Green"] };

    [Fact]
    public void Every_column_that_has_one_spelling_is_written_as_the_export_writes_it()
    {
        var cells = new UserCells(new OrgStructure());
        var fields = UserFields.All.Where(field => UserTexts.Has(User, field, "x"u8)).ToList();

        fields.Should().HaveCount(10);
        fields.Select(field => UserTexts.Of(User, field)).Should().Equal(fields.Select(field => cells.TextOf(User, field)));
        UserTexts.Of(User, UserFields.Of(UserColumns.Teams)).Should().Be("Red, Blue, Green");
    }

    [Fact]
    public void A_column_with_several_spellings_has_no_text()
    {
        foreach (var field in new[] { UserColumns.SendInvitation, UserColumns.Active, UserColumns.Language }.Select(UserFields.Of))
        {
            UserTexts.Has(User, field, "x"u8).Should().BeFalse();
            FluentActions.Invoking(() => UserTexts.Of(User, field)).Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Red", true)]
    [InlineData("Red, Blue, Green", false)]
    [InlineData("Green, Red, Blue", false)]
    [InlineData("Red,  Blue", false)]
    [InlineData("Red,", false)]
    public void A_list_that_may_be_spaced_or_ordered_otherwise_has_a_text_of_its_own(string cell, bool follows)
    {
        UserTexts.Has(User, UserFields.Of(UserColumns.Teams), Encoding.UTF8.GetBytes(cell)).Should().Be(follows);
        UserTexts.Has(User, UserFields.Of(UserColumns.LastName), Encoding.UTF8.GetBytes(cell)).Should().BeTrue("a comma in a name is a comma");
    }

    [Theory]
    [InlineData("8@example.nl", true)]
    [InlineData("8@Example.nl", false)]
    [InlineData("8@example.nl, 9@example.nl", false)]
    public void Managers_whose_addresses_are_cased_otherwise_have_a_text_of_their_own(string cell, bool follows)
    {
        var user = User with { Managers = [new UserReference("8", "8@example.nl")] };

        UserTexts.Has(user, UserFields.Of(UserColumns.Managers), Encoding.UTF8.GetBytes(cell)).Should().Be(follows);
    }

    [Fact]
    public void A_column_of_the_host_has_the_text_of_its_value_and_none_without_one()
    {
        var badge = new ColumnTable([new CustomColumn("badge", new Dictionary<string, string> { ["en"] = "Badge" })]).Fields[^1];

        UserTexts.Of(User with { Custom = new Dictionary<string, string> { ["badge"] = " B7 " } }, badge).Should().Be("B7");
        UserTexts.Of(User, badge).Should().BeEmpty();
    }
}
