namespace UserImport.Spreadsheets.Cells;

/// <summary>How workbooks are read and what it costs, where somebody wants to choose the reader or to count.</summary>
internal sealed class ReadingMeter
{
    /// <summary>How large the window of the tokenizer usually is at first.</summary>
    public const int UsualWindowBytes = 128 * 1024;

    /// <summary>The window of the tokenizer at first; 0 leaves everything to the XmlReader.</summary>
    public int WindowBytes { get; init; } = UsualWindowBytes;

    /// <summary>How many bytes came out of the archive.</summary>
    public long InflatedBytes { get; set; }
}
