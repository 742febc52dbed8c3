using System.Diagnostics;
using System.Text.RegularExpressions;

namespace OnlineAcademy.Tests.Pages;

/// <summary>The pages as a process of its own on a free port.</summary>
public sealed partial class AcademyServer : IAsyncDisposable
{
    private readonly Process _process;

    private AcademyServer(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where the pages are.</summary>
    public Uri Address { get; }

    public static async Task<AcademyServer> StartAsync(string database)
    {
        var process = AcademyProcess.Start("--database", database);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (Printed().Match(line) is { Success: true } match)
                return new AcademyServer(process, new Uri(match.Value));
        throw new InvalidOperationException("OnlineAcademy ended without an address.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Printed();
}
