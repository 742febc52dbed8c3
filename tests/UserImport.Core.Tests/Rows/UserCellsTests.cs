using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Tests.Rows;

public class UserCellsTests
{
    private static readonly OrgStructure Structure = new()
    {
        Languages = [new("nl"), new("en"), new("pt", "Português"), new("pt-BR", "português"), new("de", IsRetired: true), new("xx")],
    };

    [Fact]
    public void Every_column_has_its_text()
    {
        var cells = new UserCells(Structure);
        var user = Build.User("7", null, "8", "9");

        UserFields.All.Select(field => cells.TextOf(user, field)).Should().Equal(
            "7", "Sanne", "de", "Vries 7", "u7@example.nl", "Zorggroep Noord", "Finance", "Controller", "4100", "", "x", "Nederlands",
            "Team A", "u8@example.nl, u9@example.nl");
    }

    [Theory]
    [InlineData("en", "English")]
    [InlineData("NL", "Nederlands")]
    [InlineData("de", "Deutsch")]
    [InlineData("pt", "pt")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("xx", "xx")]
    [InlineData("fr", "fr")]
    [InlineData("", "")]
    [Trait("Rule", "M8")]
    public void A_language_is_written_in_its_own_words_unless_two_share_them(string code, string cell) =>
        new UserCells(Structure).OfLanguage(code).Should().Be(cell);

    [Fact]
    public void A_text_is_cut_where_a_cell_ends_and_never_inside_a_character()
    {
        var text = new UserCells(Structure).TextOf(Build.User("1") with { LastName = "a" + string.Concat(Enumerable.Repeat("🏥", 20_000)) }, UserFields.Of(UserColumns.LastName));

        text.Should().EndWith("🏥…");
        text.Length.Should().BeInRange(32_760, 32_767);
    }

    [Theory]
    [InlineData(UserCells.LongestCell - 1, 0)]
    [InlineData(UserCells.LongestCell, 0)]
    [InlineData(UserCells.LongestCell + 1, 1)]
    public void A_text_is_cut_only_beyond_what_a_cell_holds(int length, int cut)
    {
        var text = UserCells.Fit(new string('k', length));

        text.Should().HaveLength(length - cut);
        text.EndsWith('…').Should().Be(cut > 0);
    }

    [Theory]
    [InlineData(3_641, false)] // with ", " between them, nine characters an entry, and two fewer in the end: just what a cell holds
    [InlineData(3_642, true)]
    [InlineData(10_000, true)]
    public void A_list_that_no_cell_can_hold_keeps_as_many_entries_as_fit_and_says_that_there_were_more(int count, bool isCut)
    {
        var teams = Enumerable.Range(0, count).Select(i => $"T{i:000000}").ToArray();

        var cell = new UserCells(Structure).TextOf(Build.User("1") with { Teams = teams }, UserFields.Of(UserColumns.Teams));

        cell.Should().Be(string.Join(", ", isCut ? teams.Take(3_640).Append("…") : teams));
    }

    [Fact]
    public void A_list_is_quoted_by_the_names_of_its_own_column()
    {
        var cells = new UserCells(new OrgStructure { Functions = [new("Nurse, Night")], Teams = [new("Red, Blue")] });
        var user = Build.User("1") with { Functions = ["Nurse", "Night"], Teams = ["Nurse", "Night"] };

        cells.TextOf(user, UserFields.Of(UserColumns.Functions)).Should().Be("\"Nurse\", \"Night\"");
        cells.TextOf(user, UserFields.Of(UserColumns.Teams)).Should().Be("Nurse, Night");
        cells.TextOf(user with { Teams = ["Red", "Blue"] }, UserFields.Of(UserColumns.Teams)).Should().Be("\"Red\", \"Blue\"");
        cells.OfEmails(["Nurse", "Night"]).Should().Be("Nurse, Night");
    }

    [Fact]
    public void A_user_without_managers_has_a_blank_cell_of_managers() =>
        new UserCells(Structure).TextOf(Build.User("1"), UserFields.Of(UserColumns.Managers)).Should().BeEmpty();
}
