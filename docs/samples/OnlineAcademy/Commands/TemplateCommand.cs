using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>Writes a blank template.</summary>
internal sealed class TemplateCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("template", "Writes a blank template with the academy's dropdowns.",
        ["OUT.xlsx"], new CommandOption("language", "en|nl", "The language of headers and instructions; English if not given."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var (path, culture) = (arguments.Operands[0], arguments.Culture);
        await Files.WriteAsync(path, file =>
            academy.GetRequiredService<UserImporter>().WriteTemplateAsync(file, culture, cancellationToken));
        await terminal.Error.WriteLineAsync($"Template: {path}");
        return ExitStatus.Done;
    }
}
