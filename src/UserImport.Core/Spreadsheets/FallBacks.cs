namespace UserImport.Spreadsheets;

/// <summary>Counts how often the tokenizer left a part to the XmlReader: never, for the usual spelling of any program.</summary>
internal sealed class FallBacks
{
    public int Count { get; set; }
}
