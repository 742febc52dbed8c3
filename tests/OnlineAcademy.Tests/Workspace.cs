namespace OnlineAcademy.Tests;

/// <summary>A folder of its own for one test class, removed at the end.</summary>
public sealed class Workspace : IDisposable
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("academy-tests-").FullName;

    /// <summary>Returns the path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Returns the path of a database that does not exist yet.</summary>
    public string NewDatabase() => this[$"{Guid.NewGuid():N}.db"];

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}
