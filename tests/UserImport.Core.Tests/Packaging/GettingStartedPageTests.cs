using UserImport.Benchmarks;
using UserImport.Tests.Docs;

namespace UserImport.Tests.Packaging;

/// <summary>docs/getting-started.md, done line by line in a new folder; GettingStartedTests runs its code further.</summary>
[Collection(Packages.Shared)]
public sealed class GettingStartedPageTests
{
    internal const string Page = "docs/getting-started.md";

    private readonly string _clone;
    private string _folder;

    public GettingStartedPageTests(Packages packages)
    {
        packages.Require();
        _clone = packages.Fresh("one");
        _folder = Directory.CreateDirectory(packages.Fresh("getting started")).FullName;
    }

    [Fact]
    public async Task The_page_leads_to_a_program_that_imports_what_somebody_filled_in()
    {
        await Packages.ConfigureAsync(_folder, Path.Combine(_clone, "packages"));
        var said = "";

        foreach (var command in PageBlocks.Of(Page).SelectMany(block => block.Commands()))
        {
            var words = command.Replace("<this repository>", _clone, StringComparison.Ordinal).Split(' ');
            if (words is ["cd", var below]) _folder = Path.Combine(_folder, below);
            else if (words is ["dotnet", "run", "--", "import", ..]) said = await ImportAsync(words);
            else if (words is ["dotnet", "run", ..]) await RunAsync(words);
            else await DotnetCommand.StartAsync(_folder, words[0], words[1..]);
        }

        said.ReplaceLineEndings("\n").Should().Be("""
            1 new, 0 changed, 1 not imported
            G3: 'Salez' is not a department of the organisational structure. Did you mean 'Sales'?
            1 applied, 0 changed since the check, 0 failed

            """.ReplaceLineEndings("\n"));
        File.Exists(Path.Combine(_folder, "users.corrections.xlsx")).Should().BeTrue();
    }

    private async Task RunAsync(string[] words)
    {
        var code = PageBlocks.CodeOf(Page);
        await File.WriteAllTextAsync(Path.Combine(_folder, "AcademyOrganisation.cs"), code[0]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "AcademyUsers.cs"), code[1]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "Program.cs"), string.Concat(code[2..]));
        await DotnetCommand.StartAsync(_folder, "dotnet", words[1..]);
        File.Exists(Path.Combine(_folder, "users.xlsx")).Should().BeTrue();
    }

    private async Task<string> ImportAsync(string[] words)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "users.xlsx"), await FilledIn.TwoUsersAsync());
        return await DotnetCommand.StartAsync(_folder, "dotnet", words[1..]);
    }
}
