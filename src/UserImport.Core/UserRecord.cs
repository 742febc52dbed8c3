namespace UserImport;

/// <summary>A user as the host stores them, with every value that the import knows.</summary>
/// <remarks>Text that a user does not have is the empty string; values are compared after cleaning (rule R1).</remarks>
public sealed record UserRecord
{
    /// <summary>Who the user is: the stored employee number, compared ordinally ignoring ASCII case (M1).</summary>
    public required string EmployeeNumber { get; init; }

    /// <summary>The first name.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>What stands between first and last name, such as 'van der'; empty if there is none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The last name.</summary>
    public string LastName { get; init; } = "";

    /// <summary>The email address as stored; compared ignoring ASCII case, its domain in ASCII form (M6).</summary>
    public string Email { get; init; } = "";

    /// <summary>The name of the company.</summary>
    public string Company { get; init; } = "";

    /// <summary>The name of the department.</summary>
    public string Department { get; init; } = "";

    /// <summary>The names of the functions, in any order.</summary>
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>The cost center; empty if there is none.</summary>
    public string CostCenter { get; init; } = "";

    /// <summary>Whether the user can log in.</summary>
    public bool Active { get; init; }

    /// <summary>The code of the language, such as <c>nl</c>.</summary>
    public string Language { get; init; } = "";

    /// <summary>The names of the teams, in any order.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>The managers, in any order; compared by person, not by address (F3).</summary>
    public IReadOnlyList<UserReference> Managers { get; init; } = [];

    /// <summary>The values of the host's own columns by column key (C6); a missing key is the empty string.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = EmptyCustom;

    /// <summary>Why the user may not be changed, in the host's words; null if they may (M9).</summary>
    public string? Locked { get; init; }

    /// <summary>The host's version token, a shortcut for 'nobody changed this user'; null if the host has none (P4).</summary>
    public string? Version { get; init; }

    internal static IReadOnlyDictionary<string, string> EmptyCustom { get; } =
        new Dictionary<string, string>(0, StringComparer.Ordinal);
}
