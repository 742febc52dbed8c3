using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OnlineAcademy.Data;

/// <summary>What two writers can do to each other.</summary>
internal static class Conflicts
{
    private const int SqliteBusy = 5, SqliteConstraint = 19;

    /// <summary>Whether an exception tells of another writer, so that the same batch may well pass a moment later.</summary>
    public static bool AreWorthARetry(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => AreWorthARetry(inner),
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteConstraint } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation } => true,
        DbException { IsTransient: true } => true,
        _ => false,
    };
}
