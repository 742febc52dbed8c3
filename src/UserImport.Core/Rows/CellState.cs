namespace UserImport.Rows;

/// <summary>How a cell came to its text.</summary>
internal enum CellState : byte
{
    /// <summary>Nothing in it.</summary>
    Blank,

    /// <summary>Text, cleaned by R1.</summary>
    Text,

    /// <summary>A number, written the way a person sees it (R2).</summary>
    Number,

    /// <summary>TRUE.</summary>
    True,

    /// <summary>FALSE.</summary>
    False,

    /// <summary>It holds something that is no value: damaged, an error, a date. The row is rejected; it is never a blank (R4).</summary>
    Unreadable,
}
