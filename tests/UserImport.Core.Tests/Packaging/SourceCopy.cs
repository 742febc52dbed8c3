namespace UserImport.Tests.Packaging;

/// <summary>The sources of the packages as a commit in a folder of their own, wherever the tests run.</summary>
internal static class SourceCopy
{
    private static readonly string[] Files = ["README.md", "LICENSE", ".gitignore", "global.json", "Directory.Build.props", "Directory.Packages.props"];

    /// <summary>Copies the sources below a new folder and commits them; the same sources give the same commit.</summary>
    public static async Task<string> CommitAsync(string folder)
    {
        var root = Repository.Root;
        Directory.CreateDirectory(folder);
        foreach (var file in Files.Concat(Sources(root)))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(root, file), target);
        }
        await GitAsync("init", "-q", "-b", "main");
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=none",
            "commit", "-q", "-m", "The sources");
        await GitAsync("remote", "add", "origin", "https://github.com/example/user-import.git");
        return folder;

        Task GitAsync(params string[] arguments) => DotnetCommand.StartAsync(folder, "git", arguments);
    }

    private static IEnumerable<string> Sources(string root) =>
        Directory.EnumerateFiles(Path.Combine(root, "src"), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
}
