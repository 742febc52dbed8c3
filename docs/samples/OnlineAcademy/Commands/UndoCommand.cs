using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>Undoes an applied change set, where nobody has changed the users since.</summary>
internal sealed class UndoCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("undo", "Undoes an applied change set, where nobody has changed the users since.",
        ["CHANGES.json"], new CommandOption("json", null, "Print the outcome as JSON."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var applied = await ApplyCommand.ReadAsync(arguments.Operands[0], cancellationToken);
        var contexts = academy.GetRequiredService<IDbContextFactory<AcademyContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.FindResultAsync(applied, cancellationToken) is not { } result)
        {
            await terminal.ErrorAsync("This change set was never applied to this database: there is nothing to undo.");
            return ExitStatus.Failed;
        }
        var changes = await academy.GetRequiredService<UserImporter>().PlanUndoAsync(applied, result, cancellationToken: cancellationToken);
        foreach (var stays in changes.NotUndone) await terminal.Error.WriteLineAsync(stays.Message);
        return await ApplyCommand.ApplyAsync(changes, null, arguments, academy, terminal, cancellationToken);
    }
}
