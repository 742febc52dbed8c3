using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Data;

/// <summary>What a batch costs the database; what is said here holds for both.</summary>
[Trait("Rule", "P5")]
public abstract class StatementsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_of_six_hundred_takes_as_many_statements_as_a_batch_of_six()
    {
        (await ApplyAsync(600)).Select(statement => statement.Text).Should().Equal((await ApplyAsync(6)).Select(statement => statement.Text));
    }

    [Fact]
    public async Task Users_are_looked_up_by_one_list_of_numbers_and_one_of_addresses()
    {
        var lookUps = (await ApplyAsync(600)).Where(statement => statement.Text.StartsWith("SELECT", StringComparison.Ordinal)).ToList();

        lookUps.Should().ContainSingle(statement => statement.Text.Contains("\"EmailKey\"")).Which.Parameters.Should().Be(2);
        lookUps.Should().OnlyContain(statement => statement.Parameters <= 2);
    }

    [Fact]
    public async Task Users_are_written_by_one_statement_for_the_new_ones_and_one_for_the_others()
    {
        var writes = (await ApplyAsync(600)).Select(statement => statement.Text).ToList();

        writes.Should().ContainSingle(text => text.StartsWith("INSERT INTO \"Users\"")).And.ContainSingle(text => text.StartsWith("UPDATE \"Users\" SET"));
        writes.Should().ContainSingle(text => text.StartsWith("INSERT INTO \"UserTeams\"")).And.ContainSingle(text => text.StartsWith("INSERT INTO \"Invitations\""));
    }

    [Fact]
    public async Task Thousands_who_get_the_same_manager_in_one_batch_are_linked_by_one_statement()
    {
        var statements = await ApplyAsync(4000, boss => [new UserReference(boss.EmployeeNumber, boss.Email)]);

        statements.Should().ContainSingle(statement => statement.Text.StartsWith("INSERT INTO \"UserManagers\""));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 4)]
    [InlineData(50, 4)]
    public async Task A_look_up_takes_four_statements_and_one_if_it_finds_nobody(int users, int statements)
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase(50));
        var emails = (await academy.UsersAsync()).Take(users).Select(user => UserKeys.OfEmail(user.Email)).Append("nobody@example.com").ToList();
        academy.Statements.Clear();

        var found = await academy.Repository.FindByEmailAsync(emails, Token);

        found.Should().HaveCount(users);
        academy.Statements.Should().HaveCount(statements);
    }

    internal abstract DatabaseChoice NewDatabase(int users);

    private async Task<IReadOnlyList<(string Text, int Parameters)>> ApplyAsync(int changes, Func<UserRecord, IReadOnlyList<UserReference>>? managers = null)
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase(changes), services => services.Configure<UserImportOptions>(o => o.BatchSize = changes * 2));
        var check = await academy.CheckAsync(users => users
            .Select((user, i) => i == 0 || i % 2 == 1 || user.Locked is not null ? user : user with { CostCenter = "9", Teams = ["Blue"] })
            .Concat(Enumerable.Range(0, changes / 2).Select(i => NewUser($"N-{i}", $"n{i}") with { Teams = ["Blue"], Managers = managers?.Invoke(users[0]) ?? [] })),
            inviteAll: true);
        check.Changes.BatchSizes.Should().HaveCount(1);
        academy.Statements.Clear();
        var result = await academy.Importer.ApplyAsync(check.Changes, check.Changes.Fingerprint, null, Token);
        var statements = academy.Statements.ToList();
        result.Applied.Should().Be(check.Changes.Changes.Count).And.BeGreaterThan(changes / 2);
        (await academy.UsersAsync()).Where(user => user.EmployeeNumber.StartsWith("N-", StringComparison.Ordinal)).Should().HaveCount(changes / 2)
            .And.OnlyContain(user => user.Teams.Single() == "Blue" && user.Managers.Count == (managers == null ? 0 : 1));
        return statements;
    }
}

public sealed class StatementsOnSqliteTests(Workspace workspace) : StatementsTests, IClassFixture<Workspace>
{
    internal override DatabaseChoice NewDatabase(int users) => new(workspace.NewDatabase(), null, users);
}

public sealed class StatementsOnPostgresTests(PostgresCluster cluster) : StatementsTests
{
    internal override DatabaseChoice NewDatabase(int users) => cluster.NewDatabase(users);
}
