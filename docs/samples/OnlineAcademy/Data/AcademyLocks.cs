using Microsoft.EntityFrameworkCore;

namespace OnlineAcademy.Data;

/// <summary>One import batch at a time, in every process that uses the database.</summary>
internal static class AcademyLocks
{
    private const long ImportLock = 4_026_1977;

    /// <summary>Waits until no other import batch is being written; the end of the transaction lets the next one in.</summary>
    /// <remarks>SQLite needs nothing: its transactions begin with the write lock.</remarks>
    public static Task LockForImportAsync(this AcademyContext db, CancellationToken cancellationToken) =>
        db.Database.IsNpgsql()
            ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ImportLock})", cancellationToken)
            : Task.CompletedTask;
}
