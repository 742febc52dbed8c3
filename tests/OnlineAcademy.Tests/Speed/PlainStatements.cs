using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using UserImport;
using UserImport.Columns;
using UserImport.Planning;

namespace OnlineAcademy.Tests.Speed;

/// <summary>The same rows and links as an import writes, by the plainest set-based statements: it looks nothing up and asks nothing.</summary>
internal sealed class PlainStatements
{
    private static readonly Column[] UserColumns =
    [
        new("EmployeeNumber", "text"), new("NumberKey", "text"), new("FirstName", "text"), new("Prefix", "text"), new("LastName", "text"),
        new("Email", "text"), new("EmailKey", "text"), new("CompanyId", "integer"), new("DepartmentId", "integer"), new("CostCenter", "text"),
        new("Active", "boolean"), new("LanguageCode", "text"),
    ];

    private readonly List<Batch> _batches;

    private PlainStatements(List<Batch> batches) => _batches = batches;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Prepares the rows of every batch of a change set, with the keys of all units.</summary>
    public static async Task<PlainStatements> PrepareAsync(TestAcademy academy, ChangeSet changes)
    {
        await using var db = await academy.ContextAsync();
        var companies = await db.Companies.ToDictionaryAsync(c => c.Name, c => c.Id, Token);
        var departments = (await db.Departments.ToListAsync(Token)).ToLookup(d => d.Name);
        var functions = await db.Functions.ToDictionaryAsync(f => f.Name, f => f.Id, Token);
        var teams = await db.Teams.ToDictionaryAsync(t => t.Name, t => t.Id, Token);
        var batches = new List<Batch>();
        var start = 0;
        foreach (var size in changes.BatchSizes)
        {
            var some = changes.Changes.Skip(start).Take(size).ToList();
            start += size;
            batches.Add(new Batch(
                [.. some.Where(change => change.Kind == ChangeKind.Added).Select(Row)], [.. some.Where(change => change.Kind == ChangeKind.Updated).Select(Row)],
                new Links("UserFunctions", "FunctionId", Whom(some, "Functions"), Of(some, "Functions", user => user.Functions.Select(name => (object)functions[name]))),
                new Links("UserTeams", "TeamId", Whom(some, "Teams"), Of(some, "Teams", user => user.Teams.Select(name => (object)teams[name]))),
                new Links("UserManagers", "ManagerId", Whom(some, "Managers"), Of(some, "Managers", user => user.Managers.Select(manager => (object)UserKeys.OfEmployeeNumber(manager.EmployeeNumber))))));
        }
        return new PlainStatements(batches);

        object[] Row(UserChange change)
        {
            var (user, company) = (change.After, companies[change.After.Company]);
            var department = departments[user.Department].OrderBy(d => d.CompanyId == company ? 0 : 1).First().Id;
            return [user.EmployeeNumber, Key(change), user.FirstName, user.Prefix, user.LastName, user.Email, UserKeys.OfEmail(user.Email),
                company, department, user.CostCenter, user.Active, user.Language];
        }
    }

    /// <summary>Writes and commits batch by batch.</summary>
    public async Task RunAsync(DatabaseChoice database)
    {
        await using DbConnection connection = database.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new Microsoft.Data.Sqlite.SqliteConnection(DatabaseChoice.ConnectionString(database.File!));
        await connection.OpenAsync(Token);
        foreach (var batch in _batches)
        {
            await using var transaction = await connection.BeginTransactionAsync(Token);
            var names = string.Join(", ", UserColumns.Select(column => $"\"{column.Name}\""));
            await ExecuteAsync(transaction, $"INSERT INTO \"Users\" ({names}, \"Version\", \"SignIns\") SELECT {names}, 1, 0 FROM <rows>", UserColumns, batch.Added);
            await ExecuteAsync(transaction, $"""
                UPDATE "Users" SET {string.Join(", ", UserColumns.Select(column => $"\"{column.Name}\" = r.\"{column.Name}\""))}, "Version" = "Version" + 1
                FROM <rows> WHERE "Users"."NumberKey" = r."NumberKey"
                """, UserColumns, batch.Updated);
            foreach (var links in (Links[])[batch.Functions, batch.Teams, batch.Managers])
            {
                await ExecuteAsync(transaction, $"""
                    DELETE FROM "{links.Table}" WHERE "UserId" IN (SELECT u."Id" FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey")
                    """, [new("NumberKey", "text")], links.Whom);
                var isUnit = links.Table != "UserManagers";
                await ExecuteAsync(transaction, $"""
                    INSERT INTO "{links.Table}" ("UserId", "{links.Column}") SELECT u."Id", {(isUnit ? "r.\"To\"" : "m.\"Id\"")}
                    FROM <rows> JOIN "Users" AS u ON u."NumberKey" = r."NumberKey" {(isUnit ? "" : "JOIN \"Users\" AS m ON m.\"NumberKey\" = r.\"To\"")}
                    """, [new("NumberKey", "text"), new("To", isUnit ? "integer" : "text")], links.Rows);
            }
            await transaction.CommitAsync(Token);
        }
    }

    private static async Task ExecuteAsync(DbTransaction transaction, string sql, Column[] columns, List<object[]> rows)
    {
        if (rows.Count == 0) return;
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        if (command is NpgsqlCommand)
        {
            foreach (var (column, i) in columns.Select((column, i) => (column, i)))
                command.Parameters.Add(new NpgsqlParameter($"p{i}", column.Array(rows.Select(row => row[i]))));
            sql = sql.Replace("<rows>", $"unnest({string.Join(", ", columns.Select((_, i) => $"@p{i}"))}) AS r({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})", StringComparison.Ordinal);
        }
        else
        {
            command.Parameters.Add(new Microsoft.Data.Sqlite.SqliteParameter("@rows", JsonSerializer.Serialize(rows)));
            sql = sql.Replace("<rows>", $"(SELECT {string.Join(", ", columns.Select((column, i) => $"value ->> {i} AS \"{column.Name}\""))} FROM json_each(@rows)) AS r", StringComparison.Ordinal);
        }
#pragma warning disable CA2100 // made of constants
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Token);
    }

    private static IEnumerable<UserChange> Changing(List<UserChange> changes, string column) =>
        changes.Where(change => change.Kind == ChangeKind.Added || change.Fields.Any(field => field.Column == column));

    private static List<object[]> Whom(List<UserChange> changes, string column) =>
        [.. Changing(changes, column).Where(change => change.Kind == ChangeKind.Updated).Select(change => new object[] { Key(change) })];

    private static List<object[]> Of(List<UserChange> changes, string column, Func<UserRecord, IEnumerable<object>> to) =>
        [.. Changing(changes, column).SelectMany(change => to(change.After).Select(one => new[] { Key(change), one }))];

    private static string Key(UserChange change) => UserKeys.OfEmployeeNumber(change.After.EmployeeNumber);

    private sealed record Batch(List<object[]> Added, List<object[]> Updated, Links Functions, Links Teams, Links Managers);

    private sealed record Links(string Table, string Column, List<object[]> Whom, List<object[]> Rows);

    private sealed record Column(string Name, string Type)
    {
        public object Array(IEnumerable<object> values) => Type switch
        {
            "integer" => values.Cast<int>().ToArray(),
            "boolean" => values.Cast<bool>().ToArray(),
            _ => values.Cast<string>().ToArray(),
        };
    }
}
