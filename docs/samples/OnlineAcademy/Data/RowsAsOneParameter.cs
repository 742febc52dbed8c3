using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace OnlineAcademy.Data;

/// <summary>Any number of rows as one parameter of one statement: JSON, which both databases unfold into a table.</summary>
internal static class RowsAsOneParameter
{
    /// <summary>Runs a statement in which <c>&lt;rows&gt;</c> stands for the rows, named r; without rows there is nothing to run.</summary>
    public static async Task<int> ExecuteAsync<T>(
        this AcademyContext db, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken, params object[] more)
    {
        if (rows.Count == 0) return 0;
        var table = db.Database.IsNpgsql() ? Columns<T>.OnPostgres : Columns<T>.OnSqlite;
        return await db.Database.ExecuteSqlRawAsync(
            sql.Replace("<rows>", table, StringComparison.Ordinal), [JsonSerializer.Serialize(rows), .. more], cancellationToken);
    }

    /// <summary>Runs a statement that writes one row for each; if another writer was faster with one of them, the batch starts afresh.</summary>
    public static async Task ExecuteForEachAsync<T>(
        this AcademyContext db, string sql, IReadOnlyCollection<T> rows, CancellationToken cancellationToken, params object[] more)
    {
        var written = await db.ExecuteAsync(sql, rows, cancellationToken, more);
        if (written != rows.Count) throw new DbUpdateConcurrencyException($"{written} of {rows.Count} rows could be written.");
    }

    private static class Columns<T>
    {
        public static string OnPostgres { get; } = $"json_to_recordset({{0}}::json) AS r({List(column => $"\"{column.Name}\" {TypeOf(column)}")})";

        public static string OnSqlite { get; } =
            $"(SELECT {List(column => $"value ->> '$.{column.Name}' AS \"{column.Name}\"")} FROM json_each({{0}})) AS r";

        private static string List(Func<PropertyInfo, string> write) => string.Join(", ", typeof(T).GetProperties().Select(write));

        private static string TypeOf(PropertyInfo column) =>
            column.PropertyType == typeof(bool) ? "boolean" : column.PropertyType == typeof(string) ? "text" : "integer";
    }
}
