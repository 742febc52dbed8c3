namespace UserImport.Spreadsheets.Cells;

/// <summary>A defined name of a workbook.</summary>
/// <param name="Name">The name.</param>
/// <param name="Formula">What it stands for, as written.</param>
/// <param name="LocalSheet">The index of the one sheet that knows it; null if the whole workbook does.</param>
internal sealed record DefinedName(string Name, string Formula, int? LocalSheet);
