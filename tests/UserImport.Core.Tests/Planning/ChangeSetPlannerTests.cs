using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Rules;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Planning;

public class ChangeSetPlannerTests
{
    [Fact]
    [Trait("Rule", "P7")]
    public async Task Progress_is_told_after_every_look_up_and_around_the_planning()
    {
        var story = Story.Of();
        await using var services = Story.Services(story.Users, new UserImportOptions { LookupBatchSize = 2 });
        var told = new Told();
        var sheet = StorySheet.Complete(StorySheet.Parse("Employee number\n1\n2\n3"), []);

        await services.GetRequiredService<UserImporter>().CheckAsync(StoryWorkbook.Write(sheet), null, told, TestContext.Current.CancellationToken);

        told.Progress.Should().Equal(
            new ImportProgress(ImportStage.Reading, 2, null), new ImportProgress(ImportStage.Reading, 3, null),
            new ImportProgress(ImportStage.Planning, 0, 3), new ImportProgress(ImportStage.Planning, 3, 3));
    }

    [Fact]
    public async Task A_missing_argument_is_refused_by_its_name()
    {
        var story = Story.Of();
        await using var services = Story.Services(story.Users, new UserImportOptions());
        var planner = services.GetRequiredService<ChangeSetPlanner>();

        (await planner.Invoking(one => one.PlanAsync(null!)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("sheet");
        planner.Invoking(_ => new ChangeSetPlanner(story.Users, story.Users, services.GetRequiredService<RuleEngine>(), null!, TimeProvider.System))
            .Should().Throw<ArgumentNullException>().WithParameterName("options");
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<ImportProgress> Progress { get; } = [];

        public void Report(ImportProgress value) => Progress.Add(value);
    }
}
