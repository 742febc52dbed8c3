using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Planning;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Speed;

/// <summary>Checking as many rows as the academy has users, 2 % new and 5 % changed in one field, beside reading all users once.</summary>
/// <remarks>The ordinary run compares what both find; with <c>USERIMPORT_CHECKING=100000</c> also how long they take.</remarks>
public abstract class CheckingSpeedTests
{
    private const string Variable = "USERIMPORT_CHECKING";
    private const int Few = 400, Rounds = 5;

    internal abstract double Limit { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int? Many =>
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var users) ? users : null;

    [Fact]
    public async Task Every_way_of_reading_finds_what_the_academy_has_and_the_check_finds_what_was_edited()
    {
        await using var academy = await Academy.OpenAsync(NewDatabase(Few), Token);
        var stored = await UsersAsync(academy);
        using var file = await UploadAsync(academy);

        foreach (var way in AllUsers.Ways)
            (await way.ReadAsync(academy)).Select(AllUsers.Describe)
                .Should().BeEquivalentTo(stored.Select(AllUsers.Describe), because: "{0} reads all of it", way.Name);
        await CheckAsync(academy, file, Few);
    }

    [Fact]
    public async Task Checking_takes_at_most_a_few_times_as_long_as_reading_all_users_once()
    {
        Assert.SkipWhen(Many is null, $"Minutes of measuring; set {Variable}=100000 to run it.");
        await using var academy = await Academy.OpenAsync(NewDatabase(Many.Value), Token);
        using var file = await UploadAsync(academy);
        var check = new List<Cost>();
        var reading = AllUsers.Ways.ToDictionary(way => way.Name, _ => new List<Cost>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var way in AllUsers.Ways) reading[way.Name].Add(await MeasureAsync(() => way.ReadAsync(academy)));
            check.Add(await MeasureAsync(() => CheckAsync(academy, file, Many.Value)));
        }

        var (fastest, plain) = reading.MinBy(way => Cost.Median(way.Value).Ms);
        var ratio = check.Zip(plain, (ours, theirs) => ours.Ms / theirs.Ms).Order().ElementAt(Rounds / 2);
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var (name, costs) in reading.Append(new("check", check))) output.WriteLine($"{name}: {Cost.Median(costs).Of(Many.Value)}");
        output.WriteLine(FormattableString.Invariant($"{Many} users: check takes {ratio:0.00} times as long as '{fastest}'"));
        ratio.Should().BeLessThanOrEqualTo(Limit);
    }

    internal abstract DatabaseChoice NewDatabase(int users);

    private static async Task<List<UserRecord>> UsersAsync(IServiceProvider academy)
    {
        await using var db = await academy.GetRequiredService<IDbContextFactory<AcademyContext>>().CreateDbContextAsync(Token);
        return await db.StreamAsync(db.Users, Token).ToListAsync(Token);
    }

    private static async Task<MemoryStream> UploadAsync(IServiceProvider academy)
    {
        await using var scope = academy.CreateAsyncScope();
        var file = new MemoryStream();
        await scope.ServiceProvider.GetRequiredService<UserImporter>()
            .ExportAsync(Edited(await UsersAsync(academy)).ToAsyncEnumerable(), file, null, Token);
        return file;
    }

    // Spread over the whole file. A new user stands where one is left out, who is not locked and manages nobody.
    private static IEnumerable<UserRecord> Edited(List<UserRecord> users)
    {
        var managers = users.SelectMany(user => user.Managers).Select(manager => manager.EmployeeNumber).ToHashSet();
        var free = users.Where(user => user.Locked is null && !managers.Contains(user.EmployeeNumber)).ToList();
        var edits = users.Count * 7 / 100;
        var edited = Enumerable.Range(0, edits).ToDictionary(i => free[i * (free.Count / edits)].EmployeeNumber);
        return users.Select(user => !edited.TryGetValue(user.EmployeeNumber, out var i) ? user
            : i % 7 >= 2 ? user with { FirstName = user.FirstName + "-" }
            : NewUser($"N-{i}", $"nieuw{i}") with { Functions = ["Planner"], Teams = ["Green"], Managers = user.Managers });
    }

    private static async Task CheckAsync(IServiceProvider academy, MemoryStream file, int users)
    {
        file.Position = 0;
        await using var scope = academy.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<UserImporter>().CheckAsync(file, null, null, Token);
        var (added, updated) = (users * 2 / 100, users * 5 / 100);
        check.Rows.Should().Be(new RowCounts(users, added, updated, users - added - updated, Rejected: 0, Duplicates: 0));
    }

    private static async Task<Cost> MeasureAsync(Func<Task> run)
    {
        GC.Collect();
        var (bytes, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        var start = Stopwatch.GetTimestamp();
        await run();
        var (elapsed, used) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        return new Cost(elapsed.TotalMilliseconds, used.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    private readonly record struct Cost(double Ms, double ProcessorMs, long Bytes)
    {
        public static Cost Median(List<Cost> costs) => costs.OrderBy(cost => cost.Ms).ElementAt(costs.Count / 2);

        public string Of(int users) =>
            FormattableString.Invariant($"{Ms:0} ms ({ProcessorMs:0} of the processor), {Bytes / users:#,0} bytes a user");
    }
}

public sealed class CheckingSpeedOnSqliteTests(Workspace workspace) : CheckingSpeedTests, IClassFixture<Workspace>
{
    internal override double Limit => 3;

    internal override DatabaseChoice NewDatabase(int users) => new(workspace.NewDatabase(), null, users);
}

public sealed class CheckingSpeedOnPostgresTests(PostgresCluster cluster) : CheckingSpeedTests
{
    // A server sends all users in one go while they are read; a look-up waits for it, and it for the next look-up.
    internal override double Limit => 6;

    internal override DatabaseChoice NewDatabase(int users)
    {
        // As a host has it: a look-up does not pay for a connection of its own.
        var database = cluster.NewDatabase(users);
        return database with { Postgres = database.Postgres!.Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal) };
    }
}
