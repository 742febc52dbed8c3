using System.Text.Json;
using UserImport.Tests.Reference;

namespace UserImport.Tests;

/// <summary>What a host meets first: one that calls the importer, prints a problem, answers a request with the check.</summary>
public class UserImporterTests
{
    private const string Sheet = """
        Employee number | Department
        1               | Salez
        """;

    [Fact]
    public async Task An_action_that_there_is_not_is_refused()
    {
        var story = Story.Of();
        story.Request = new ImportRequest { Action = (ImportAction)3 };

        (await FluentActions.Awaiting(() => story.CheckAsync(Sheet)).Should().ThrowAsync<ArgumentOutOfRangeException>())
            .Which.ParamName.Should().Be("request");
    }

    [Fact]
    public async Task A_check_can_be_answered_as_json()
    {
        var check = await Story.Of().CheckAsync(Sheet);

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(check, JsonSerializerOptions.Web));

        json.RootElement.GetProperty("rows").GetProperty("rejected").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("issues").GetArrayLength().Should().Be(check.Issues.Count);
        json.RootElement.GetProperty("culture").GetString().Should().Be("en");
    }

    [Theory]
    [InlineData("G3", 3, "G3: No.")]
    [InlineData(null, 3, "3: No.")]
    [InlineData(null, null, "No.")]
    public void A_problem_prints_as_place_and_message(string? cell, int? row, string line)
    {
        new ImportIssue { Code = "department.unknown", Message = "No.", Cell = cell, Row = row }.ToString().Should().Be(line);
    }
}
