namespace UserImport.Columns;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>The employee number: digits that a spreadsheet program may have damaged (R2, R3).</summary>
    EmployeeNumber,

    /// <summary>An email address (M6).</summary>
    Email,

    /// <summary>The name of one unit of the organisational structure (M3).</summary>
    UnitName,

    /// <summary>A list with commas (R6).</summary>
    List,

    /// <summary><c>x</c> or blank (R5).</summary>
    Flag,

    /// <summary>A language, by code or name (M8).</summary>
    Language,
}
