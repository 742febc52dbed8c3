using System.Globalization;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Commands;

/// <summary>The operands and options of one call, parsed and checked against the command's syntax.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    private Arguments(CommandSyntax syntax) => Syntax = syntax;

    /// <summary>The syntax that they follow.</summary>
    public CommandSyntax Syntax { get; }

    /// <summary>The operands, in order.</summary>
    public List<string> Operands { get; } = [];

    /// <summary>Whether somebody asked for help instead.</summary>
    public bool WantsHelp { get; private set; }

    /// <summary>The value of an option; null if it is not given.</summary>
    public string? this[string option] => _options.GetValueOrDefault(option);

    /// <summary>Whether an option is given.</summary>
    public bool Has(string option) => _options.ContainsKey(option);

    /// <summary>The action that <c>--action</c> names; adds and updates if it is not given.</summary>
    public ImportAction Action => this["action"] is not { } name ? ImportAction.AddAndUpdate
        : Enum.GetNames<ImportAction>().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<ImportAction>(found)
            : throw new UsageException($"'{name}' is no action. Choose {string.Join(", ", Enum.GetNames<ImportAction>())}.");

    /// <summary>The language that <c>--language</c> names; English if it is not given.</summary>
    public CultureInfo Culture => this["language"] switch
    {
        null or "en" => CultureInfo.GetCultureInfo("en"),
        "nl" => CultureInfo.GetCultureInfo("nl"),
        var other => throw new UsageException($"'{other}' is no language of the messages. Choose en or nl."),
    };

    /// <summary>The database that the call works on.</summary>
    public DatabaseChoice Database
    {
        get
        {
            if (Has("database") && Has("postgres")) throw new UsageException("Give --database or --postgres, not both.");
            int? users = null;
            if (this["seed"] is { } text)
                users = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 1_000_000
                    ? n
                    : throw new UsageException($"--seed takes a number of users from 0 to 1000000, not '{text}'.");
            return this["postgres"] is { } connection
                ? new DatabaseChoice(null, connection, users)
                : new DatabaseChoice(this["database"] ?? DatabaseChoice.DefaultFile, null, users);
        }
    }

    /// <summary>Reads the words behind the verb.</summary>
    public static Arguments Parse(CommandSyntax syntax, IReadOnlyList<string> words)
    {
        var arguments = new Arguments(syntax);
        var optionsEnded = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (optionsEnded || word.Length < 2 || word[0] != '-') arguments.Operands.Add(word);
            else if (word == "--") optionsEnded = true;
            else if (word is "--help" or "-h" or "-?") arguments.WantsHelp = true;
            else arguments.ReadOption(word, words, ref i);
        }
        if (!arguments.WantsHelp) arguments.CheckOperands();
        return arguments;
    }

    private void ReadOption(string word, IReadOnlyList<string> words, ref int i)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? word : word[..equals]).TrimStart('-');
        var option = word.StartsWith("--", StringComparison.Ordinal) ? Syntax.Find(name) : null;
        if (option is null) throw new UsageException($"'{word}' is no option of this command.");
        string value;
        if (option.Value is null)
            value = equals < 0 ? "" : throw new UsageException($"--{name} takes no value.");
        else if (equals >= 0)
            value = word[(equals + 1)..];
        else
            value = ++i < words.Count ? words[i] : throw new UsageException($"--{name} wants a value: --{name} {option.Value}.");
        if (option.Value is not null && value.Length == 0) throw new UsageException($"--{name} wants a value: --{name} {option.Value}.");
        if (!_options.TryAdd(name, value)) throw new UsageException($"--{name} is given twice.");
    }

    private void CheckOperands()
    {
        if (Operands.Count < Syntax.Operands.Length)
            throw new UsageException($"{Syntax.Operands[Operands.Count].TrimEnd('…')} is missing.");
        if (Operands.Count > Syntax.Operands.Length && !Syntax.TakesMany)
            throw new UsageException($"'{Operands[Syntax.Operands.Length]}' is one word too many.");
    }
}

/// <summary>A call that nobody can make sense of; the message says what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
