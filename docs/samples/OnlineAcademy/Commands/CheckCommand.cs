using UserImport;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>Checks a workbook and says what an import would do; writes nothing to the academy.</summary>
internal sealed class CheckCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("check", "Checks a workbook and says what its import would do.", ["FILE.xlsx"],
        new CommandOption("action", "ACTION", "AddAndUpdate (default), AddOnly or UpdateOnly."),
        new CommandOption("language", "en|nl", "The language of messages; English if not given."),
        new CommandOption("json", null, "Print the final check as JSON."),
        new CommandOption("corrections", "OUT.xlsx", "Write the rows that may not be imported, with their reasons."),
        new CommandOption("changes", "OUT.json", "Write the change set, for 'apply'."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        foreach (var output in (string[])["corrections", "changes"])
            if (arguments[output] is { } target) Files.ExpectFolderOf(target);
        var importer = academy.GetRequiredService<UserImporter>();
        var check = await CheckAsync(arguments, importer, terminal, cancellationToken);
        if (arguments.Has("json")) await terminal.JsonAsync(Json.Of(check));
        else await terminal.Out.WriteAsync(CheckReport.Of(check, terminal));
        if (check.Refusal is not null) return ExitStatus.Refused;
        if (arguments["corrections"] is { } corrections)
        {
            await Files.WriteAsync(corrections, file => importer.WriteCorrectionsAsync(check, file, cancellationToken));
            await terminal.Error.WriteLineAsync($"Corrections: {corrections}");
        }
        if (arguments["changes"] is { } changes)
        {
            await Files.WriteAsync(changes, file => check.Changes.WriteAsync(file, cancellationToken));
            await terminal.Error.WriteLineAsync($"Change set: {changes}");
        }
        return ExitStatus.Done;
    }

    /// <summary>Checks the file that a call names.</summary>
    public static async Task<ImportCheck> CheckAsync(
        Arguments arguments, UserImporter importer, Terminal terminal, CancellationToken cancellationToken)
    {
        var path = arguments.Operands[0];
        var request = new ImportRequest { Action = arguments.Action, Culture = arguments.Culture, FileName = Path.GetFileName(path) };
        await using var file = Files.Read(path);
        using var progress = terminal.Progress(arguments.Culture);
        return await importer.CheckAsync(file, request, progress, cancellationToken);
    }
}
