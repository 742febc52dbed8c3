using UserImport.Columns;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

public class TextRuleTests
{
    [Fact]
    [Trait("Rule", "C6")]
    public async Task Each_of_several_columns_of_the_host_has_its_own_value()
    {
        var check = await Host(With("1", badge: "B1", room: "R1"), Story.User("2")).CheckAsync("""
            Employee number | Badge | Room
            1               | B2    | R2
            2               |       |
            3               | B3    | R3
            """);

        check.Codes().Should().BeEmpty();
        check.Changed().Should().Equal("2 Badge: B1 -> B2", "2 Room: R1 -> R2");
        check.ChangeOf(4).After.Custom.Should().Equal(new Dictionary<string, string> { ["Badge"] = "B3", ["Room"] = "R3" });
        check.Rows.Unchanged.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task The_hosts_rule_judges_what_a_user_gets_and_not_what_they_keep()
    {
        var check = await Host(With("1", badge: "X1"), With("2", badge: "X2"), Story.User("3")).CheckAsync("""
            Employee number | Badge | Prefix
            1               | X1    | van
            2               | X3    | van
            3               | X4    | van
            """);

        check.Codes().Should().Equal("3 badge.invalid", "4 badge.invalid");
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_text_that_differs_from_the_stored_one_by_white_space_leaves_the_stored_one()
    {
        var check = await Story.Of(Story.User("1") with { Prefix = " van\nder " }).CheckAsync("""
            Employee number | Prefix  | Last name
            1               | van der | Lee
            """);

        check.Changed().Should().Equal("2 LastName: Poe -> Lee");
        check.ChangeOf(2).After.Prefix.Should().Be(" van\nder ");
    }

    [Fact]
    public async Task A_required_cell_that_is_blank_rejects_the_row_of_a_user_whose_value_is_blank()
    {
        var check = await Story.Of(Story.User("1") with { LastName = "" }).CheckAsync("""
            Employee number | Last name
            1               |
            """);

        check.Codes().Should().Equal("2 lastName.missing");
    }

    private static Story Host(params UserRecord[] users) => Story.Of(users).With(options =>
    {
        options.CustomColumns.Add(new CustomColumn("Badge", Header("Badge")) { Rule = (value, _) => value.StartsWith('B') ? null : "a badge begins with B" });
        options.CustomColumns.Add(new CustomColumn("Room", Header("Room")));
    });

    private static Dictionary<string, string> Header(string text) => new() { ["en"] = text, ["nl"] = text };

    private static UserRecord With(string number, string badge, string room = "") =>
        Story.User(number) with { Custom = new Dictionary<string, string> { ["Badge"] = badge, ["Room"] = room } };
}
