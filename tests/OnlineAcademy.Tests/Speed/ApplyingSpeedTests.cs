using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using OnlineAcademy.Tests.Resuming;
using UserImport;
using UserImport.Planning;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Speed;

/// <summary>Applying through the academy beside the plainest statements that write the same; half of the changes add, half update.</summary>
/// <remarks>The ordinary run compares what both write; with <c>USERIMPORT_APPLYING=100000</c> also how long they take.</remarks>
public abstract class ApplyingSpeedTests
{
    private const string Variable = "USERIMPORT_APPLYING";
    private const int Few = 400, Rounds = 5;
    private const double Limit = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int? Many => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var changes) ? changes : null;

    [Fact]
    public async Task The_plainest_statements_write_what_the_import_writes()
    {
        var copies = Copies(Few);
        var (changes, plain) = await PrepareAsync(copies, Few);
        var (ours, theirs) = (await copies.NewAsync(), await copies.NewAsync());

        await ApplyAsync(ours, changes);
        await plain.RunAsync(theirs);

        (await DisturbedImport.StateAsync(ours)).Where(line => !line.StartsWith("batch ", StringComparison.Ordinal))
            .Should().Equal(await DisturbedImport.StateAsync(theirs));
    }

    [Fact]
    public async Task Applying_takes_at_most_three_times_as_long_as_the_plainest_statements()
    {
        Assert.SkipWhen(Many is null, $"Minutes of measuring; set {Variable}=100000 to run it.");
        var copies = Copies(Many.Value);
        var (changes, plain) = await PrepareAsync(copies, Many.Value);
        var times = new List<(double Ours, double Plain)>();
        for (var round = 0; round < Rounds; round++)
        {
            var (ours, theirs) = (Pooled(await copies.NewAsync()), Pooled(await copies.NewAsync()));
            var theirTime = await TimeAsync(() => plain.RunAsync(theirs));
            times.Add((await TimeAsync(() => ApplyAsync(ours, changes)), theirTime));
        }
        var held = new List<long>();
        await ApplyAsync(await copies.NewAsync(), changes, new EveryTenth(() => held.Add(GC.GetTotalMemory(forceFullCollection: true) >> 20)));

        var ratio = times.Select(time => time.Ours / time.Plain).Order().ElementAt(Rounds / 2);
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{Many} changes: ratio {ratio:0.00} (ms ours/plain: {string.Join(", ", times.Select(time => $"{time.Ours:0}/{time.Plain:0}"))}); MiB held on the way: {string.Join(" ", held)}"));
        ratio.Should().BeLessThanOrEqualTo(Limit);
        held[^1].Should().BeLessThan(held[0] + 32, "what is held does not grow with the batches that are done");
    }

    internal abstract DatabaseCopies Copies(int changes);

    private static async Task<(ChangeSet Changes, PlainStatements Plain)> PrepareAsync(DatabaseCopies copies, int count)
    {
        await using var academy = await TestAcademy.OpenAsync(copies.Original);
        var check = await academy.CheckAsync(users => Edited(users, count / 2));
        check.Changes.Changes.Should().HaveCount(count);
        return (check.Changes, await PlainStatements.PrepareAsync(academy, check.Changes));
    }

    private static IEnumerable<UserRecord> Edited(IReadOnlyList<UserRecord> users, int half)
    {
        foreach (var (user, i) in users.Where(user => user.Locked is null).Take(half).Select((user, i) => (user, i)))
            yield return user with { FirstName = user.FirstName + "-", CostCenter = "4999", Teams = i % 2 == 0 ? ["Blue", "Sports"] : user.Teams };
        for (var i = 0; i < half; i++)
        {
            var manager = users[i / 10];
            yield return NewUser($"N-{i}", $"nieuw{i}") with { Functions = ["Planner"], Teams = ["Green"], Managers = [new UserReference(manager.EmployeeNumber, manager.Email)] };
        }
    }

    private static async Task ApplyAsync(DatabaseChoice database, ChangeSet changes, IProgress<ImportProgress>? progress = null)
    {
        await using var services = await Academy.OpenAsync(database, Token);
        await using var scope = services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<UserImporter>().ApplyAsync(changes, changes.Fingerprint, progress, Token);
        result.Applied.Should().Be(changes.Changes.Count);
    }

    // As a host has it: a batch does not pay for a connection of its own.
    private static DatabaseChoice Pooled(DatabaseChoice database) =>
        database with { Postgres = database.Postgres?.Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal) };

    private static async Task<double> TimeAsync(Func<Task> run)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        await run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private sealed class EveryTenth(Action look) : IProgress<ImportProgress>
    {
        private long _next;

        public void Report(ImportProgress value)
        {
            if (value.Done < _next) return;
            look();
            _next = value.Done + (value.Total / 10 ?? 1);
        }
    }
}

public sealed class ApplyingSpeedOnSqliteTests(Workspace workspace) : ApplyingSpeedTests, IClassFixture<Workspace>
{
    internal override DatabaseCopies Copies(int changes) => new DatabaseCopies.OnSqlite(workspace, Users(changes));

    internal static int Users(int changes) => (changes / 2 * 32 / 30) + 10;
}

public sealed class ApplyingSpeedOnPostgresTests(PostgresCluster cluster) : ApplyingSpeedTests
{
    internal override DatabaseCopies Copies(int changes) => new DatabaseCopies.OnPostgres(cluster, ApplyingSpeedOnSqliteTests.Users(changes));
}
