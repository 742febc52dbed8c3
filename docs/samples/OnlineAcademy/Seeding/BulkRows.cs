using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OnlineAcademy.Data;

namespace OnlineAcademy.Seeding;

/// <summary>Writes many rows of one table as fast as the database takes them.</summary>
internal abstract class BulkRows
{
    /// <summary>Returns the way of the context's database, on its open connection and transaction.</summary>
    public static BulkRows For(AcademyContext db) => db.Database.GetDbConnection() switch
    {
        NpgsqlConnection connection => new PostgresCopy(connection),
        SqliteConnection connection => new SqliteInserts(connection),
        var other => throw new NotSupportedException(other.GetType().Name),
    };

    public abstract Task WriteAsync(
        string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken);

    private static string Names(string[] columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));

    private sealed class PostgresCopy(NpgsqlConnection connection) : BulkRows
    {
        public override async Task WriteAsync(
            string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                $"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var value in row)
                {
                    if (value is null) await copy.WriteNullAsync(cancellationToken);
                    else await copy.WriteAsync(value, cancellationToken);
                }
            }
            await copy.CompleteAsync(cancellationToken);
        }
    }

    private sealed class SqliteInserts(SqliteConnection connection) : BulkRows
    {
        public override Task WriteAsync(
            string table, string[] columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // table and columns are constants of this folder
            command.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
#pragma warning restore CA2100
            var values = columns.Select(column => command.Parameters.Add(new SqliteParameter("$" + column, null))).ToArray();
            command.Prepare();
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var i = 0; i < row.Length; i++) values[i].Value = row[i] ?? DBNull.Value;
                command.ExecuteNonQuery();
            }
            return Task.CompletedTask;
        }
    }
}
