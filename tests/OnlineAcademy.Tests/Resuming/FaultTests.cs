using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using UserImport.Applying;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>Whatever goes wrong, the end is a defined one and the change set can be applied again; said here of both databases.</summary>
[Trait("Rule", "P6")]
public abstract class FaultTests(Workspace workspace)
{
    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_exception_of_the_repository_reaches_the_caller_and_what_was_committed_stays()
    {
        var fault = new TimeoutException("The host's own.");
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.InSecondBatch((_, _) => throw fault));

        (await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<TimeoutException>()).Which.Should().BeSameAs(fault);

        await import.EndAsync(1);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_repository_that_hangs_ends_with_the_cancellation()
    {
        var hangs = new TaskCompletionSource();
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.InSecondBatch(async (_, token) =>
        {
            hangs.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return [];
        }));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var applying = import.ApplyAsync(stop.Token);
        await hangs.Task;
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => applying).Should().ThrowAsync<OperationCanceledException>();
        await import.EndAsync(1);
    }

    [Fact]
    public async Task Another_writer_who_holds_the_database_for_a_moment_is_waited_for()
    {
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), _ => { });
        await using var other = await import.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync(Token);
        await ExecuteAsync(other, transaction, "UPDATE \"Users\" SET \"SignIns\" = \"SignIns\" + 1");

        var applying = Task.Run(() => import.ApplyAsync(Token), Token);
        (await Task.WhenAny(applying, Task.Delay(300, Token))).Should().NotBe(applying);
        await transaction.CommitAsync(Token);

        (await applying).Applied.Should().Be(import.Changes);
        await import.EndAsync(import.Batches);
    }

    internal abstract DatabaseCopies Copies();

    internal Task<DisturbedImport> MakeAsync() => DisturbedImport.MakeAsync(Copies(), workspace[$"{Guid.NewGuid():N}.json"]);

    internal static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // constants of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }
}

public sealed class FaultsOnSqliteTests(Workspace workspace) : FaultTests(workspace), IClassFixture<Workspace>
{
    private const int Busy = 5, InputOutput = 10, Full = 13;

    private readonly Workspace _workspace = workspace;

    public static TheoryData<string> WrongAnswers => ["too few", "none", "null", "twice", "of another batch", "not attempted"];

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task An_answer_that_is_not_one_outcome_for_each_change_is_refused(string wrong)
    {
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.InSecondBatch(async (apply, _) =>
        {
            var right = await apply();
            return wrong switch
            {
                "too few" => [.. right.Skip(1)],
                "none" => [],
                "null" => null!,
                "twice" => [.. right.Skip(1).Append(right[1])],
                "of another batch" => [.. right.Select(outcome => outcome with { Change = outcome.Change - 1 })],
                _ => [.. right.Select(outcome => outcome with { Kind = ChangeOutcomeKind.NotAttempted })],
            };
        }));

        await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*IUserRepository.ApplyAsync*batch 1*");

        await import.EndAsync(2); // the second batch was committed, and is answered from the record
    }

    [Fact]
    public async Task A_database_that_stays_busy_is_said_so_and_nothing_is_written()
    {
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.OnOpening(connection =>
        {
            ((SqliteConnection)connection).DefaultTimeout = 1;
            return Task.CompletedTask;
        }));
        await using (var other = await import.OpenAsync())
        {
            await ExecuteAsync(other, null, "BEGIN IMMEDIATE");

            (await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<SqliteException>()).Which.SqliteErrorCode.Should().Be(Busy);

            await ExecuteAsync(other, null, "ROLLBACK");
        }
        await import.EndAsync(0);
    }

    [Fact]
    public async Task A_full_disk_is_said_so_and_the_batches_before_stay()
    {
        var opened = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.OnOpening(async connection =>
        {
            // A limit below what there is means: not one page more.
            await ExecuteAsync(connection, null, $"PRAGMA max_page_count = {(opened++ < 1 ? int.MaxValue : 1)}");
        }));

        (await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<Exception>()).Which.GetBaseException()
            .Should().BeOfType<SqliteException>().Which.SqliteErrorCode.Should().Be(Full);

        SqliteConnection.ClearAllPools(); // the limit is one of the connections, which are used again
        await import.EndAsync(null);
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_commit_that_was_made_but_looked_like_none_is_found_on_record()
    {
        var commits = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(),
            Faults.AfterCommit(() => commits++ == 1 ? throw new SqliteException("The disk did not answer.", InputOutput) : Task.CompletedTask));

        await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<SqliteException>();

        await import.EndAsync(2);
    }

    internal override DatabaseCopies Copies() => new DatabaseCopies.OnSqlite(_workspace);
}

public sealed class FaultsOnPostgresTests(PostgresCluster cluster, Workspace workspace) : FaultTests(workspace), IClassFixture<Workspace>
{
    [Fact]
    public async Task A_deadlock_that_the_import_loses_is_tried_again()
    {
        Task? circle = null;
        var begun = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.Before("UPDATE \"Users\" SET \"FirstName\"", async command =>
        {
            if (begun++ > 0) return;
            await ExecuteAsync(command.Connection!, command.Transaction, "SELECT 1 FROM \"Users\" WHERE \"Id\" = 1 FOR UPDATE");
            var holdsTheRest = new TaskCompletionSource();
            circle = CloseAsync(command.Connection!.ConnectionString, holdsTheRest);
            await holdsTheRest.Task;
        }));

        var result = await import.ApplyAsync(Token);
        await circle!;

        begun.Should().Be(import.BatchesThatUpdate + 1, "one batch was written twice");
        result.Applied.Should().Be(import.Changes);
        await import.EndAsync(import.Batches);

        // Each holds what the other one wants next.
        static async Task CloseAsync(string connectionString, TaskCompletionSource holdsTheRest)
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(Token);
            await ExecuteAsync(connection, null, "SET deadlock_timeout = '60s'"); // so the import is the one to notice, and to lose
            await using var transaction = await connection.BeginTransactionAsync(Token);
            await ExecuteAsync(connection, transaction, "SELECT 1 FROM \"Users\" FOR UPDATE SKIP LOCKED");
            holdsTheRest.SetResult();
            await ExecuteAsync(connection, transaction, "UPDATE \"Users\" SET \"SignIns\" = \"SignIns\" + 1");
            await transaction.CommitAsync(Token);
        }
    }

    [Theory]
    [InlineData("N-00", "somebody@noorderveld.example", ChangeOutcomeKind.ChangedSince, OutcomeReasons.UserExists)]
    [InlineData("X-99", "nieuw0.nieuw@noorderveld.example", ChangeOutcomeKind.Failed, OutcomeReasons.EmailTaken)]
    public async Task A_user_who_is_added_by_somebody_else_in_the_same_moment_stays_theirs(
        string number, string email, ChangeOutcomeKind kind, string reason)
    {
        TestAcademy? somebody = null;
        var begun = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.Before("INSERT INTO \"Users\"", async _ =>
        {
            if (begun++ > 0) return;
            await using var db = await somebody!.ContextAsync();
            await StaleTests.AddAsync(db, number, email);
        }));
        await using var academy = somebody = await TestAcademy.OpenAsync(import.Database);

        var result = await import.ApplyAsync(Token);

        result.Applied.Should().Be(import.Changes - 1);
        result.Outcomes.Should().ContainSingle(outcome => outcome.Kind != ChangeOutcomeKind.Applied).Which.Should().Match<ChangeOutcome>(
            outcome => outcome.Kind == kind && outcome.Reason == reason);
        (await import.ApplyAsync(Token)).Should().BeEquivalentTo(result, "again it is answered from the record");
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_commit_whose_answer_gets_lost_is_found_on_record()
    {
        var commits = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(),
            Faults.AfterCommit(() => commits++ == 1 ? throw new NpgsqlException("The answer did not come.", new IOException()) : Task.CompletedTask));

        (await import.ApplyAsync(Token)).Applied.Should().Be(import.Changes);

        commits.Should().Be(import.Batches, "no batch was committed twice");
        await import.EndAsync(import.Batches);
    }

    [Fact]
    public async Task A_connection_that_breaks_at_a_commit_is_made_anew()
    {
        var commits = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.BeforeCommit(transaction =>
            commits++ == 1 ? BreakAsync((NpgsqlConnection)transaction.Connection!) : Task.CompletedTask));

        (await import.ApplyAsync(Token)).Applied.Should().Be(import.Changes);

        commits.Should().Be(import.Batches + 1);
        await import.EndAsync(import.Batches);
    }

    [Fact]
    public async Task A_disk_of_the_server_that_is_full_is_said_so_and_nothing_is_half_written()
    {
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), _ => { });
        await using var other = await import.OpenAsync();
        await ExecuteAsync(other, null, $"""
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '{PostgresErrorCodes.DiskFull}'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON "AppliedBatches" FOR EACH ROW WHEN (NEW."Number" = 1) EXECUTE FUNCTION full_disk();
            """);

        (await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<Exception>()).Which.GetBaseException()
            .Should().BeOfType<PostgresException>().Which.SqlState.Should().Be(PostgresErrorCodes.DiskFull);

        await ExecuteAsync(other, null, "DROP TRIGGER full_disk ON \"AppliedBatches\"");
        await import.EndAsync(1);
    }

    [Fact]
    public async Task A_server_that_goes_away_at_every_commit_is_said_so_and_nothing_is_half_written()
    {
        var commits = 0;
        await using var import = await FaultedImport.StartAsync(await MakeAsync(), Faults.BeforeCommit(transaction =>
            commits++ > 0 ? BreakAsync((NpgsqlConnection)transaction.Connection!) : Task.CompletedTask));

        await import.Awaiting(it => it.ApplyAsync(Token)).Should().ThrowAsync<NpgsqlException>();

        await import.EndAsync(1);
    }

    internal override DatabaseCopies Copies() => new DatabaseCopies.OnPostgres(cluster);

    private static async Task BreakAsync(NpgsqlConnection connection)
    {
        await using var other = new NpgsqlConnection(connection.ConnectionString);
        await other.OpenAsync(Token);
        await ExecuteAsync(other, null, $"SELECT pg_terminate_backend({connection.ProcessID}, 10000)");
    }
}
