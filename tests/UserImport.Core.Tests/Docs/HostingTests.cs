namespace UserImport.Tests.Docs;

using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Observing;
using UserImport.Tests.Hostile;

/// <summary>The code of docs/hosting.md, run.</summary>
[Collection(nameof(Alone))]
public sealed class HostingTests
{
    [Fact]
    public async Task Imports_run_in_the_background_in_a_scope_of_their_own_and_tell_how_far_they_are()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var provider = Services();
        var progress = new LastProgress();
        var done = new TaskCompletionSource<Guid>();
        var queue = new BackgroundImports(provider.GetRequiredService<IServiceScopeFactory>(), async (id, services, stopping) =>
        {
            var importer = services.GetRequiredService<UserImporter>();
            var check = await importer.CheckAsync(await UploadAsync(importer), progress: progress, cancellationToken: stopping);
            progress.ToString().Should().Be("looking at the file as a whole");
            await importer.ApplyAsync(check.Changes, progress: progress, cancellationToken: stopping);
            done.SetResult(id);
        });
        var id = Guid.NewGuid();
        progress.ToString().Should().Be("waiting");

        var running = queue.RunAsync(workers: 2, stop.Token);
        queue.TryAdd(id).Should().BeTrue();

        (await done.Task.WaitAsync(stop.Token)).Should().Be(id);
        progress.ToString().Should().Be("1 of 1 changes");
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => running).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Measurements_are_printed()
    {
        await using var provider = Services();
        var importer = provider.GetRequiredService<UserImporter>();
        var upload = await UploadAsync(importer);
        using var output = new StringWriter();

        using (PrintMeasurements(output)) await importer.CheckAsync(upload, cancellationToken: TestContext.Current.CancellationToken);

        output.ToString().Split(output.NewLine).Should().Contain("userimport.rows 1 {row} [userimport.result, added]")
            .And.Contain(line => line.StartsWith("userimport.stage.duration 0", StringComparison.Ordinal) && line.EndsWith(" s [userimport.stage, planning]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_names_every_instrument_with_its_unit_and_every_activity()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "hosting.md"), TestContext.Current.CancellationToken);
        var instruments = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => instruments.Add(instrument) };
        listener.Start();
        _ = ImportTelemetry.IsObserved;

        var ours = instruments.Where(instrument => instrument.Meter.Name == "UserImport.Core").ToList();
        ours.Should().HaveCount(5);
        foreach (var instrument in ours) page.Should().MatchRegex($@"\| `{Regex.Escape(instrument.Name)}` \| (counter|histogram), `{Regex.Escape(instrument.Unit!)}` \|");
        foreach (var step in new[] { "template", "export", "check", "corrections", "apply", "undo" }) page.Should().Contain($"`userimport.{step}`");
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IUserRepository, AcademyUsers>();
        services.AddUserImport().AddOrgStructureLookup<AcademyOrganisation>();
        return services.BuildServiceProvider();
    }

    private static async Task<Stream> UploadAsync(UserImporter importer)
    {
        var ann = Build.User("00123") with { Company = "Northwind", Language = "en" };
        var upload = new MemoryStream();
        await importer.ExportAsync(new[] { ann }.ToAsyncEnumerable(), upload, cancellationToken: TestContext.Current.CancellationToken);
        upload.Position = 0;
        return upload;
    }

    static MeterListener PrintMeasurements(TextWriter output)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == "UserImport.Core") meters.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            output.WriteLine($"{instrument.Name} {value} {instrument.Unit} {string.Join(", ", tags.ToArray())}"));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
            output.WriteLine($"{instrument.Name} {value:0.000} {instrument.Unit} {string.Join(", ", tags.ToArray())}"));
        listener.Start();
        return listener;
    }
}
