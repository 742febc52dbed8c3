namespace OnlineAcademy.Commands;

/// <summary>How a command is written: its verb, its operands, its options.</summary>
/// <param name="Verb">The word that chooses the command.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Operands">The files it takes, such as <c>FILE.xlsx</c>.</param>
/// <param name="Options">The options besides those of every command.</param>
internal sealed record CommandSyntax(string Verb, string Summary, string[] Operands, params CommandOption[] Options)
{
    /// <summary>The options of every command.</summary>
    public static readonly CommandOption[] Common =
    [
        new("database", "FILE", "The SQLite file to work on; made with the sample's users if there is none."),
        new("postgres", "CONNECTION", "Work on PostgreSQL instead; the connection string in the form of Npgsql."),
        new("seed", "N", "Give a database that is made now N users instead of the sample's own."),
    ];

    /// <summary>Whether the last operand may be given several times.</summary>
    public bool TakesMany => Operands is [.., var last] && last.EndsWith('…');

    /// <summary>Returns the option of a name, of this command or of every one.</summary>
    public CommandOption? Find(string name) => Options.Concat(Common).FirstOrDefault(option => option.Name == name);
}

/// <summary>An option of a command.</summary>
/// <param name="Name">The name, without the two dashes.</param>
/// <param name="Value">What stands behind it; null for a switch.</param>
/// <param name="Help">What it does, in one sentence.</param>
internal sealed record CommandOption(string Name, string? Value, string Help);
