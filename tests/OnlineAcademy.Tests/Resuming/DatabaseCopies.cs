using Microsoft.Data.Sqlite;
using Npgsql;
using OnlineAcademy.Data;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>One database, and as many copies of it as there are imports to disturb.</summary>
internal abstract class DatabaseCopies(DatabaseChoice original)
{
    /// <summary>The database as it was before any import.</summary>
    public DatabaseChoice Original { get; } = original;

    /// <summary>Returns a new copy.</summary>
    public abstract Task<DatabaseChoice> NewAsync();

    public sealed class OnSqlite(Workspace workspace, int? users = null)
        : DatabaseCopies(new DatabaseChoice(workspace.NewDatabase(), null, users))
    {
        public override Task<DatabaseChoice> NewAsync()
        {
            SqliteConnection.ClearAllPools(); // the last connection that closes brings the file up to date
            var copy = new DatabaseChoice(workspace.NewDatabase(), null, null);
            File.Copy(Original.File!, copy.File!);
            return Task.FromResult(copy);
        }
    }

    public sealed class OnPostgres(PostgresCluster cluster, int? users = null) : DatabaseCopies(cluster.NewDatabase(users))
    {
        public override async Task<DatabaseChoice> NewAsync()
        {
            var copy = cluster.NewDatabase();
            var maintenance = new NpgsqlConnectionStringBuilder(Original.Postgres) { Database = "postgres" };
            await using var connection = new NpgsqlConnection(maintenance.ToString());
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE DATABASE \"{Name(copy)}\" TEMPLATE \"{Name(Original)}\"";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return copy;
        }

        private static string Name(DatabaseChoice database) => new NpgsqlConnectionStringBuilder(database.Postgres).Database!;
    }
}
