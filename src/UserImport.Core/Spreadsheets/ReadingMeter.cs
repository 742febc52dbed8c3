using UserImport.Spreadsheets.Utf8;

namespace UserImport.Spreadsheets;

/// <summary>How workbooks are read and what it costs, where somebody wants to choose the reader or to count.</summary>
internal sealed class ReadingMeter
{
    /// <summary>The window of the tokenizer at first; 0 leaves everything to the XmlReader.</summary>
    public int WindowBytes { get; init; } = Utf8Window.UsualBytes;

    /// <summary>How many bytes came out of the archive.</summary>
    public long InflatedBytes { get; set; }
}
