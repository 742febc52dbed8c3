namespace UserImport.Rules;

/// <summary>The values that a row plans for its user, read against the organisational structure; managers still as addresses.</summary>
internal sealed class PlannedUser
{
    /// <summary>The number as the row has it. The stored one of an existing user is never rewritten (M1).</summary>
    public required string EmployeeNumber { get; init; }

    public string FirstName { get; set; } = "";

    public string Prefix { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Email { get; set; } = "";

    public string Company { get; set; } = "";

    public string Department { get; set; } = "";

    public IReadOnlyList<string> Functions { get; set; } = [];

    public string CostCenter { get; set; } = "";

    public bool Active { get; set; }

    public string Language { get; set; } = "";

    public IReadOnlyList<string> Teams { get; set; } = [];

    /// <summary>The addresses in the Managers cell, each once; null if the managers stay as they are.</summary>
    public IReadOnlyList<string>? Managers { get; set; }

    /// <summary>The keys of those addresses.</summary>
    public string[]? ManagerKeys { get; set; }

    public Dictionary<string, string>? Custom { get; set; }

    /// <summary>Whether the row asks for an invitation.</summary>
    public bool SendInvitation { get; set; }
}
