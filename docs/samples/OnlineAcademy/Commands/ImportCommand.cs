using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>Checks a workbook and imports what may be imported.</summary>
internal sealed class ImportCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("import", "Checks a workbook and imports what may be imported.", ["FILE.xlsx"],
        new CommandOption("action", "ACTION", "AddAndUpdate (default), AddOnly or UpdateOnly."),
        new CommandOption("language", "en|nl", "The language of messages; English if not given."),
        new CommandOption("json", null, "Print the outcome as JSON."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var importer = academy.GetRequiredService<UserImporter>();
        var check = await CheckCommand.CheckAsync(arguments, importer, terminal, cancellationToken);
        if (check.Refusal is { } refusal)
        {
            await terminal.ErrorAsync(refusal.Message);
            if (arguments.Has("json")) await terminal.JsonAsync(Json.Nothing);
            return ExitStatus.Refused;
        }
        if (!arguments.Has("json")) await terminal.Out.WriteAsync(CheckReport.Of(check, terminal));
        return await ApplyCommand.ApplyAsync(check.Changes, check, arguments, academy, terminal, cancellationToken);
    }
}
