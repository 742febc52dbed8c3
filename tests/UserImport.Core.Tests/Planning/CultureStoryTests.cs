using System.Globalization;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>The machine's culture decides nothing: neither verdicts nor the language of a message.</summary>
public class CultureStoryTests
{
    private const string Sheet = """
        EMPLOYEE NUMBER | FIRST NAME | E-MAIL           | Functions | Company | Language | Cost center  | Active | Managers        | Teams
        ID1             | IRIS       | IRIS@INITIATIVE.NL | DIRECTOR | ACME   | ENGLISH  | {number 1.5} | x      | ILSE@ACME.NL    | BLUE
        İD2             | İris       | iris2@acme.nl    | dırector  | Acme    | nl       |              | x      | ilse@acme.nl    |
        id3             | Ilse       | ILSE@ACME.NL     | director  | acme    | dutch    | 1.5          | X      |                 | Blue
        Id3             | Ilse       | ilse@acme.nl     | Director  | Acme    | Nl       | 1.5          | x      |                 | blue
        {number 1.5}    | Ira        | ira@acme.nl      |           | Acme    | nl       |              | x      |                 |
        """;

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("az-Latn-AZ")]
    [InlineData("ar-SA")]
    [Trait("Rule", "M3")]
    [Trait("Rule", "M6")]
    public async Task Verdicts_changes_and_messages_are_the_same_under_every_culture(string culture)
    {
        var expected = await UnderAsync("en-US");

        (await UnderAsync(culture)).Should().Equal(expected);
    }

    [Fact]
    [Trait("Rule", "K3")]
    public async Task Messages_come_in_the_culture_of_the_request_alone()
    {
        var english = await UnderAsync("nl-NL");
        var dutch = await UnderAsync("en-US", new ImportRequest { Culture = CultureInfo.GetCultureInfo("nl-NL") });
        var other = await UnderAsync("nl-NL", new ImportRequest { Culture = CultureInfo.GetCultureInfo("fr-FR") });

        english.Should().Contain(line => line.Contains("is not a function of the organisational structure", StringComparison.Ordinal));
        dutch.Should().NotContain(line => line.Contains("is not a function", StringComparison.Ordinal)).And.HaveSameCount(english);
        other.Should().Equal(english);
    }

    private static Task<IReadOnlyList<string>> UnderAsync(string culture, ImportRequest? request = null) => Task.Run<IReadOnlyList<string>>(async () =>
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var story = Story.Of(Story.User("id3", "ilse@acme.nl"), Story.User("id1") with { CostCenter = "1.5", Teams = ["Red"] });
        story.Request = request ?? new ImportRequest();
        var check = await story.CheckAsync(StoryWorkbook.Write(StorySheet.Parse(Completed(Sheet))));
        return
        [
            check.Rows.ToString(),
            .. check.Issues.Select(issue => issue.ToString()),
            .. check.Groups.Select(group => group.ToString()),
            .. check.Changes.Changes.SelectMany(change => change.Fields.Select(field => $"{change.Kind} {field}")),
        ];
    });

    private static string Completed(string sheet) =>
        string.Join('\n', sheet.Split('\n').Select((line, at) => line.TrimEnd() + (at == 0 ? " | LAST NAME | DEPARTMENT" : " | POE | FINANCE")));
}
