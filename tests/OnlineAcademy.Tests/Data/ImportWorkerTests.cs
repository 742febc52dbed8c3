using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OnlineAcademy.Data;
using OnlineAcademy.Imports;
using OnlineAcademy.Tests.Resuming;
using UserImport;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Data;

/// <summary>The work in the background, when its database is away for a while.</summary>
public sealed class ImportWorkerTests(Workspace workspace) : IClassFixture<Workspace>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "P6")]
    public async Task A_database_that_is_away_for_a_while_stops_neither_the_server_nor_the_import()
    {
        var (isAway, failures) = (false, 0);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        await using var academy = await TestAcademy.OpenAsync(new DatabaseChoice(workspace.NewDatabase(), null, null), services =>
        {
            services.AddSingleton<WaitingImports>().AddSingleton<ImportWorker>().AddSingleton(typeof(ILogger<>), typeof(Silence<>));
            Faults.OnOpening(_ =>
            {
                if (!Volatile.Read(ref isAway)) return Task.CompletedTask;
                Interlocked.Increment(ref failures);
                throw new SqliteException("unable to open database file", 14);
            })(services);
        });
        var (path, id) = (workspace["users.xlsx"], await academy.History.UploadingAsync(new ImportRequest { FileName = "users.xlsx" }, "Noor", Token));
        await WriteAsync(academy.Database, path, users => users.With("000021", user => user with { LastName = "Ander" }));
        await academy.Documents.AppendAsync(id, 0, await File.ReadAllBytesAsync(path, Token), Token);
        await academy.History.TryMoveAsync(id, [ImportState.Uploading], ImportState.Checking, null, Token);
        var worker = academy.Service<ImportWorker>();
        await worker.StartAsync(Token);
        await UntilAsync(ImportState.Checked);
        await academy.History.TryMoveAsync(id, [ImportState.Checked], ImportState.Importing, null, Token);

        Volatile.Write(ref isAway, true);
        academy.Service<WaitingImports>().Add(id);
        while (Volatile.Read(ref failures) < 2) await Task.Delay(20, patience.Token);
        Volatile.Write(ref isAway, false);

        await UntilAsync(ImportState.Done);
        worker.ExecuteTask!.IsFaulted.Should().BeFalse();
        await worker.StopAsync(Token);

        async Task UntilAsync(ImportState state)
        {
            while ((await academy.History.FindAsync(id, Token))!.State != state) await Task.Delay(50, patience.Token);
        }
    }

    private sealed class Silence<T> : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => false;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }
    }
}
