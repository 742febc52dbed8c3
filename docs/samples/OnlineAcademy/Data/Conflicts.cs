using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace OnlineAcademy.Data;

/// <summary>What two writers can do to each other, and the small steps of a batch that avoid it.</summary>
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

    /// <summary>Gives users an address that nobody can have, so that others may take theirs in the same transaction.</summary>
    public static async Task ParkAddressesAsync(this AcademyContext db, IReadOnlyList<User> users, CancellationToken cancellationToken)
    {
        if (users.Count == 0) return;
        var keys = users.Select(user => user.Id).ToList();
        await db.Users.Where(user => keys.Contains(user.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.EmailKey, user => "parked " + user.Id), cancellationToken);
        foreach (var user in users) db.Entry(user).Property(u => u.EmailKey).OriginalValue = $"parked {user.Id}";
    }

    /// <summary>Makes a list of links hold exactly these, touching none that stays.</summary>
    public static void Become<T>(this List<T> links, IEnumerable<T> wanted) where T : class
    {
        var target = wanted.ToHashSet();
        links.RemoveAll(link => !target.Remove(link));
        links.AddRange(target);
    }
}
