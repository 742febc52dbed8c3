using System.Text;

namespace OnlineAcademy.Commands;

/// <summary>The text behind <c>--help</c>.</summary>
internal static class CommandHelp
{
    private const string Program = "OnlineAcademy";

    /// <summary>Returns the help of one command.</summary>
    public static string Of(CommandSyntax syntax)
    {
        var help = new StringBuilder();
        help.Append("Usage: ").Append(Usage(syntax)).Append("\n\n").Append(syntax.Summary).Append("\n\nOptions:\n");
        foreach (var option in syntax.Options.Concat(CommandSyntax.Common))
            help.Append("  ").Append(Written(option).PadRight(26)).Append(option.Help).Append('\n');
        help.Append("\nExit status: 0 done, 2 the file was refused as a whole, 3 stopped by a brake, 1 anything else.\n");
        return help.ToString();
    }

    /// <summary>Returns the help of the whole program.</summary>
    public static string OfAll(CommandSyntax pages, IEnumerable<CommandSyntax> commands)
    {
        var help = new StringBuilder("The sample host of UserImport.Core: an academy whose users are imported from Excel.\n\nUsage:\n");
        foreach (var syntax in commands.Prepend(pages))
            help.Append("  ").Append(Usage(syntax)).Append("\n      ").Append(syntax.Summary).Append('\n');
        help.Append("\nEvery command:\n");
        foreach (var option in CommandSyntax.Common)
            help.Append("  ").Append(Written(option).PadRight(26)).Append(option.Help).Append('\n');
        help.Append("\nWithout --database and --postgres: ").Append(Data.DatabaseChoice.DefaultFile).Append('\n');
        return help.ToString();
    }

    private static string Usage(CommandSyntax syntax)
    {
        var words = new List<string> { Program };
        if (syntax.Verb.Length > 0) words.Add(syntax.Verb);
        words.AddRange(syntax.Operands);
        words.AddRange(syntax.Options.Select(option => $"[{Written(option)}]"));
        return string.Join(' ', words);
    }

    private static string Written(CommandOption option) =>
        option.Value is null ? $"--{option.Name}" : $"--{option.Name} {option.Value}";
}
