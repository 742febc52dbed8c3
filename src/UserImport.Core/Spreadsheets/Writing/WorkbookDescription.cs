using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;

namespace UserImport.Spreadsheets.Writing;

/// <summary>What a workbook holds besides its sheets' cells.</summary>
internal sealed record WorkbookDescription
{
    /// <summary>The title, as the file's properties show it.</summary>
    public required string Title { get; init; }

    /// <summary>The code of its language.</summary>
    public required string Language { get; init; }

    /// <summary>The sheets, in their order; the first is shown when the file is opened.</summary>
    public required IReadOnlyList<SheetDescription> Sheets { get; init; }

    /// <summary>The names that formulas, dropdowns and printing use.</summary>
    public required IReadOnlyList<NameDescription> Names { get; init; }

    /// <summary>The formats of cells.</summary>
    public required Stylesheet Styles { get; init; }
}

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="IsHidden">Whether it is shown only on request.</param>
internal sealed record SheetDescription(string Name, bool IsHidden = false);

/// <summary>One defined name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Formula">What it stands for.</param>
/// <param name="Sheet">The index of the sheet to which it belongs; null for the whole workbook.</param>
internal sealed record NameDescription(string Name, string Formula, int? Sheet = null)
{
    /// <summary>Returns a sheet's name as formulas write it.</summary>
    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";
}
