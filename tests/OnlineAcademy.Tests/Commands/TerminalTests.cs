using System.Diagnostics;
using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Commands;

/// <summary>The commands as somebody at a terminal sees them.</summary>
public sealed class TerminalTests(Workspace workspace) : IClassFixture<Workspace>
{
    private const string Script = "/usr/bin/script", Bold = "\e[1m", Green = "\e[32m", Bar = "\r\e[K";

    private readonly string _database = workspace["academy.db"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_has_everything_that_somebody_decides_by()
    {
        var path = await UploadAsync();

        var run = await AcademyCommand.RunAsync("check", path, "--database", _database);

        run.Status.Should().Be(0, run.Error);
        run.Output.Should().MatchRegex(@"rows read +20\d\n").And.MatchRegex(@"will be added +2\n").And.MatchRegex(@"may not be imported +1\n");
        run.Output.Should().MatchRegex(@"get no invitation, because they are inactive +\d+\n");
        run.Output.Should().MatchRegex(@"  G\d+ +000028 +'Finanace' is not a department .*Did you mean 'Finance'\?");
        run.Output.Should().Contain("Warnings and notices").And.MatchRegex(@"  J\d+ +Warning: ");
        run.Output.Should().MatchRegex(@"000021 +Sofie Ander +Last name: Jansen → Ander  \[Invitation\]");
        run.Output.Should().MatchRegex(@"A1 +anna Nieuw +anna\.nieuw@noorderveld\.example  \[Invitation\]").And.MatchRegex(@"A2 +bert Nieuw +bert\.nieuw@noorderveld\.example, Inactive\n");
        run.Output.Should().Contain("Only get an invitation").And.Contain("… and ");
    }

    [Fact]
    public async Task A_terminal_sees_colours_and_a_bar()
    {
        var seen = await OnTerminalAsync(noColour: false);

        seen.Should().Contain(Bold + "Final check").And.Contain(Green).And.MatchRegex(@"\r\e\[K[\d,]+ rows read").And.EndWith("\n");
    }

    [Fact]
    public async Task Who_wants_no_colours_gets_none()
    {
        var seen = await OnTerminalAsync(noColour: true);

        seen.Should().Contain("Final check").And.Contain(Bar).And.NotMatchRegex(@"\e\[\d+m");
    }

    [Fact]
    public async Task An_import_draws_its_bar_to_the_end_and_clears_it_away()
    {
        var seen = await OnTerminalAsync(noColour: true, "import");

        seen.Should().MatchRegex(@"\r\e\[K\[#+\] \d+ of \d+ changes written\r\e\[K").And.Contain("changes written   ");
    }

    [Fact]
    public async Task An_undo_is_called_an_undo_and_skipped_changes_have_their_reason_in_words()
    {
        var changes = workspace["changes.json"];
        var database = workspace.NewDatabase();
        var check = await AcademyCommand.RunAsync("check", await UploadAsync(), "--changes", changes, "--database", database);
        await AcademyCommand.RunAsync("apply", changes, "--database", database);
        await using (var academy = await Data.TestAcademy.OpenAsync(new DatabaseChoice(database, null, null)))
        await using (var db = await academy.ContextAsync())
        {
            db.Users.Single(user => user.EmployeeNumber == "000021").CostCenter = "4998";
            await db.SaveChangesAsync(Token);
        }

        var undo = await AcademyCommand.RunAsync("undo", changes, "--database", database);

        check.Error.Should().Contain("Change set: " + changes);
        undo.Output.Should().StartWith("Undo\n").And.MatchRegex(@"changed since the check, so left alone +1\n")
            .And.MatchRegex("  000021 +Somebody changed this user since the check; nothing was overwritten.");
        undo.Error.Should().Contain("deactivated instead of deleted: 2");
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_is_said_to_be_locked()
    {
        var path = await UploadAsync();
        await using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var run = await AcademyCommand.RunAsync("check", path, "--database", _database);

        run.Status.Should().Be(1);
        run.Error.Should().Be($"'{path}' is locked by another program. Close it there, and try again.\n");
    }

    [Theory]
    [InlineData("is a folder; a file is wanted", "check", "FOLDER")]
    [InlineData("do you mean 'upload.xlsx'?", "check", "FOLDER/upload.xls")]
    [InlineData("there is no folder", "apply", "FOLDER/none/changes.json")]
    [InlineData("There is no folder", "check", "FOLDER/upload.xlsx", "--corrections", "FOLDER/none/c.xlsx")]
    [InlineData("There is no folder", "check", "FOLDER/upload.xlsx", "--changes", "FOLDER/none/c.json")]
    [InlineData("is a folder; the name of a file is wanted", "template", "FOLDER")]
    [InlineData("There is no folder", "export", "FOLDER/none/users.xlsx")]
    public async Task A_wrong_path_is_said_to_be_wrong_before_any_work(string message, params string[] words)
    {
        await File.WriteAllTextAsync(workspace["upload.xlsx"], "", Token);

        var run = await AcademyCommand.RunAsync(
            [.. words.Select(word => word.Replace("FOLDER", workspace.Folder, StringComparison.Ordinal)), "--database", _database]);

        run.Status.Should().Be(1);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
    }

    private async Task<string> UploadAsync()
    {
        var path = workspace[$"{Guid.NewGuid():N}.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users
            .With("000021", user => user with { LastName = "Ander" })
            .With("000028", user => user with { Department = "Finanace" })
            .Append(NewUser("A1", "anna"))
            .Append(NewUser("A2", "bert") with { Active = false }));
        await using var file = File.Open(path, FileMode.Open);
        Workbooks.FillColumn(file, "J", "x");
        return path;
    }

    // 'script' gives the process a terminal of its own and prints what it shows.
    private async Task<string> OnTerminalAsync(bool noColour, string verb = "check")
    {
        Assert.SkipUnless(File.Exists(Script), "'script' is not installed (Debian: bsdutils).");
        var database = workspace.NewDatabase();
        var command = $"dotnet '{typeof(Academy).Assembly.Location}' {verb} '{await UploadAsync()}' --database '{database}'";
        var start = new ProcessStartInfo(Script, ["-qec", command, "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment.Remove("NO_COLOR");
        start.Environment["TERM"] = "xterm";
        if (noColour) start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        process.ExitCode.Should().Be(0, output);
        return output.Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
