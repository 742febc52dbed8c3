using Microsoft.Extensions.DependencyInjection;

namespace OnlineAcademy.Commands;

/// <summary>One command of the terminal.</summary>
internal abstract class Command
{
    /// <summary>How it is written.</summary>
    public abstract CommandSyntax Syntax { get; }

    /// <summary>Runs it and returns the exit status.</summary>
    public abstract Task<ExitStatus> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken);
}

/// <summary>A command that works on the academy's database.</summary>
internal abstract class AcademyCommand : Command
{
    /// <inheritdoc />
    public sealed override async Task<ExitStatus> RunAsync(
        Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var academy = await Academy.OpenAsync(arguments.Database, cancellationToken);
        await using var scope = academy.CreateAsyncScope();
        return await RunAsync(arguments, scope.ServiceProvider, terminal, cancellationToken);
    }

    /// <summary>Runs it with the academy's services.</summary>
    protected abstract Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken);
}

/// <summary>How a command ended; scripts outside this repository use these numbers.</summary>
internal enum ExitStatus
{
    /// <summary>Done, also with rejected rows, with brakes at a check, or with skipped changes.</summary>
    Done = 0,

    /// <summary>Anything else: bad usage, a missing file, a change set that may not be applied.</summary>
    Failed = 1,

    /// <summary>The file was refused as a whole.</summary>
    Refused = 2,

    /// <summary>A brake stopped the import.</summary>
    Braked = 3,
}
