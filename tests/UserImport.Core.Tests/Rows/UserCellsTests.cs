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

        UserColumns.All.Select(column => cells.TextOf(user, column)).Should().Equal(
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
        var text = new UserCells(Structure).TextOf(Build.User("1") with { LastName = "a" + string.Concat(Enumerable.Repeat("🏥", 20_000)) }, UserColumns.LastName);

        text.Should().EndWith("🏥…");
        text.Length.Should().BeInRange(32_760, 32_767);
    }
}
