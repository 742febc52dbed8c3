using System.Globalization;
using OnlineAcademy.Data;

namespace OnlineAcademy.FaultHost;

/// <summary>Databases and fault points as words of a command line.</summary>
public static class Databases
{
    private const string Sqlite = "sqlite:", Postgres = "postgres:";

    /// <summary>Returns a database as one word.</summary>
    public static string Word(DatabaseChoice database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Postgres is { } connection ? Postgres + connection : Sqlite + database.File;
    }

    internal static DatabaseChoice Parse(string word) => word.StartsWith(Postgres, StringComparison.Ordinal)
        ? new DatabaseChoice(null, word[Postgres.Length..], null)
        : new DatabaseChoice(word[Sqlite.Length..], null, null);

    internal static int? PointOf(string word) => word == "-" ? null : int.Parse(word, CultureInfo.InvariantCulture);
}
