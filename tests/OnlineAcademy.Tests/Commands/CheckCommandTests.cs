using System.Text.Json;
using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Commands;

public sealed class CheckCommandTests(Workspace workspace) : IClassFixture<Workspace>
{
    private readonly string _database = workspace["academy.db"];

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [Trait("Rule", "K7")]
    public async Task An_export_that_nobody_edited_changes_nothing(string language)
    {
        var path = workspace[$"export-{language}.xlsx"];
        (await AcademyCommand.RunAsync("export", path, "--language", language, "--database", _database)).Status.Should().Be(0);

        var run = await AcademyCommand.RunAsync("check", path, "--language", language, "--json", "--database", _database);

        run.Status.Should().Be(0);
        var rows = run.Json.GetProperty("rows");
        rows.GetProperty("unchanged").GetInt32().Should().Be(rows.GetProperty("read").GetInt32()).And.BePositive();
        run.Json.GetProperty("issues").GetArrayLength().Should().Be(0);
        run.Json.GetProperty("changes").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task The_json_has_the_settled_keys()
    {
        var path = workspace["edited.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users
            .With("000021", user => user with { LastName = "Ander" })
            .With("000028", user => user with { Department = "Finanace" })
            .With("000091", user => user with { CostCenter = "" })
            .Append(NewUser("A1", "anna")));

        var check = (await AcademyCommand.RunAsync("check", path, "--json", "--database", _database)).Json;

        Keys(check).Should().Equal("rows", "counts", "issues", "groups", "brakes", "changes");
        Keys(check.GetProperty("rows")).Should().Equal("read", "added", "updated", "unchanged", "rejected", "duplicates");
        Keys(check.GetProperty("counts")).Should().Equal("deactivated", "reactivated", "emailChanged", "cleared", "keptAbsent",
            "invitations", "invitationsWithheld", "warnings", "notices");
        var issue = check.GetProperty("issues").EnumerateArray().Single();
        Keys(issue).Should().Equal("code", "severity", "row", "column", "cell", "value", "message", "suggestion");
        issue.GetProperty("code").GetString().Should().Be("department.unknown");
        issue.GetProperty("severity").GetString().Should().Be("error");
        issue.GetProperty("column").GetString().Should().Be("Department");
        issue.GetProperty("suggestion").GetString().Should().Be("Finance");
        var group = check.GetProperty("groups").EnumerateArray().Single();
        Keys(group).Should().Equal("code", "column", "value", "rows", "suggestion", "message");
        group.GetProperty("rows").GetInt32().Should().Be(1);
        var changes = check.GetProperty("changes").EnumerateArray().ToList();
        foreach (var change in changes) Keys(change).Should().Equal("row", "kind", "employeeNumber", "fields", "invitation");
        var renamed = changes.Single(change => change.GetProperty("employeeNumber").GetString() == "000021");
        renamed.GetProperty("kind").GetString().Should().Be("updated");
        var field = renamed.GetProperty("fields").EnumerateArray().Single();
        Keys(field).Should().Equal("column", "old", "new");
        field.GetProperty("new").GetString().Should().Be("Ander");
        changes.Should().ContainSingle(change => change.GetProperty("kind").GetString() == "added");
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_with_the_same_object()
    {
        var path = workspace["list.csv"];
        await File.WriteAllTextAsync(path, "Employee number;First name\n1;Anna\n", TestContext.Current.CancellationToken);

        var run = await AcademyCommand.RunAsync("check", path, "--json", "--database", _database);

        run.Status.Should().Be(2);
        Keys(run.Json).Should().Equal("rows", "counts", "issues", "groups", "brakes", "changes");
        run.Json.GetProperty("rows").GetProperty("read").GetInt32().Should().Be(0);
        var issue = run.Json.GetProperty("issues").EnumerateArray().Single();
        issue.GetProperty("code").GetString().Should().Be("workbook.notExcel");
        issue.GetProperty("row").ValueKind.Should().Be(JsonValueKind.Null);
        (await AcademyCommand.RunAsync("import", path, "--database", _database)).Status.Should().Be(2);
    }

    [Fact]
    [Trait("Rule", "A2")]
    public async Task An_action_narrows_what_may_be_done()
    {
        var path = workspace["action.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users.Append(NewUser("A2", "bert")));

        var only = await AcademyCommand.RunAsync("check", path, "--action", "UpdateOnly", "--json", "--database", _database);

        only.Json.GetProperty("rows").GetProperty("rejected").GetInt32().Should().Be(1);
        only.Json.GetProperty("issues")[0].GetProperty("code").GetString().Should().Be("employeeNumber.unknown");
    }

    [Fact]
    [Trait("Rule", "K6")]
    public async Task The_corrections_hold_the_rejected_rows_and_a_report_for_people_is_in_the_language_asked_for()
    {
        var path = workspace["wrong.xlsx"];
        var corrections = workspace["corrections.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path,
            users => users.With("000028", user => user with { Department = "Finanace" }));

        var run = await AcademyCommand.RunAsync(
            "check", path, "--language", "nl", "--corrections", corrections, "--database", _database);

        run.Status.Should().Be(0);
        run.Output.Should().Contain("Eindcontrole").And.Contain("Bedoelt u 'Finance'?").And.NotContain("\e[");
        var rows = (await AcademyCommand.RunAsync("rows", corrections)).Lines;
        rows.Should().ContainSingle().Which.GetProperty("cells").GetProperty("EmployeeNumber").GetString().Should().Be("000028");
    }

    private static IEnumerable<string> Keys(JsonElement value) => value.EnumerateObject().Select(property => property.Name);
}
