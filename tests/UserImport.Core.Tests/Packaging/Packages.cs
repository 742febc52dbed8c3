using System.IO.Compression;

namespace UserImport.Tests.Packaging;

/// <summary>The packages, made once for all tests about them, in a folder that is removed afterwards.</summary>
[CollectionDefinition(Shared)]
public sealed class Packages : IAsyncLifetime, ICollectionFixture<Packages>
{
    /// <summary>The collection of the tests that share them; they run one after the other.</summary>
    public const string Shared = "Packages";

    // Ours come from where they were packed and from nowhere else, whatever this machine has installed; all others it has already.
    private const string Configuration = """
        <configuration>
          <config><add key="globalPackagesFolder" value="installed" /></config>
          <packageSources>
            <clear />
            <add key="packed" value="(packed)" />
            <add key="machine" value="(machine)" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="packed"><package pattern="UserImport.*" /></packageSource>
            <packageSource key="machine"><package pattern="*" /></packageSource>
          </packageSourceMapping>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
        </configuration>
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("userimport-packages-").FullName;

    public string Folder => Path.Combine(_root, "one", "packages");

    /// <summary>Ends a test as skipped where the packages were not made: nobody asked for it, or a program is missing.</summary>
    public void Require()
    {
        LongRuns.Require();
        Assert.SkipUnless(InvariantModeTests.IsOn || Directory.Exists(Folder), "git is not installed.");
    }

    public string Fresh(string name) => Path.Combine(_root, name);

    public async ValueTask InitializeAsync()
    {
        if (InvariantModeTests.IsOn || !LongRuns.AreWanted) return;
        if (!await DotnetCommand.AnswersAsync("git", "--version")) return;
        await PackAsync("one", "UserImport.Core.Conformance");
        await PackAsync("one", "UserImport.Core", "--no-build");
    }

    /// <summary>Packs a project as a build server does, from a copy of the sources; returns the folder with the packages.</summary>
    public async Task<string> PackAsync(string copy, string project, params string[] arguments)
    {
        var folder = Fresh(copy);
        if (!Directory.Exists(folder)) await SourceCopy.CommitAsync(folder);
        await DotnetCommand.RunAsync(folder, "pack", [Path.Combine("src", project), "-c", "Release", "-o", "packages", .. arguments]);
        return Path.Combine(folder, "packages");
    }

    /// <summary>Lets the projects below a folder install the packages of another folder, without a network.</summary>
    public static async Task ConfigureAsync(string folder, string packed)
    {
        var machine = (await DotnetCommand.StartAsync(folder, "dotnet", "nuget", "locals", "global-packages", "--list")).Split(": ", 2)[1].Trim();
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"),
            Configuration.Replace("(packed)", packed, StringComparison.Ordinal).Replace("(machine)", machine, StringComparison.Ordinal));
    }

    internal ZipArchive Open(string file) => ZipFile.OpenRead(Path.Combine(Folder, file));

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }
}
