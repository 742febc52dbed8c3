using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace OnlineAcademy.Data;

/// <summary>Which database the academy works on: a SQLite file, or PostgreSQL by its connection string.</summary>
/// <param name="File">The SQLite file; null for PostgreSQL.</param>
/// <param name="Postgres">The connection string of PostgreSQL; null for SQLite.</param>
/// <param name="Users">How many users a new database gets; null for the sample's own two hundred.</param>
public sealed record DatabaseChoice(string? File, string? Postgres, int? Users)
{
    /// <summary>The file that is used if nobody names one: in the user's own application data.</summary>
    public static string DefaultFile
    {
        get
        {
            var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(folder.Length > 0 ? folder : Path.GetTempPath(), "OnlineAcademy", "academy.db");
        }
    }

    /// <summary>Chooses the database and how collections travel: a thousand keys are one parameter of one statement.</summary>
    public void Configure(DbContextOptionsBuilder options)
    {
        if (Postgres is not null)
            options.UseNpgsql(Postgres, p => p.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        else
            options.UseSqlite(ConnectionString(File!), s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
    }

    /// <summary>The connection string of a SQLite file; a writer waits up to a minute for another one.</summary>
    public static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 60 }.ToString();
}
