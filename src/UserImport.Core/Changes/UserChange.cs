namespace UserImport.Planning;

/// <summary>What one accepted row does to one user.</summary>
public sealed record UserChange
{
    /// <summary>Where the change stands in its change set, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The row of the file; 0 for a change that undoes another one.</summary>
    public required int Row { get; init; }

    /// <summary>What the change does.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The user as seen at the check, with the host's version token (P4); null for a new user.</summary>
    public UserRecord? Before { get; init; }

    /// <summary>The user as planned, every value included; managers with their addresses in the final state (F3).</summary>
    public required UserRecord After { get; init; }

    /// <summary>The fields that change, old and new value as the export would write them (K2); none for an invitation alone.</summary>
    /// <remarks>Those of a new user are made each time somebody asks: go through them once.</remarks>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    /// <summary>Whether the user gets an invitation (F5).</summary>
    public bool SendInvitation { get; init; }

    /// <summary>Numbers of the changes that must be applied before this one, or in the same batch (P3).</summary>
    public IReadOnlyList<int> Needs { get; init; } = [];

    /// <summary>Changes of the same group are applied as a whole or not at all (P4); null for a change on its own.</summary>
    public int? Group { get; init; }
}

/// <summary>One field of a change, in the words of the export.</summary>
/// <param name="Column">The key of the column.</param>
/// <param name="Old">The cell text before; empty for a new user.</param>
/// <param name="New">The cell text after.</param>
public sealed record FieldChange(string Column, string Old, string New);

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>A new user.</summary>
    Added,

    /// <summary>An existing user gets other values.</summary>
    Updated,

    /// <summary>An existing user gets an invitation and nothing else (K2).</summary>
    Invited,
}
