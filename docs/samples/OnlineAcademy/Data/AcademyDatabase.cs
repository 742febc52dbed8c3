using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using OnlineAcademy.Seeding;

namespace OnlineAcademy.Data;

/// <summary>Creates the database with the sample's users where there is none, and leaves an existing one alone.</summary>
public static class AcademyDatabase
{
    /// <summary>Makes sure that there is a complete database; two processes that start together make one.</summary>
    public static Task EnsureCreatedAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return choice.Postgres is null
            ? EnsureFileAsync(choice, cancellationToken)
            : EnsurePostgresAsync(choice, cancellationToken);
    }

    private static AcademyContext Open(DatabaseChoice choice)
    {
        var options = new DbContextOptionsBuilder<AcademyContext>();
        choice.Configure(options);
        return new AcademyContext(options.Options);
    }

    // The file gets its name when it is complete: whoever is killed before leaves no half database behind.
    private static async Task EnsureFileAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(choice.File!);
        if (File.Exists(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.{Guid.NewGuid():N}.new";
        try
        {
            await using (var db = Open(choice with { File = unfinished }))
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000", cancellationToken);
                await FillAsync(db, choice, cancellationToken);
            }
            SqliteConnection.ClearAllPools();
            if (!File.Exists(file)) File.Move(unfinished, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            // Another process was faster; its database is as good as this one.
        }
        finally
        {
            foreach (var ending in (string[])["", "-wal", "-shm"]) File.Delete(unfinished + ending);
        }
    }

    private static async Task EnsurePostgresAsync(DatabaseChoice choice, CancellationToken cancellationToken)
    {
        await using var db = Open(choice);
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellationToken)) await creator.CreateAsync(cancellationToken);
        }
        catch (Npgsql.PostgresException exception) when (exception.SqlState is "42P04" or "23505")
        {
            // Another process created the database at the same moment.
        }
        await FillAsync(db, choice, cancellationToken);
    }

    private static async Task FillAsync(AcademyContext db, DatabaseChoice choice, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockForImportAsync(cancellationToken);
        if (await db.GetService<IRelationalDatabaseCreator>().HasTablesAsync(cancellationToken)) return;
        await using (var command = db.Database.GetDbConnection().CreateCommand())
        {
            command.Transaction = transaction.GetDbTransaction();
#pragma warning disable CA2100 // the script is made from the model, not from anybody's input
            command.CommandText = db.Database.GenerateCreateScript();
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await AcademySeed.WriteAsync(db, choice.Users, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static T GetService<T>(this AcademyContext db) where T : class =>
        Microsoft.EntityFrameworkCore.Infrastructure.AccessorExtensions.GetService<T>(db.Database);
}
