using OnlineAcademy.Data;

namespace OnlineAcademy.Commands;

/// <summary>Serves the web pages until somebody stops it.</summary>
internal sealed class PagesCommand : Command
{
    public override CommandSyntax Syntax { get; } =
        new("", "Serves the web pages on a free local port, and prints their address.", []);

    public override async Task<ExitStatus> RunAsync(
        Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        await AcademyDatabase.EnsureCreatedAsync(arguments.Database, cancellationToken);
        await using var app = AcademyPages.Build(arguments.Database);
        await app.StartAsync(cancellationToken);
        await terminal.Out.WriteLineAsync($"OnlineAcademy is at {app.Urls.First()}");
        await terminal.Out.FlushAsync(cancellationToken);
        await terminal.Error.WriteLineAsync("Press Ctrl+C to stop.");
        try
        {
            await app.WaitForShutdownAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
        return ExitStatus.Done;
    }
}
