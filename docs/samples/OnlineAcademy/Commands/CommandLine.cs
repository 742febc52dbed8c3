using System.Data.Common;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>The command line: finds the command, runs it, and says what is wrong with a call.</summary>
internal static class CommandLine
{
    private static readonly Command[] Commands =
    [
        new DemoCommand(), new TemplateCommand(), new ExportCommand(), new RowsCommand(), new CheckCommand(), new ApplyCommand(),
        new ImportCommand(), new UsersCommand(), new UndoCommand(),
    ];

    private static readonly Command Pages = new PagesCommand();

    /// <summary>Runs one call.</summary>
    public static async Task<int> RunAsync(string[] words, Terminal terminal)
    {
        using var stop = new CancellationTokenSource();
        ConsoleCancelEventHandler onCancel = (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            return (int)await RunAsync(words, terminal, stop.Token);
        }
        catch (UsageException exception)
        {
            await terminal.ErrorAsync($"{exception.Message} See --help.");
        }
        catch (ChangeSetException exception)
        {
            await terminal.ErrorAsync(exception.Message);
            return (int)(exception.Fault == ChangeSetFault.NotAcknowledged ? ExitStatus.Braked : ExitStatus.Failed);
        }
        catch (OperationCanceledException)
        {
            await terminal.ErrorAsync("Stopped. Nothing is left half done; the same command goes on where it stopped.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException)
        {
            await terminal.ErrorAsync(exception.Message);
        }
        catch (Exception exception)
        {
            // The end of the program: whatever it is, scripts get the exit status that they expect.
            await terminal.ErrorAsync(exception.ToString());
        }
        finally
        {
            Console.CancelKeyPress -= onCancel;
            await terminal.Out.FlushAsync(CancellationToken.None);
        }
        return (int)ExitStatus.Failed;
    }

    private static async Task<ExitStatus> RunAsync(string[] words, Terminal terminal, CancellationToken cancellationToken)
    {
        var (verb, rest) = SplitVerb(words);
        if (verb is "help" || (verb is null && rest.Any(word => word is "--help" or "-h" or "-?")))
        {
            await terminal.Out.WriteAsync(rest is [var about, ..] && Find(about) is { } known
                ? CommandHelp.Of(known.Syntax)
                : CommandHelp.OfAll(Pages.Syntax, Commands.Select(command => command.Syntax)));
            return ExitStatus.Done;
        }
        var command = verb is null ? Pages : Find(verb)
            ?? throw new UsageException($"'{verb}' is no command. There are {string.Join(", ", Commands.Select(c => c.Syntax.Verb))}.");
        var arguments = Arguments.Parse(command.Syntax, rest);
        if (!arguments.WantsHelp) return await command.RunAsync(arguments, terminal, cancellationToken);
        await terminal.Out.WriteAsync(CommandHelp.Of(command.Syntax));
        return ExitStatus.Done;
    }

    private static Command? Find(string verb) => Commands.FirstOrDefault(command => command.Syntax.Verb == verb);

    // The options of every command may stand before the verb too.
    private static (string? Verb, List<string> Others) SplitVerb(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].StartsWith('-')) return (words[i], [.. words[..i], .. words[(i + 1)..]]);
            if (CommandSyntax.Common.Any(option => words[i] == "--" + option.Name)) i++;
        }
        return (null, [.. words]);
    }
}
