using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>The values that a row plans for its user, read against the organisational structure; managers still as addresses.</summary>
/// <param name="columns">How many columns the table has.</param>
internal sealed class PlannedUser(int columns) : UserValues(columns)
{
    /// <summary>The number of the user: the stored one is never rewritten (M1).</summary>
    public string EmployeeNumber => Of<string>(UserColumns.EmployeeNumber);

    public string Email => Of<string>(UserColumns.Email);

    public bool Active => Of<bool>(UserColumns.Active);

    /// <summary>Whether the row asks for an invitation.</summary>
    public bool SendInvitation => Of<bool>(UserColumns.SendInvitation);

    /// <summary>The addresses in the Managers cell, each once; null if the managers stay as they are.</summary>
    public IReadOnlyList<string>? Managers { get; set; }

    /// <summary>The keys of those addresses.</summary>
    public string[]? ManagerKeys { get; set; }
}
