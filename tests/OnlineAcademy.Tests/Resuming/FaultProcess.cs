using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using OnlineAcademy.Data;
using OnlineAcademy.FaultHost;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>The academy in a process of its own that says where it is, so that it can be killed there.</summary>
internal sealed class FaultProcess : IAsyncDisposable
{
    private const int KilledBySignal9 = 137;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Task<string> _error;
    private readonly CancellationTokenSource _patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private FaultProcess(string changes, IEnumerable<(DatabaseChoice Database, int? Stop)> imports)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(Databases).Assembly.Location);
        start.ArgumentList.Add(changes);
        foreach (var (database, stop) in imports)
        {
            start.ArgumentList.Add(Databases.Word(database));
            start.ArgumentList.Add(stop?.ToString(CultureInfo.InvariantCulture) ?? "-");
        }
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        _process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is null) _lines.Writer.Complete();
            else _lines.Writer.TryWrite(e.Data);
        };
        _process.BeginOutputReadLine();
        _patience.CancelAfter(Patience);
    }

    /// <summary>Starts it; it waits until it is told to go.</summary>
    public static async Task<FaultProcess> StartAsync(string changes, params IEnumerable<(DatabaseChoice Database, int? Stop)> imports)
    {
        var process = new FaultProcess(changes, imports);
        (await process.ReadAsync()).Should().Be("ready");
        return process;
    }

    /// <summary>Lets it begin.</summary>
    public Task GoAsync() => _process.StandardInput.WriteLineAsync();

    /// <summary>Returns the next line that it prints; null when it has ended well.</summary>
    public async Task<string?> ReadAsync()
    {
        while (await _lines.Reader.WaitToReadAsync(_patience.Token))
            if (_lines.Reader.TryRead(out var line))
                return line;
        await _process.WaitForExitAsync(_patience.Token);
        _process.ExitCode.Should().Be(0, await _error);
        return null;
    }

    /// <summary>Returns all that it prints until it ends well.</summary>
    public async Task<List<string>> ReadToEndAsync()
    {
        var lines = new List<string>();
        while (await ReadAsync() is { } line) lines.Add(line);
        return lines;
    }

    /// <summary>Kills it with SIGKILL; false if it had ended by itself.</summary>
    public async Task<bool> KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(_patience.Token);
        _process.ExitCode.Should().BeOneOf([0, KilledBySignal9], "it ends well or is killed; it printed {0}", await _error);
        return _process.ExitCode == KilledBySignal9;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _patience.Dispose();
    }
}
