using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace OnlineAcademy.Tests;

/// <summary>OnlineAcademy as a process of its own, as people and scripts start it.</summary>
public static class AcademyProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a command to its end.</summary>
    public static async Task<Run> RunAsync(params string[] words)
    {
        using var process = Start(words);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        return new Run(process.ExitCode, await output, await error);
    }

    /// <summary>Starts it, with what it prints redirected.</summary>
    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(typeof(Academy).Assembly.Location);
        foreach (var word in words) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }
}

/// <summary>How a command ended, and what it printed.</summary>
public sealed record Run(int Status, string Output, string Error)
{
    /// <summary>The output as one JSON value.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The output as a JSON value a line.</summary>
    public IReadOnlyList<JsonElement> Lines =>
        [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
