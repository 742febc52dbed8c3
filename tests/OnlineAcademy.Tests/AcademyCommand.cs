using System.Text;
using OnlineAcademy.Commands;

namespace OnlineAcademy.Tests;

/// <summary>
/// OnlineAcademy's commands, run where the test runs: a process of its own takes two seconds to start. That a process says the
/// same is for <see cref="AcademyProcess"/> to see.
/// </summary>
public static class AcademyCommand
{
    /// <summary>Runs a command to its end, as if its output went to files.</summary>
    public static async Task<Run> RunAsync(params string[] words)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        // Not on the test's own thread: a command may block.
        var status = await Task.Run(() => CommandLine.RunAsync(words, new Terminal(Writer(output), Writer(error), hasColours: false, showsProgress: false)));
        return new Run(status, Text(output), Text(error));
    }

    private static StreamWriter Writer(MemoryStream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };

    private static string Text(MemoryStream stream) => Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
}
