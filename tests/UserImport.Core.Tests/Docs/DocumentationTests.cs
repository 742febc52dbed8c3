using System.Text.RegularExpressions;
using UserImport.Tests.Packaging;

namespace UserImport.Tests.Docs;

/// <summary>What README and docs show is what is compiled and run here, and what they link to exists.</summary>
public partial class DocumentationTests
{
    private static readonly string[] Compiled =
        [.. Directory.EnumerateFiles(Path.Combine(Root, "tests", "UserImport.Core.Tests", "Docs"), "*.cs").Select(file => Plain(File.ReadAllText(file)))];

    /// <summary>The READMEs of both packages, CHANGELOG.md, SECURITY.md and every page below docs, by path from the top.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat([Path.Combine(Root, "README.md"), Path.Combine(Root, "CHANGELOG.md"), Path.Combine(Root, "SECURITY.md"), Path.Combine(Root, "src", "UserImport.Core.Conformance", "README.md")])
            .Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    private static string Root => Repository.Root;

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_code_block_is_compiled_in_these_tests(string page)
    {
        if (page == FirstFiveMinutesTests.Page) return; // a web application: that test builds it, runs it and sends it an upload

        var blocks = CodeBlock().Matches(File.ReadAllText(Path.Combine(Root, page))).Select(match => Plain(match.Groups[1].Value));

        blocks.Where(block => !Compiled.Any(file => file.Contains(block, StringComparison.Ordinal)))
            .Should().BeEmpty("each block of {0} stands in a file of tests/UserImport.Core.Tests/Docs, but for its indentation", page);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_inside_the_repository_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Root, page))!;
        var targets = Link().Matches(File.ReadAllText(Path.Combine(Root, page))).Select(match => match.Groups[1].Value);

        targets.Where(target => !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, target)))
            .Should().BeEmpty("each relative link of {0} names a file or folder", page);
    }

    [Fact]
    public void The_readme_leads_to_every_page()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Select(Path.GetFileName)
            .Should().NotBeEmpty().And.OnlyContain(page => readme.Contains($"](docs/{page})"));
    }

    [Fact]
    public void The_pages_for_hosts_show_code()
    {
        string[] pages = ["README.md", "docs/getting-started.md", "docs/applying.md", "docs/ports.md", "docs/own-columns-and-rules.md", "docs/hosting.md"];

        pages.Should().OnlyContain(page => CodeBlock().IsMatch(File.ReadAllText(Path.Combine(Root, page))));
    }

    private static string Plain(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Prepend("").Append("")).Replace("\n\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();
}
