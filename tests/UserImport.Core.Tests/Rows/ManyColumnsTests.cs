using UserImport.Columns;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Rows;

/// <summary>A host that declares sixty columns: more than a row keeps room for in one number.</summary>
[Trait("Rule", "C6")]
public class ManyColumnsTests
{
    private const int Own = 60;

    private static readonly UserRecord Ann = Story.User("1") with { Prefix = "van", Custom = Values() };
    private static readonly UserRecord Bob = Story.User("2") with { Functions = ["Director"], Custom = Values() };

    [Fact]
    public async Task An_export_of_sixty_own_columns_changes_nothing()
    {
        var check = await CheckAsync(Ann, Bob);

        check.Codes().Should().BeEmpty();
        check.Rows.Should().BeEquivalentTo(new { Unchanged = 2, Updated = 0, Rejected = 0 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(60)]
    public async Task A_value_that_is_changed_or_cleared_in_one_of_sixty_columns_is_the_only_change(int column)
    {
        var check = await CheckAsync(Ann with { Custom = Values((column, "new")) }, Bob with { Custom = Values((column, "")) });

        check.Codes().Should().BeEmpty();
        check.Changed().Should().Equal($"2 Own{column}: value {column} -> new", $"3 Own{column}: value {column} -> ");
        check.Changes.Changes[0].After.Should().BeEquivalentTo(Ann with { Custom = Values((column, "new")) }, options => options.Excluding(user => user.Version));
    }

    [Fact]
    public async Task A_change_of_one_of_the_fourteen_leaves_the_others_beside_sixty_columns_as_they_are()
    {
        var check = await CheckAsync(Ann with { LastName = "Roe" }, Bob with { Functions = [] });

        check.Codes().Should().BeEmpty();
        check.Changed().Should().Equal("2 LastName: Poe -> Roe", "3 Functions: Director -> ");
    }

    // Checks the export of a host whose users are edited already.
    private static async Task<ImportCheck> CheckAsync(params UserRecord[] edited) =>
        await Host(Ann, Bob).CheckAsync(await Host(edited).ExportAsync());

    private static Story Host(params UserRecord[] users) => Story.Of(users).With(options =>
    {
        options.BlankCells = BlankCellPolicy.Clear;
        for (var i = 1; i <= Own; i++)
            options.CustomColumns.Add(new CustomColumn($"Own{i}", new Dictionary<string, string> { ["en"] = $"Own column {i}" }));
    });

    private static Dictionary<string, string> Values(params (int Column, string Text)[] changed)
    {
        var values = Enumerable.Range(1, Own).ToDictionary(i => $"Own{i}", i => $"value {i}");
        foreach (var (column, text) in changed)
        {
            values.Remove($"Own{column}");
            if (text.Length > 0) values.Add($"Own{column}", text);
        }
        return values;
    }
}
