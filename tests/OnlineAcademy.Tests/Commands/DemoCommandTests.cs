using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OnlineAcademy.Tests.Commands;

public sealed partial class DemoCommandTests
{
    [Fact]
    public async Task The_demo_tells_the_whole_story_and_says_where_the_files_lie()
    {
        var watch = Stopwatch.StartNew();
        var run = await AcademyProcess.RunAsync("demo");

        run.Status.Should().Be(0, run.Error);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(30));
        run.Output.Should().Contain(": 3 rows; did you mean", "problems are grouped by cause").And.Contain("0 changes;");
        var files = PathLine().Matches(run.Output).Select(match => match.Groups[1].Value).ToList();
        files.Should().HaveCountGreaterThan(5).And.OnlyContain(path => File.Exists(path));
        Directory.Delete(Path.GetDirectoryName(files[0])!, recursive: true);
    }

    [GeneratedRegex("^  (.*OnlineAcademy-.*)$", RegexOptions.Multiline)]
    private static partial Regex PathLine();
}
