using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>P1: planning writes nothing, applying decides nothing.</summary>
public class PlanIsDataTests
{
    private const string Sheet = """
        Employee number | First name | Prefix | Managers
        1               | Sam        | de     |
        2               | Kim        |        | 1@acme.nl
        """;

    [Fact]
    [Trait("Rule", "P1")]
    public async Task Checking_leaves_every_user_and_every_batch_alone()
    {
        var story = Story.Of(Story.User("1"));
        var before = story.Users.All;

        var check = await story.CheckAsync(Sheet);

        check.Rows.Should().BeEquivalentTo(new { Added = 1, Updated = 1 });
        story.Users.ApplyCalls.Should().Be(0);
        story.Users.All.Should().BeEquivalentTo(before);
    }

    [Fact]
    [Trait("Rule", "P1")]
    public async Task Applying_writes_what_was_planned_whatever_the_options_say_by_then()
    {
        var story = Story.Of(Story.User("1") with { CostCenter = "4711" });
        var check = await story.CheckAsync("""
            Employee number | Cost center
            1               |
            """);
        story.With(options => options.BlankCells = BlankCellPolicy.Keep);

        var result = await story.ApplyAsync(check);

        result.Applied.Should().Be(1);
        story.Users["1"].CostCenter.Should().BeEmpty();
        check.Changes.Changes.Should().ContainSingle().Which.Kind.Should().Be(ChangeKind.Updated);
    }
}
