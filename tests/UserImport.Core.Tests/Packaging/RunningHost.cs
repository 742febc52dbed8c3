using System.Diagnostics;
using System.Text.RegularExpressions;

namespace UserImport.Tests.Packaging;

/// <summary>A web host that was started with the .NET SDK; it ends with the object.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    private readonly Process _process;

    private RunningHost(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts a host and returns when it listens.</summary>
    public static async Task<RunningHost> StartAsync(string folder, params string[] arguments)
    {
        var process = Process.Start(DotnetCommand.Describe(folder, "dotnet", arguments))!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = new System.Text.StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                said.AppendLine(line);
                if (Listening().Match(line) is not { Success: true } match) continue;
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // so that it never waits for a reader
                return new RunningHost(process, match.Groups[1].Value);
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        throw new InvalidOperationException($"The host ended: {said}{await errors}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    [GeneratedRegex("Now listening on: (.+)$")]
    private static partial Regex Listening();
}
