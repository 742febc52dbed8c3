namespace UserImport.Benchmarks.Workloads;

/// <summary>The shared strings of a workbook that is being written.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private int _uses;

    public bool IsEmpty => _indexes.Count == 0;

    public int IndexOf(string text)
    {
        _uses++;
        if (_indexes.TryGetValue(text, out var index)) return index;
        _indexes.Add(text, _indexes.Count);
        return _indexes.Count - 1;
    }

    public void Write(Utf8Sink sink)
    {
        sink.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\""u8)
            .Number(_uses).Raw("\" uniqueCount=\""u8).Number(_indexes.Count).Raw("\">"u8);
        foreach (var text in _indexes.Keys) sink.Raw("<si><t>"u8).Text(text).Raw("</t></si>"u8);
        sink.Raw("</sst>"u8).Flush();
    }
}
