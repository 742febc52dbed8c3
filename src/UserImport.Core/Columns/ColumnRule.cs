namespace UserImport.Columns;

/// <summary>Returns what is wrong with a value of a host's own column, in words that the administrator reads; null if nothing is (C6).</summary>
/// <param name="value">The text of the cell as the import takes it (R1), never blank, and at most as long as the column allows.</param>
/// <param name="language">The two-letter code of the language in which the reason is wanted: <c>en</c> or <c>nl</c> (K3).</param>
/// <remarks>It must be pure and quick: it is asked for every row in which the value is not what the user has already.</remarks>
public delegate string? ColumnRule(string value, string language);
