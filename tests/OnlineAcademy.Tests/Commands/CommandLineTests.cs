namespace OnlineAcademy.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("template")]
    [InlineData("export")]
    [InlineData("rows")]
    [InlineData("check")]
    [InlineData("apply")]
    [InlineData("import")]
    [InlineData("users")]
    [InlineData("undo")]
    public async Task Every_command_has_help(string verb)
    {
        var run = await AcademyCommand.RunAsync(verb, "--help");

        run.Status.Should().Be(0);
        run.Output.Should().StartWith($"Usage: OnlineAcademy {verb}").And.Contain("--database FILE").And.Contain("--seed N");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task The_help_of_the_program_lists_the_commands()
    {
        var run = await AcademyProcess.RunAsync("--help");

        run.Status.Should().Be(0);
        run.Output.Should().ContainAll("demo", "template", "export", "rows", "check", "apply", "import", "users", "undo");
    }

    [Fact]
    public async Task The_process_ends_with_the_status_of_its_command_and_complains_where_errors_go()
    {
        var run = await AcademyProcess.RunAsync("frobnicate");

        run.Should().Be(await AcademyCommand.RunAsync("frobnicate"));
        run.Status.Should().Be(1);
        run.Error.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("'frobnicate' is no command", "frobnicate")]
    [InlineData("'--colour' is no option", "check", "a.xlsx", "--colour")]
    [InlineData("FILE.xlsx is missing", "check")]
    [InlineData("'b.xlsx' is one word too many", "check", "a.xlsx", "b.xlsx")]
    [InlineData("--database wants a value", "users", "--database")]
    [InlineData("--seed takes a number", "users", "--seed", "many")]
    [InlineData("'Delete' is no action", "check", "--database", "TEMP", "a.xlsx", "--action", "Delete")]
    [InlineData("--database or --postgres, not both", "users", "--database", "a", "--postgres", "b")]
    [InlineData("There is no file 'no-such.xlsx'", "check", "no-such.xlsx", "--database", "TEMP")]
    [InlineData("There is no file 'no-such.json'", "apply", "no-such.json", "--database", "TEMP")]
    [InlineData("There is no file 'no-such.xlsx'", "rows", "no-such.xlsx")]
    public async Task A_call_that_makes_no_sense_says_why_and_prints_nothing(string message, params string[] words)
    {
        using var workspace = new Workspace();
        var run = await AcademyCommand.RunAsync([.. words.Select(word => word == "TEMP" ? workspace["academy.db"] : word)]);

        run.Status.Should().Be(1);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
    }
}
