namespace UserImport.Rows;

/// <summary>A row that is not imported.</summary>
/// <param name="Row">The row number that Excel shows.</param>
/// <param name="Cells">What the cells of the known columns held, by column key; blank and absent ones have no entry.</param>
/// <param name="Issues">Why it is not imported, all reasons.</param>
public sealed record RejectedRow(int Row, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<ImportIssue> Issues);
