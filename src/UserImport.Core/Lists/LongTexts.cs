namespace UserImport.Lists;

/// <summary>The unusually long texts of a file, each kept once and split once however many cells hold it: a shared string costs a few bytes a cell.</summary>
internal sealed class LongTexts
{
    /// <summary>From how many characters on a text is unusually long.</summary>
    public const int FromLength = 1_024;

    private const int MostLists = 16; // in pieces, a list takes many times its text

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ListEntry>?> _lists = new(StringComparer.Ordinal);

    /// <summary>Returns the text, of a long one the first instance.</summary>
    public string Keep(string text)
    {
        if (text.Length < FromLength || _texts.Add(text)) return text;
        _texts.TryGetValue(text, out var first);
        return first!;
    }

    /// <summary>Forgets what was split: a check that is over may be kept for long.</summary>
    public void ForgetLists() => _lists.Clear();

    /// <summary>Splits a list cell; null if a quotation mark is not closed, or text follows it (R6).</summary>
    public IReadOnlyList<ListEntry>? Split(string cell)
    {
        if (cell.Length < FromLength) return ListCell.Split(cell);
        if (_lists.TryGetValue(cell, out var entries)) return entries;
        if (_lists.Count == MostLists) _lists.Clear();
        return _lists[cell] = ListCell.Split(cell);
    }
}
