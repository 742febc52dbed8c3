using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>Writes all users into a filled-in template.</summary>
internal sealed class ExportCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("export", "Writes all users into a workbook that can be uploaded again.",
        ["OUT.xlsx"], new CommandOption("language", "en|nl", "The language of headers and instructions; English if not given."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var (path, culture) = (arguments.Operands[0], arguments.Culture);
        var contexts = academy.GetRequiredService<IDbContextFactory<AcademyContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using (var progress = terminal.Progress(culture))
        {
            var users = progress.Watch(db.StreamAsync(db.Users, cancellationToken), await db.Users.CountAsync(cancellationToken));
            await Files.WriteAsync(path, file => academy.GetRequiredService<UserImporter>().ExportAsync(users, file, culture, cancellationToken));
        }
        await terminal.Error.WriteLineAsync($"Export: {path}");
        return ExitStatus.Done;
    }
}
