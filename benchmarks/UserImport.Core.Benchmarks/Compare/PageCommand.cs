using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace UserImport.Benchmarks.Compare;

/// <summary>Measures anew what a page says: a block begins with <c>&lt;!-- measured: ARGUMENTS --&gt;</c> and ends with <c>&lt;!-- end --&gt;</c>.</summary>
internal static partial class PageCommand
{
    public static async Task RunAsync(string page, TextWriter progress)
    {
        foreach (Match block in Blocks().Matches(await File.ReadAllTextAsync(page)))
        {
            var arguments = block.Groups["arguments"].Value;
            await progress.WriteLineAsync(arguments);
            using var table = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            await WriteAsync(arguments.Split(' '), table);
            // Read again each time: a run takes minutes, and somebody may have edited the page meanwhile.
            var text = await File.ReadAllTextAsync(page);
            var begin = $"<!-- measured: {arguments} -->";
            var at = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
            var end = text.IndexOf("<!-- end -->", at, StringComparison.Ordinal);
            await File.WriteAllTextAsync(page, $"{text[..at]}\n{table.ToString().ReplaceLineEndings("\n").Trim()}\n{text[end..]}");
        }
    }

    private static Task WriteAsync(string[] arguments, TextWriter table) => arguments switch
    {
        ["machine"] => table.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.FrameworkDescription}, {DateTime.UtcNow:yyyy-MM-dd}")),
        ["scale", .. var rest] => ScaleCommand.RunAsync(CompareOptions.Parse(rest, ScaleCommand.MostRows) with { Markdown = true }, table),
        ["kinds", .. var rest] => KindsCommand.RunAsync(CompareOptions.Parse(rest) with { Markdown = true }, table),
        ["compare", .. var rest] => CompareCommand.RunAsync(CompareOptions.Parse(rest) with { Markdown = true }, table),
        _ => throw new ArgumentException($"A page cannot hold '{string.Join(' ', arguments)}'."),
    };

    [GeneratedRegex("<!-- measured: (?<arguments>.+?) -->")]
    private static partial Regex Blocks();
}
