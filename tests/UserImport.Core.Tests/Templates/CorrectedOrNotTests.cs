using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Templates;

/// <summary>What is wrong in a corrections workbook stays wrong until somebody corrects it, and then it is imported (K6, R2–R4).</summary>
public class CorrectedOrNotTests
{
    public static TheoryData<string, StoryCell> Faults => new()
    {
        { "EmployeeNumber", StoryCell.Number("91") },
        { "EmployeeNumber", StoryCell.Number("1234567890123456") },
        { "EmployeeNumber", StoryCell.Number("900010.5") },
        { "EmployeeNumber", StoryCell.Text("9\u200B1") },
        { "EmployeeNumber", StoryCell.Error("#N/A") },
        { "CostCenter", StoryCell.Date("45000") },
        { "CostCenter", StoryCell.Error("#REF!") },
        { "CostCenter", StoryCell.Error("#SPILL!") },
        { "CostCenter", StoryCell.Formula },
        { "CostCenter", StoryCell.Damaged },
        { "CostCenter", StoryCell.Text(new string('k', 256)) },
        { "Active", StoryCell.Number("1") },
        { "Active", StoryCell.Text("TRUE") },
        { "Active", StoryCell.Date("45000") },
        { "Language", StoryCell.Text("Klingon") },
        { "Email", StoryCell.Text("no address") },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    [Trait("Rule", "K6")]
    public async Task What_was_rejected_is_rejected_again(string column, StoryCell fault)
    {
        var story = Story.Of(Story.User("000091") with { CostCenter = "4224" });
        var rows = StorySheet.Complete(StorySheet.Parse("""
            Employee number | Cost center | Active
            000091          | 4224        | x
            """), story.Users.All);
        var headers = rows[0].Select(cell => cell!.Value.Replace(" ", "", StringComparison.Ordinal)).ToList();
        var place = headers.FindIndex(header => header.StartsWith(column, StringComparison.OrdinalIgnoreCase));
        rows[1] = [.. rows[1].Select((cell, i) => i == place ? fault : cell)];

        var first = await story.CheckAsync(StoryWorkbook.Write(rows));
        var again = await story.CheckAsync(await CorrectionsAsync(story, first));

        first.Rows.Rejected.Should().Be(1);
        again.Rows.Should().Be(first.Rows);
        again.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Column)
            .Should().Equal(first.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Column));
        again.Changes.Changes.Should().BeEmpty();
    }

    [Fact]
    [Trait("Rule", "K6")]
    public async Task What_is_corrected_in_LibreOffice_and_uploaded_as_it_is_is_imported()
    {
        var story = Story.Of(Story.User("000091") with { CostCenter = "4224" }, Story.User("000092"));
        var rows = StorySheet.Complete(StorySheet.Parse("""
            Employee number | Cost center | Company | Active
            000091          | 4225        | Acme    | x
            000092          | 4226        | Akme    | x
            """), story.Users.All);
        rows[1] = [StoryCell.Number("91"), StoryCell.Error("#N/A"), .. rows[1].Skip(2)];
        var first = await story.CheckAsync(StoryWorkbook.Write(rows));
        first.Rows.Rejected.Should().Be(2);

        var typed = OtherPrograms.DriveLibreOffice("type_into_cells.py", (await CorrectionsAsync(story, first)).ToArray(),
            "A2=000091", "G2=4225", "E3=Acme");
        var again = await story.CheckAsync(new MemoryStream(Convert.FromBase64String(typed.Trim())));

        again.Issues.Should().NotContain(issue => issue.Severity == IssueSeverity.Error);
        again.Changed().Should().Equal("2 CostCenter: 4224 -> 4225", "3 CostCenter:  -> 4226");
    }

    private static async Task<MemoryStream> CorrectionsAsync(Story story, ImportCheck check)
    {
        await using var services = Story.Services(story.Users, story.Options);
        var corrections = new MemoryStream();
        await services.GetRequiredService<UserImporter>().WriteCorrectionsAsync(check, corrections, TestContext.Current.CancellationToken);
        corrections.Position = 0;
        return corrections;
    }
}
