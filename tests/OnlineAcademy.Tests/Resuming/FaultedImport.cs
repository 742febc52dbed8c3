using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>An import in this process with a fault in it.</summary>
internal sealed class FaultedImport : IAsyncDisposable
{
    private readonly DisturbedImport _import;
    private readonly TestAcademy _academy;

    private FaultedImport(DisturbedImport import, DatabaseChoice database, TestAcademy academy) =>
        (_import, Database, _academy) = (import, database, academy);

    /// <summary>The database that it works on.</summary>
    public DatabaseChoice Database { get; }

    /// <summary>How many batches it has.</summary>
    public int Batches => _import.Changes.BatchSizes.Count;

    /// <summary>How many batches update somebody.</summary>
    public int BatchesThatUpdate
    {
        get
        {
            var ends = _import.Changes.BatchSizes.Aggregate(new List<int> { 0 }, (all, size) => [.. all, all[^1] + size]);
            return _import.Changes.Changes.Where(change => change.Kind == ChangeKind.Updated).Select(change => ends.FindIndex(end => end > change.Number)).Distinct().Count();
        }
    }

    /// <summary>How many changes it has.</summary>
    public int Changes => _import.Changes.Changes.Count;

    public static async Task<FaultedImport> StartAsync(DisturbedImport import, Action<IServiceCollection> fault)
    {
        var database = await import.Copies.NewAsync();
        return new FaultedImport(import, database, await TestAcademy.OpenAsync(database, fault));
    }

    /// <summary>Applies the change set, with the fault.</summary>
    public Task<ImportResult> ApplyAsync(CancellationToken cancellationToken) =>
        _academy.Importer.ApplyAsync(_import.Changes, _import.Changes.Fingerprint, null, cancellationToken);

    /// <summary>Opens a connection beside it.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = Database.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection(DatabaseChoice.ConnectionString(Database.File!));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Applies the change set again without the fault: the end is that of an undisturbed import.</summary>
    /// <param name="committed">How many batches the fault let through; null if that depends on the database.</param>
    public async Task EndAsync(int? committed)
    {
        var batches = (await DisturbedImport.StateAsync(Database)).Count(line => line.StartsWith("batch ", StringComparison.Ordinal));
        if (committed is not null) batches.Should().Be(committed);
        await _import.ResumeAsync(Database);
        (await DisturbedImport.StateAsync(Database)).Should().Equal(_import.Expected);
    }

    public ValueTask DisposeAsync() => _academy.DisposeAsync();
}
