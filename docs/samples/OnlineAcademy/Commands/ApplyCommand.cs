using System.Globalization;
using OnlineAcademy.Imports;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>Applies a change set that 'check' wrote; applying it again resumes it.</summary>
internal sealed class ApplyCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("apply", "Applies the change set of a check; again, it goes on where it stopped.",
        ["CHANGES.json"],
        new CommandOption("acknowledge", null, "Import although a brake is on."),
        new CommandOption("json", null, "Print the outcome as JSON."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var changes = await ReadAsync(arguments.Operands[0], cancellationToken);
        return await ApplyAsync(changes, null, arguments, academy, terminal, cancellationToken);
    }

    /// <summary>Reads a change set.</summary>
    public static async Task<ChangeSet> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = Files.Read(path);
        return await ChangeSet.ReadAsync(file, cancellationToken);
    }

    /// <summary>Applies a change set, keeps it in the history, and prints the outcome.</summary>
    public static async Task<ExitStatus> ApplyAsync(ChangeSet changes, ImportCheck? check, Arguments arguments,
        IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var culture = check?.Culture ?? CultureInfo.GetCultureInfo("en");
        var acknowledged = arguments.Has("acknowledge") ? changes.Fingerprint : null;
        if (changes.Brakes.Count > 0 && acknowledged is null)
        {
            foreach (var brake in changes.Brakes) await terminal.ErrorAsync(brake.Message);
            await terminal.ErrorAsync("Nothing was imported. If this is meant, check with --changes and apply with --acknowledge.");
            if (arguments.Has("json")) await terminal.JsonAsync(Json.Of(Untouched(changes), changes));
            return ExitStatus.Braked;
        }
        var history = academy.GetRequiredService<ImportHistory>();
        await history.StartedAsync(changes, check, "terminal", cancellationToken);
        ImportResult? result = null;
        try
        {
            using (var progress = terminal.Progress(culture))
                result = await academy.GetRequiredService<UserImporter>().ApplyAsync(changes, acknowledged, progress, cancellationToken);
            await history.FinishedAsync(result, cancellationToken);
        }
        finally
        {
            if (result is null) await history.StoppedAsync(changes, CancellationToken.None);
        }
        if (arguments.Has("json")) await terminal.JsonAsync(Json.Of(result, changes));
        else await terminal.Out.WriteAsync(ResultReport.Of(result, changes, terminal, culture));
        return ExitStatus.Done;
    }

    /// <summary>The outcome of a change set that nobody began to apply.</summary>
    private static ImportResult Untouched(ChangeSet changes) => new()
    {
        ChangeSetId = changes.Id,
        Outcomes = [.. changes.Changes.Select(change => new ChangeOutcome(change.Number, ChangeOutcomeKind.NotAttempted))],
    };
}
