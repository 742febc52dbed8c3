using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Applying;
using UserImport.Columns;
using UserImport.Observing;
using UserImport.Planning;
using UserImport.Tests.Hostile;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Observing;

/// <summary>What an operator hears, and that nobody hears a value of a cell.</summary>
[Collection(nameof(Alone))]
public class ImportTelemetryTests
{
    private const string Sheet = """
        Employee number | Prefix | Active | Send invitation | Department | Company
        1               |        | x      |                 | Sales      | Acme
        2               | van    | x      |                 | Sales      | Acme
        3               |        | x      | x               | Sales      | Acme
        4               |        | maybe  |                 | Salez      | Acme
        5               |        | x      |                 | Salez      | Acme
        6               |        | x      |                 | Sales      | Acme
        6               |        | x      |                 | Sales      | Acme
        """;

    [Fact]
    public async Task A_check_counts_rows_by_result_and_rejected_rows_by_code()
    {
        using var heard = new Overheard();

        await TheStory().CheckAsync(Sheet);

        heard.Of("userimport.rows").Should().BeEquivalentTo("userimport.result=added: 1", "userimport.result=updated: 1",
            "userimport.result=unchanged: 2", "userimport.result=rejected: 2", "userimport.result=duplicate: 1");
        heard.Of("userimport.rejections").Should().BeEquivalentTo("userimport.code=active.invalid: 1", "userimport.code=department.unknown: 2");
    }

    [Fact]
    public async Task An_import_counts_changes_by_kind_and_outcome_and_so_does_its_resume()
    {
        var story = TheStory();
        var check = await story.CheckAsync(Sheet);
        story.Users.Put(story.Users["2"] with { Prefix = "op" });
        using var heard = new Overheard();

        await story.ApplyAsync(check);

        string[] expected =
        [
            "userimport.kind=added userimport.outcome=applied: 1", "userimport.kind=updated userimport.outcome=changed_since: 1",
            "userimport.kind=invited userimport.outcome=applied: 1",
        ];
        heard.Of("userimport.changes").Should().BeEquivalentTo(expected);
        await story.ApplyAsync(check);
        heard.Of("userimport.changes").Should().BeEquivalentTo([.. expected, .. expected]);
    }

    [Fact]
    public async Task Every_stage_tells_its_duration_in_seconds()
    {
        var story = TheStory();
        using var heard = new Overheard();
        await using var services = Story.Services(story.Users, story.Options);
        var importer = services.GetRequiredService<UserImporter>();

        await importer.WriteTemplateAsync(new MemoryStream(), cancellationToken: TestContext.Current.CancellationToken);
        await story.ExportAsync();
        var check = await story.CheckAsync(Sheet);
        await importer.WriteCorrectionsAsync(check, new MemoryStream(), TestContext.Current.CancellationToken);
        var result = await story.ApplyAsync(check);
        await importer.PlanUndoAsync(check.Changes, result, cancellationToken: TestContext.Current.CancellationToken);

        var durations = heard.Measurements.Where(one => one.Instrument == "userimport.stage.duration").ToList();
        durations.Select(one => one.Tags).Should().Equal("userimport.stage=template", "userimport.stage=export", "userimport.stage=reading",
            "userimport.stage=planning", "userimport.stage=corrections", "userimport.stage=applying", "userimport.stage=undoing");
        durations.Should().OnlyContain(one => one.Unit == "s" && one.Value > 0 && one.Value < 60);
        heard.Activities.Select(activity => activity.OperationName).Should().Equal("userimport.template", "userimport.export",
            "userimport.check", "userimport.corrections", "userimport.apply", "userimport.undo");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_bytes_of_an_upload_are_counted_whether_it_can_seek_or_not(bool canSeek)
    {
        var story = TheStory();
        var file = (await story.ExportAsync()).ToArray();
        using var heard = new Overheard();

        var check = await story.CheckAsync(canSeek ? new MemoryStream(file) : new Forward(file));

        check.Rows.Unchanged.Should().Be(3);
        heard.Measurements.Should().ContainSingle(one => one.Instrument == "userimport.file.size")
            .Which.Should().BeEquivalentTo(new { Unit = "By", Value = (double)file.Length, Tags = "" });
    }

    [Fact]
    public async Task The_activity_of_a_check_tells_its_counts_its_action_and_its_brakes()
    {
        using var heard = new Overheard(measurements: false);

        await TheStory().With(options => options.Brakes.Rejections = new Brake(Percent: 1, AtLeast: 1)).CheckAsync(Sheet);

        var activity = heard.Activities.Should().ContainSingle().Which;
        (activity.OperationName, activity.Kind, activity.Status).Should().Be(("userimport.check", ActivityKind.Internal, ActivityStatusCode.Unset));
        activity.Events.Select(happened => happened.Name).Should().Equal("planning");
        activity.TagObjects.Select(tag => tag.Key).Should().BeEquivalentTo("userimport.action", "userimport.brakes", "userimport.file.size",
            "userimport.rows.added", "userimport.rows.updated", "userimport.rows.unchanged", "userimport.rows.rejected", "userimport.rows.duplicate");
        activity.GetTagItem("userimport.action").Should().Be("add_and_update");
        activity.GetTagItem("userimport.rows.rejected").Should().Be(2);
        activity.GetTagItem("userimport.brakes").Should().BeEquivalentTo(new[] { "brake.rejections" });
    }

    [Fact]
    public async Task A_refused_file_is_no_error_and_tells_its_code()
    {
        using var heard = new Overheard();

        await TheStory().CheckAsync(new MemoryStream("no workbook"u8.ToArray()));

        var activity = heard.Activities.Should().ContainSingle().Which;
        (activity.GetTagItem("userimport.refusal"), activity.Status).Should().Be(("workbook.notExcel", ActivityStatusCode.Unset));
        heard.Of("userimport.rows").Should().BeEmpty();
        heard.Measurements.Should().ContainSingle(one => one.Tags == "userimport.stage=reading");
    }

    [Fact]
    public async Task An_exception_passes_through_and_only_its_type_is_told()
    {
        var story = TheStory();
        var check = await story.CheckAsync(Sheet);
        using var heard = new Overheard();
        await using var services = Story.Services(new Broken(), story.Options);

        var applying = () => services.GetRequiredService<UserImporter>().ApplyAsync(check.Changes, check.Changes.Fingerprint);

        await applying.Should().ThrowExactlyAsync<InvalidOperationException>().WithMessage("Zq7kPrivate");
        heard.Activities.Should().ContainSingle().Which.Status.Should().Be(ActivityStatusCode.Error);
        heard.Measurements.Should().ContainSingle()
            .Which.Tags.Should().Be("userimport.stage=applying error.type=System.InvalidOperationException");
        heard.Everything.Should().NotContain(said => said.Contains("Zq7kPrivate"));
    }

    [Fact]
    public async Task A_cancelled_check_tells_so()
    {
        var story = TheStory();
        var file = await story.ExportAsync();
        using var heard = new Overheard();
        await using var services = Story.Services(story.Users, story.Options);

        var checking = () => services.GetRequiredService<UserImporter>().CheckAsync(file, cancellationToken: new CancellationToken(true));

        await checking.Should().ThrowAsync<OperationCanceledException>();
        heard.Measurements.Should().ContainSingle(one => one.Tags == "userimport.stage=reading error.type=System.OperationCanceledException");
    }

    [Fact]
    public async Task No_tag_and_no_event_carries_a_value_of_a_cell_or_a_file_name()
    {
        var story = Story.Of(Story.User("1") with { FirstName = "Zq7k1", Locked = "Zq7k2" }, Story.User("2") with { LastName = "Zq7k3" });
        story.Options.CustomColumns.Add(new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge" }) { Rule = (value, _) => value + " is wrong" });
        story.Request = new ImportRequest { FileName = "Zq7k4.xlsx" };
        using var heard = new Overheard();

        var check = await story.CheckAsync("""
            Employee number | First name | Prefix | Last name | Email address | Company | Department | Function(s) | Cost center | Send invitation | Active | Language | Teams | Managers | Badge | Zq7kx
            Zq7ka           | Zq7kb      | Zq7kc  | Zq7kd     | Zq7ke         | Zq7kf   | Zq7kg      | Zq7kh       | Zq7ki       | Zq7kj           | Zq7kk  | Zq7kl    | Zq7km | Zq7kn    | Zq7ko | Zq7kp
            1               | Zq7kb      | Zq7kc  | Zq7kd     | zq7ke@acme.nl | Acme    | Sales      |             | Zq7ki       |                 | x      | nl       |       |          |       |
            2               | Zq7kb      | Zq7kc  | Zq7kd     | zq7kf@acme.nl | Acme    | Sales      |             | Zq7ki       | x               | x      | nl       |       |          |       |
            Zq7kq           | Zq7kb      | Zq7kc  | Zq7kd     | zq7kg@acme.nl | Acme    | Sales      |             | Zq7ki       | x               | x      | nl       |       |          |       |
            """);
        await story.ApplyAsync(check);

        check.Rows.Should().Be(new RowCounts(Read: 4, Added: 1, Updated: 1, Unchanged: 0, Rejected: 2, Duplicates: 0));
        heard.Everything.Should().Contain(said => said.Contains("user.locked")).And.Contain(said => said.Contains("badge.invalid"));
        heard.Everything.Should().NotContain(said => said.Contains("Zq7k", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Nothing_is_observed_when_nobody_listens()
    {
        ObservedStep? seen = null;
        Task<int> Look(ObservedStep? step)
        {
            seen = step;
            return Task.FromResult(1);
        }

        await ObservedStep.RunAsync("userimport.check", "reading", TimeProvider.System, Look);
        seen.Should().BeNull();
        Activity.Current.Should().BeNull();

        using (new Overheard(activities: false)) await ObservedStep.RunAsync("userimport.check", "reading", TimeProvider.System, Look);
        seen.Should().NotBeNull();
        seen!.Activity.Should().BeNull();
    }

    private static Story TheStory() => Story.Of(Story.User("1"), Story.User("2"), Story.User("3"));

    private sealed class Forward(byte[] file) : MemoryStream(file)
    {
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    }

    private sealed class Broken() : StoryUsers(Story.Structure)
    {
        public override Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Zq7kPrivate");
    }
}
