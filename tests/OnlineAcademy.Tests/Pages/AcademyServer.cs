using System.Diagnostics;
using System.Text.RegularExpressions;
using OnlineAcademy.Data;

namespace OnlineAcademy.Tests.Pages;

/// <summary>The pages on a free port: served where the test runs, or by a process of their own, which takes seconds to start.</summary>
public sealed partial class AcademyServer : IAsyncDisposable
{
    private readonly Func<Task> _stop;

    private AcademyServer(string address, Func<Task> stop) => (Address, _stop) = (new Uri(address), stop);

    /// <summary>Where the pages are.</summary>
    public Uri Address { get; }

    /// <summary>Serves them here.</summary>
    public static async Task<AcademyServer> StartAsync(string database)
    {
        var choice = new DatabaseChoice(database, null, null);
        await AcademyDatabase.EnsureCreatedAsync(choice, TestContext.Current.CancellationToken);
        var app = AcademyPages.Build(choice);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AcademyServer(app.Urls.First(), async () =>
        {
            await app.StopAsync();
            await app.DisposeAsync();
        });
    }

    /// <summary>Starts a process that serves them, as people do; it is killed at the end.</summary>
    public static async Task<AcademyServer> StartProcessAsync(string database)
    {
        var process = AcademyProcess.Start("--database", database);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (Printed().Match(line) is { Success: true } match)
                return new AcademyServer(match.Value, () => KillAsync(process));
        throw new InvalidOperationException("OnlineAcademy ended without an address.");
    }

    public async ValueTask DisposeAsync() => await _stop();

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Printed();
}
