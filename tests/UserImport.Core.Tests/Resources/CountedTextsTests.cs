using System.Xml.Linq;
using UserImport.Columns;
using UserImport.Resources;

namespace UserImport.Tests.Resources;

/// <summary>Texts that hold a count, where the count is one.</summary>
public class CountedTextsTests
{
    private static readonly Dictionary<string, List<string>> Keys = Messages.Shipped.ToDictionary(messages => messages.Language, messages => KeysOf(messages.Language));

    [Fact]
    public void What_is_worded_apart_for_one_in_English_is_so_in_every_language()
    {
        var english = Keys["en"].Where(key => key.EndsWith(".one", StringComparison.Ordinal)).ToList();

        english.Should().NotBeEmpty();
        foreach (var (language, keys) in Keys) keys.Should().Contain(english, "{0} would fall back to English", language);
    }

    [Fact]
    public void What_is_worded_apart_for_one_is_a_text_with_a_count()
    {
        foreach (var messages in Messages.Shipped)
            foreach (var key in Keys[messages.Language].Where(key => key.EndsWith(".one", StringComparison.Ordinal)))
                messages[key[..^".one".Length]].Should().Contain("{count}");
    }

    [Theory]
    [InlineData("en", 1, "1 of 8 rows is rejected (more than 10 %).")]
    [InlineData("en", 2, "2 of 8 rows are rejected (more than 10 %).")]
    [InlineData("nl", 1, "1 van 8 rijen wordt afgekeurd (meer dan 10 %).")]
    [InlineData("nl", 2, "2 van 8 rijen worden afgekeurd (meer dan 10 %).")]
    public void One_is_worded_apart(string language, int count, string text)
    {
        new IssueWriter(Messages.For(new(language))).Fill("brake.rejections", ("count", count), ("of", 8), ("limit", 10)).Should().Be(text);
    }

    private static List<string> KeysOf(string language)
    {
        var file = Path.Combine(Repository.Root, "src", "UserImport.Core", "Resources", language == "en" ? "Messages.resx" : $"Messages.{language}.resx");
        return [.. XDocument.Load(file).Root!.Elements("data").Select(data => data.Attribute("name")!.Value)];
    }
}
