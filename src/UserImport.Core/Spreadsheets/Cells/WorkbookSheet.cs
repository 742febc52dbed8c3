namespace UserImport.Spreadsheets.Cells;

/// <summary>A worksheet of a workbook.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="IsHidden">Whether it is hidden or very hidden.</param>
/// <param name="Index">Its place among all sheets, charts and modules included, from 0: what a defined name of one sheet refers to.</param>
/// <param name="Part">The folded name of its part; null if the workbook does not say.</param>
internal sealed record WorkbookSheet(string Name, bool IsHidden, int Index, string? Part);
