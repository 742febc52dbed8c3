namespace UserImport.Spreadsheets.Utf8;

/// <summary>What follows the head of a cell.</summary>
internal enum CellContent : byte
{
    /// <summary>Nothing: the cell has ended.</summary>
    Blank,

    /// <summary>The index of a shared string.</summary>
    Shared,

    /// <summary>An inline text.</summary>
    Inline,

    /// <summary>A number.</summary>
    Number,
}
