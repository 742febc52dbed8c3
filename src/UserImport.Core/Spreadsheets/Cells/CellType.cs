namespace UserImport.Spreadsheets.Cells;

/// <summary>What a cell says that it holds: its attribute <c>t</c>.</summary>
internal enum CellType : byte
{
    /// <summary>No <c>t</c>, or <c>n</c>.</summary>
    Number,

    /// <summary><c>s</c>: the index of a shared string.</summary>
    Shared,

    /// <summary><c>str</c>: the text that a formula gave.</summary>
    Text,

    /// <summary><c>inlineStr</c>.</summary>
    Inline,

    /// <summary><c>b</c>.</summary>
    Boolean,

    /// <summary><c>e</c>.</summary>
    Error,

    /// <summary><c>d</c>.</summary>
    Date,

    /// <summary>Anything else.</summary>
    Unknown,
}
