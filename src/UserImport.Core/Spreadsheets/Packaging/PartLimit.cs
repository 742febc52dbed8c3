using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>How many unpacked bytes a part may have, and the option that says so.</summary>
internal readonly record struct PartLimit(string Name, long Bytes)
{
    public static PartLimit Sheet(ImportLimits limits) => new(nameof(limits.SheetBytes), limits.SheetBytes);

    public static PartLimit SharedStrings(ImportLimits limits) => new(nameof(limits.SharedStringBytes), limits.SharedStringBytes);

    public static PartLimit Styles(ImportLimits limits) => new(nameof(limits.StyleBytes), limits.StyleBytes);

    public static PartLimit Other(ImportLimits limits) => new(nameof(limits.OtherPartBytes), limits.OtherPartBytes);
}
