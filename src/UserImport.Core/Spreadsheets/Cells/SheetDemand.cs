namespace UserImport.Spreadsheets.Cells;

/// <summary>What somebody wants of a sheet.</summary>
internal sealed record SheetDemand
{
    /// <summary>All rows that hold something, with all their texts.</summary>
    public static SheetDemand All { get; } = new();

    /// <summary>Counts what is read piece by piece; null to count it with the workbook.</summary>
    public NodeBudget? Effort { get; init; }

    /// <summary>The window of the tokenizer at first, and 0 to leave everything to the XmlReader; null for what the workbook says.</summary>
    public int? WindowBytes { get; init; }

    /// <summary>Whether rows are given that hold nothing.</summary>
    public bool BlankRows { get; init; }

    /// <summary>
    /// How many characters of the text in a column (from 1) are needed, at least one; null for all. A text may be cut to them: hundreds of
    /// texts of the greatest length in one row would otherwise be kept for nobody.
    /// </summary>
    public Func<int, int>? Characters { get; init; }
}
