using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>Prints the users, one a line.</summary>
internal sealed class UsersCommand : AcademyCommand
{
    public override CommandSyntax Syntax { get; } = new("users", "Prints the users, one a line.", [],
        new CommandOption("json", null, "Print each user as a JSON object on a line of its own."));

    protected override async Task<ExitStatus> RunAsync(
        Arguments arguments, IServiceProvider academy, Terminal terminal, CancellationToken cancellationToken)
    {
        var contexts = academy.GetRequiredService<IDbContextFactory<AcademyContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var user in db.StreamAsync(db.Users, cancellationToken))
        {
            if (arguments.Has("json")) await terminal.JsonAsync(Json.Of(user));
            else await terminal.Out.WriteLineAsync(Line(user));
        }
        return ExitStatus.Done;
    }

    private static string Line(UserRecord user) =>
        $"{user.EmployeeNumber,-10} {Pages.Names.Of(user),-28} {user.Email,-48} {user.Company}, {user.Department}" +
            (user.Active ? "" : " (inactive)") + (user.Locked is null ? "" : $" (locked: {user.Locked})");
}
