using System.IO.Compression;
using UserImport.Spreadsheets;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Rows;

/// <summary>The template's mark (C5) and the sheet that it names (C2), on workbooks whose parts are altered as a person or a program would.</summary>
public class MarkedSheetTests
{
    private const string Workbook = "xl/workbook.xml";

    [Fact]
    [Trait("Rule", "C5")]
    public async Task A_template_of_an_older_schema_is_read_with_a_notice()
    {
        var story = Story.Of(Story.User("1"));
        var older = await Altered(story, Workbook, xml => xml.Replace("version=1;", "version=0;", StringComparison.Ordinal));

        var check = await story.CheckAsync(older);

        check.Codes().Should().Equal("template.older");
        check.Issue("template.older").Should().BeEquivalentTo(new { Severity = IssueSeverity.Notice, Row = (int?)null, Value = "0" });
        check.Rows.Unchanged.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "C2")]
    public async Task The_marked_sheet_is_read_even_if_somebody_hides_it()
    {
        var story = Story.Of(Story.User("1"));
        var hidden = await Altered(story, Workbook, xml => xml.Replace("<sheet name=\"Users\"", "<sheet state=\"hidden\" name=\"Users\"", StringComparison.Ordinal));

        (await story.CheckAsync(hidden)).Rows.Unchanged.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "C2")]
    public async Task Without_the_mark_a_hidden_sheet_is_not_looked_at()
    {
        var story = Story.Of(Story.User("1"));
        var hidden = await Altered(story, Workbook, xml => xml
            .Replace("<sheet name=\"Users\"", "<sheet state=\"hidden\" name=\"Users\"", StringComparison.Ordinal)
            .Replace("UserImport_", "Somebody_", StringComparison.Ordinal));

        (await story.CheckAsync(hidden)).Refusal!.Code.Should().Be("workbook.noHeaders");
    }

    [Fact]
    [Trait("Rule", "C2")]
    public async Task The_mark_follows_a_sheet_that_was_renamed()
    {
        var story = Story.Of(Story.User("1"));
        var renamed = await Altered(story, Workbook, xml => xml
            .Replace("name=\"Users\"", "name=\"Jan's list\"", StringComparison.Ordinal)
            .Replace(">Users!", ">'Jan''s list'!", StringComparison.Ordinal)
            .Replace(">'Users'!", ">'Jan''s list'!", StringComparison.Ordinal));

        (await story.CheckAsync(renamed)).Rows.Unchanged.Should().Be(1);
    }

    /// <summary>An export with one part altered; fails if nothing is there to alter.</summary>
    private static async Task<MemoryStream> Altered(Story story, string part, Func<string, string> alter)
    {
        var workbook = await story.ExportAsync();
        using (var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            string xml;
            using (var reader = new StreamReader(zip.GetEntry(part)!.Open())) xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            var altered = alter(xml);
            altered.Should().NotBe(xml);
            zip.GetEntry(part)!.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            await writer.WriteAsync(altered);
        }
        workbook.Position = 0;
        return workbook;
    }
}
