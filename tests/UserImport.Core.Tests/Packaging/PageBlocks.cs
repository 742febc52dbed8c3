using System.Text.RegularExpressions;
using UserImport.Benchmarks;

namespace UserImport.Tests.Packaging;

/// <summary>A block of a page: its language, blank for commands, and its text.</summary>
internal sealed record PageBlock(string Language, string Text);

/// <summary>The blocks of a page, from top to bottom.</summary>
internal static partial class PageBlocks
{
    /// <summary>Reads a page by its path from the top of the repository.</summary>
    public static List<PageBlock> Of(string page) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Select(match => new PageBlock(match.Groups[1].Value, match.Groups[2].Value))];

    /// <summary>The C# blocks of a page.</summary>
    public static List<string> CodeOf(string page) => [.. Of(page).Where(block => block.Language == "csharp").Select(block => block.Text)];

    /// <summary>The lines of a block that are commands: a drawing or an output has none.</summary>
    public static IEnumerable<string> Commands(this PageBlock block) =>
        block.Language.Length > 0 ? [] : block.Text.Split('\n').Select(line => line.Trim()).Where(line => Program().IsMatch(line));

    [GeneratedRegex(@"^```(\w*)\r?\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex("^(?:[A-Z_]+=[^ ]+ )?(?:dotnet|curl|cd|rm) ")]
    private static partial Regex Program();
}
