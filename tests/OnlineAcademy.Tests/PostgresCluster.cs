using System.Diagnostics;
using OnlineAcademy.Data;
using OnlineAcademy.Tests;

[assembly: AssemblyFixture(typeof(PostgresCluster))]

namespace OnlineAcademy.Tests;

/// <summary>A PostgreSQL server of the tests' own: in a temporary folder, on a Unix socket, started when first asked for.</summary>
public sealed class PostgresCluster : IDisposable
{
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private readonly Lazy<string> _folder;

    public PostgresCluster() => _folder = new Lazy<string>(Start);

    /// <summary>Returns the choice of a database that does not exist yet; skips the test where PostgreSQL is not installed.</summary>
    public DatabaseChoice NewDatabase(int? users = null)
    {
        Assert.SkipWhen(Programs is null, "PostgreSQL is not installed (Debian: apt-get install postgresql).");
        return new DatabaseChoice(null, $"Host={_folder.Value};Username=postgres;Database=t{Guid.NewGuid():N};Pooling=false", users);
    }

    public void Dispose()
    {
        if (!_folder.IsValueCreated) return;
        Run("pg_ctl", "-D", Data(_folder.Value), "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder.Value, recursive: true);
    }

    private static string Start()
    {
        var folder = Directory.CreateTempSubdirectory("academy-pg-").FullName;
        if (Environment.IsPrivilegedProcess) Execute("chown", "postgres", folder);
        Run("initdb", "-D", Data(folder), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Run("pg_ctl", "-D", Data(folder), "-l", Path.Combine(folder, "log"), "-w",
            "-o", $"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off", "start");
        return folder;
    }

    private static string Data(string folder) => Path.Combine(folder, "data");

    // The server refuses to run as root.
    private static void Run(string program, params string[] words)
    {
        var path = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess) Execute("runuser", ["-u", "postgres", "--", path, .. words]);
        else Execute(path, words);
    }

    private static void Execute(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with status {process.ExitCode}.");
    }
}
