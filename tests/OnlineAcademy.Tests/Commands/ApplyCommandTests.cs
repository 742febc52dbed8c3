using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Commands;

public sealed class ApplyCommandTests(Workspace workspace) : IClassFixture<Workspace>
{
    private readonly string _database = workspace.NewDatabase();

    [Fact]
    public async Task A_change_set_is_applied_once_and_undone()
    {
        var changes = workspace["changes.json"];
        var before = await UsersAsync();
        await CheckAsync("changes.xlsx", changes, users => users
            .With("000021", user => user with { LastName = "Ander", Teams = ["Sales, North"] })
            .Append(NewUser("A1", "anna")));

        var first = await AcademyCommand.RunAsync("apply", changes, "--json", "--database", _database);
        var after = await UsersAsync();
        var again = await AcademyCommand.RunAsync("apply", changes, "--json", "--database", _database);

        first.Status.Should().Be(0);
        first.Output.Trim().Should().Be("""{"applied":2,"alreadyApplied":0,"changedSince":0,"failed":0,"notAttempted":0,"outcomes":[]}""");
        after.Should().Contain("Ander").And.Contain("anna.nieuw@noorderveld.example");
        again.Output.Should().Be(first.Output, "an answer from the record keeps the recorded outcome");
        (await UsersAsync()).Should().Be(after);

        var undo = await AcademyCommand.RunAsync("undo", changes, "--json", "--database", _database);

        undo.Status.Should().Be(0);
        undo.Json.GetProperty("applied").GetInt32().Should().Be(2);
        var lines = (await UsersAsync()).Split('\n');
        lines.Where(line => !line.Contains("\"A1\"", StringComparison.Ordinal)).Should().Equal(before.Split('\n'));
        lines.Should().ContainSingle(line => line.Contains("\"A1\"", StringComparison.Ordinal)).Which.Should().Contain("\"Active\":false");
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_user_whom_somebody_changed_since_the_check_is_skipped_and_listed()
    {
        var changes = workspace["stale.json"];
        await CheckAsync("stale.xlsx", changes, users => users
            .With("000021", user => user with { LastName = "Ander" }).With("000042", user => user with { FirstName = "Mo" }));
        await CheckAsync("other.xlsx", workspace["other.json"], users => users.With("000021", user => user with { LastName = "Eerder" }));
        await AcademyCommand.RunAsync("apply", workspace["other.json"], "--database", _database);

        var run = await AcademyCommand.RunAsync("apply", changes, "--json", "--database", _database);

        run.Status.Should().Be(0);
        run.Json.GetProperty("applied").GetInt32().Should().Be(1);
        run.Json.GetProperty("changedSince").GetInt32().Should().Be(1);
        run.Json.GetProperty("outcomes").GetRawText()
            .Should().Be("""[{"employeeNumber":"000021","outcome":"changedSince","reason":"user.changed"}]""");
        (await UsersAsync()).Should().Contain("Eerder").And.NotContain("Ander\"");
    }

    [Fact]
    [Trait("Rule", "K5")]
    public async Task A_brake_stops_an_import_until_somebody_acknowledges_it()
    {
        var (path, changes) = (workspace["brake.xlsx"], workspace["brake.json"]);
        await CheckAsync("brake.xlsx", changes, users => users.Select(user => user with { Active = false }));
        var before = await UsersAsync();

        var check = await AcademyCommand.RunAsync("check", path, "--json", "--database", _database);
        var import = await AcademyCommand.RunAsync("import", path, "--json", "--database", _database);
        var apply = await AcademyCommand.RunAsync("apply", changes, "--database", _database);

        check.Status.Should().Be(0);
        var brake = check.Json.GetProperty("brakes").EnumerateArray().Single();
        brake.EnumerateObject().Select(property => property.Name).Should().Equal("code", "count", "of", "limitPercent");
        brake.GetProperty("code").GetString().Should().Be("brake.deactivations");
        import.Status.Should().Be(3);
        import.Json.GetProperty("applied").GetInt32().Should().Be(0);
        apply.Status.Should().Be(3);
        (await UsersAsync()).Should().Be(before);

        var acknowledged = await AcademyCommand.RunAsync("apply", changes, "--acknowledge", "--json", "--database", _database);

        acknowledged.Status.Should().Be(0);
        acknowledged.Json.GetProperty("applied").GetInt32().Should().Be(brake.GetProperty("count").GetInt32());
    }

    [Theory]
    [Trait("Rule", "P2")]
    [InlineData("Ander", "Onder", "damaged")]
    [InlineData("\"version\":1", "\"version\":2", "format version 2")]
    public async Task A_change_set_that_is_damaged_or_of_another_version_is_not_applied(string part, string other, string message)
    {
        var changes = workspace["damaged.json"];
        await CheckAsync("damaged.xlsx", changes, users => users.With("000021", user => user with { LastName = "Ander" }));
        var text = await File.ReadAllTextAsync(changes, TestContext.Current.CancellationToken);
        text.Should().Contain(part);
        await File.WriteAllTextAsync(changes, text.Replace(part, other, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var before = await UsersAsync();

        var run = await AcademyCommand.RunAsync("apply", changes, "--database", _database);

        run.Status.Should().Be(1);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
        (await UsersAsync()).Should().Be(before);
    }

    [Fact]
    public async Task A_change_set_that_was_never_applied_cannot_be_undone()
    {
        var changes = workspace["never.json"];
        await CheckAsync("never.xlsx", changes, users => users.With("000021", user => user with { LastName = "Ander" }));

        var run = await AcademyCommand.RunAsync("undo", changes, "--json", "--database", _database);

        run.Status.Should().Be(1);
        run.Error.Should().Contain("never applied");
    }

    private async Task CheckAsync(string name, string changes, Func<IReadOnlyList<UserImport.UserRecord>, IEnumerable<UserImport.UserRecord>> edit)
    {
        await WriteAsync(new DatabaseChoice(_database, null, null), workspace[name], edit);
        var run = await AcademyCommand.RunAsync("check", workspace[name], "--changes", changes, "--database", _database);
        run.Status.Should().Be(0, run.Error);
    }

    private async Task<string> UsersAsync() => (await AcademyCommand.RunAsync("users", "--json", "--database", _database)).Output;
}
