using System.Globalization;
using System.Text.RegularExpressions;

namespace OnlineAcademy.Tests;

public sealed partial class TextsTests
{
    private static readonly string Sources = ReadSources();

    [Fact]
    public void Every_text_of_the_pages_is_in_dutch_too()
    {
        var texts = Used().Matches(Sources).Select(match => match.Groups[1].Value).Distinct().ToList();

        texts.Should().HaveCountGreaterThan(60);
        texts.Where(text => !Dutch.Texts.ContainsKey(text)).Should().BeEmpty();
    }

    [Fact]
    public void Every_dutch_text_is_used()
    {
        Dutch.Texts.Keys.Where(text => !Sources.Contains($"\"{text}\"", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void A_text_without_a_translation_is_shown_in_english()
    {
        var texts = new Texts(CultureInfo.GetCultureInfo("nl"));

        texts["No such text"].Should().Be("No such text");
        texts["Page {0:N0} of {1:N0}", 1, 12345].Should().Be("Pagina 1 van 12.345");
    }

    private static string ReadSources()
    {
        // Not by the compiler's path of this file: a deterministic build writes another one.
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "UserImport.Core.sln"))) root = root.Parent;
        var folder = Path.Combine(root!.FullName, "docs", "samples", "OnlineAcademy");
        var files = Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("Dutch.cs", StringComparison.Ordinal));
        return string.Concat(files.Select(File.ReadAllText));
    }

    [GeneratedRegex("""(?:\bT|OfRequest|[tT]exts)\["([^"]+)"[\],]""")]
    private static partial Regex Used();
}
