using System.Globalization;
using OnlineAcademy.Data;
using UserImport.Tests;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>The academy as another process, killed with SIGKILL in the midst of an import; what is said here holds for both databases.</summary>
[Trait("Rule", "P5")]
public abstract class KilledTests(Workspace workspace)
{
    /// <summary>Set to a number of kills, so many are tried: <c>USERIMPORT_KILLS=200</c>.</summary>
    public const string Variable = "USERIMPORT_KILLS";

    private static int? ManyKills =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var kills) ? kills : null;

    [Fact]
    public async Task Two_processes_that_apply_the_same_change_set_at_once_apply_every_change_once()
    {
        var import = await MakeAsync();
        var database = await import.Copies.NewAsync();
        await using var one = await FaultProcess.StartAsync(import.Path, (database, null));
        await using var other = await FaultProcess.StartAsync(import.Path, (database, null));

        await Task.WhenAll(one.GoAsync(), other.GoAsync());
        var lines = await Task.WhenAll(one.ReadToEndAsync(), other.ReadToEndAsync());

        lines[0][^1].Should().StartWith("0 done ").And.Be(lines[1][^1], "both answer the same outcomes");
        lines.Should().OnlyContain(one => one.Any(line => line.Contains("after begin")), "both were at work");
        (await DisturbedImport.StateAsync(database)).Should().Equal(import.Expected);
    }

    [Fact]
    public async Task An_import_that_is_killed_two_hundred_times_at_random_ends_as_if_nobody_had_disturbed_it()
    {
        Assert.SkipWhen(ManyKills is null, $"Minutes of kills; set {Variable}=200 to run them.");
        await KillAtRandomAsync(ManyKills.Value);
    }

    internal abstract DatabaseCopies Copies();

    internal Task<DisturbedImport> MakeAsync() => DisturbedImport.MakeAsync(Copies(), workspace[$"{Guid.NewGuid():N}.json"]);

    /// <summary>Kills one import after another at every point that an undisturbed one passes.</summary>
    /// <remarks>One process runs them all, each with a database of its own and standing still at another point: one kill meets all.</remarks>
    internal async Task KillAtEveryPointAsync()
    {
        var import = await MakeAsync();
        var points = await PointsAsync(import);
        var databases = new List<DatabaseChoice>();
        foreach (var _ in points) databases.Add(await import.Copies.NewAsync());

        await using (var process = await FaultProcess.StartAsync(import.Path, databases.Select((database, i) => (database, (int?)i))))
        {
            await process.GoAsync();
            for (var standing = 0; standing < points.Count;)
                if ((await process.ReadAsync())!.Contains(" stands "))
                    standing++;
            (await process.KillAsync()).Should().BeTrue();
        }

        var committed = 0;
        IReadOnlyList<string>? between = null;
        for (var i = 0; i < points.Count; i++)
        {
            var state = await DisturbedImport.StateAsync(databases[i]);
            if (points[i] == "after commit") (committed, between) = (committed + 1, null);
            state.Count(line => line.StartsWith("batch ", StringComparison.Ordinal)).Should().Be(committed, "that is committed at point {0}, {1}", i, points[i]);
            state.Should().Equal(between ??= state, "no batch is half written at point {0}, {1}", i, points[i]);
            await import.ResumeAsync(databases[i]);
            (await DisturbedImport.StateAsync(databases[i])).Should().Equal(import.Expected, "it was killed at point {0}, {1}", i, points[i]);
        }
        committed.Should().Be(import.Changes.BatchSizes.Count);
        points.Should().Contain(["before batch 0", "after batch 0", "after begin", "before commit", "before writing AppliedBatches", "after writing Invitations"]);
    }

    /// <summary>Kills an import again and again, until it gets through; then the next one.</summary>
    internal async Task KillAtRandomAsync(int kills)
    {
        var import = await MakeAsync();
        var points = await PointsAsync(import);
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var database = await import.Copies.NewAsync();
        for (var killed = 0; killed < kills;)
        {
            await using var process = await FaultProcess.StartAsync(import.Path, (database, null));
            await process.GoAsync();
            for (var lines = random.Next(points.Count); lines > 0 && await process.ReadAsync() is { } line && !line.Contains(" done "); lines--) { }
            await Task.Delay(random.Next(20), TestContext.Current.CancellationToken);
            if (await process.KillAsync()) killed++;
            else await EndAsync();
        }
        await EndAsync();

        async Task EndAsync()
        {
            await import.ResumeAsync(database);
            (await DisturbedImport.StateAsync(database)).Should().Equal(import.Expected, "seed {0}", seed);
            database = await import.Copies.NewAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> PointsAsync(DisturbedImport import)
    {
        await using var process = await FaultProcess.StartAsync(import.Path, (await import.Copies.NewAsync(), null));
        await process.GoAsync();
        return [.. (await process.ReadToEndAsync()).Select(line => line.Split(' ', 4)).Where(words => words[1] == "passes").Select(words => words[3])];
    }
}

public sealed class KilledOnSqliteTests(Workspace workspace) : KilledTests(workspace), IClassFixture<Workspace>
{
    private readonly Workspace _workspace = workspace;

    [Fact]
    public Task An_import_that_is_killed_at_any_fault_point_goes_on_there() => KillAtEveryPointAsync();

    [Fact]
    public Task An_import_that_is_killed_at_random_ends_as_if_nobody_had_disturbed_it() => KillAtRandomAsync(LongRuns.AreWanted ? 10 : 3);

    internal override DatabaseCopies Copies() => new DatabaseCopies.OnSqlite(_workspace);
}

public sealed class KilledOnPostgresTests(PostgresCluster cluster, Workspace workspace) : KilledTests(workspace), IClassFixture<Workspace>
{
    [Fact]
    public Task An_import_that_is_killed_at_any_fault_point_goes_on_there()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(Variable) is null, $"SQLite has this in the ordinary run; set {Variable}=200 for PostgreSQL.");
        return KillAtEveryPointAsync();
    }

    internal override DatabaseCopies Copies() => new DatabaseCopies.OnPostgres(cluster);
}
