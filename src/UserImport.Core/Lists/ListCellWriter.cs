using UserImport.Columns;

namespace UserImport.Lists;

/// <summary>
/// Writes list cells so that they have one reading (R6): an entry is quoted if it holds a comma, begins with a quote, or stands
/// beside others that together read as a defined name with a comma. Not for several threads.
/// </summary>
internal sealed class ListCellWriter
{
    private const char Quote = '"';
    private const string Separator = ", ";
    private const int Few = 16;

    private readonly List<string> _cleaned = []; // the entries of the cell that is being written
    private readonly HashSet<string> _namesWithCommas = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<int>> _lengths = new(StringComparer.OrdinalIgnoreCase); // in entries, by the first of them

    public ListCellWriter(IEnumerable<string> definedNames)
    {
        foreach (var defined in definedNames)
        {
            if (!defined.Contains(',', StringComparison.Ordinal)) continue;
            var name = CellText.FoldSpaces(CellText.Clean(defined));
            _namesWithCommas.Add(name);
            var first = name[..name.IndexOf(',', StringComparison.Ordinal)];
            if (!_lengths.TryGetValue(first, out var lengths)) _lengths.Add(first, lengths = []);
            lengths.Add(name.AsSpan().Count(',') + 1);
        }
    }

    /// <summary>Returns the text of a cell with these entries, in their order; blank ones and repetitions are left out.</summary>
    public string Write(IReadOnlyList<string> entries)
    {
        Clean(new Items<string>(entries));
        var quoted = default(bool[]);
        for (var i = 0; i < _cleaned.Count; i++)
            if (NeedsQuotes(_cleaned[i])) (quoted ??= new bool[_cleaned.Count])[i] = true;
        if (_lengths.Count > 0 && _cleaned.Count > 1) QuoteMisleadingRuns(_cleaned, quoted ??= new bool[_cleaned.Count]);
        for (var i = 0; i < quoted?.Length; i++)
            if (quoted[i]) _cleaned[i] = $"\"{_cleaned[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return _cleaned.Count == 1 ? _cleaned[0] : string.Join(Separator, _cleaned);
    }

    private void Clean(Items<string> entries)
    {
        _cleaned.Clear();
        HashSet<string>? seen = null; // a short list is sooner searched than hashed
        for (var i = 0; i < entries.Count; i++)
        {
            var text = CellText.Clean(entries[i]);
            if (_cleaned.Count == Few) seen ??= new HashSet<string>(_cleaned, StringComparer.Ordinal);
            if (text.Length > 0 && (seen is null ? !_cleaned.Contains(text) : seen.Add(text))) _cleaned.Add(text);
        }
    }

    private static bool NeedsQuotes(string entry) => entry[0] == Quote || entry.Contains(',', StringComparison.Ordinal);

    private void QuoteMisleadingRuns(List<string> entries, bool[] quoted)
    {
        for (var start = 0; start < entries.Count - 1; start++)
        {
            if (!_lengths.TryGetValue(CellText.FoldSpaces(entries[start]), out var lengths)) continue;
            foreach (var length in lengths)
            {
                if (length > entries.Count - start) continue;
                var run = entries.GetRange(start, length);
                // An entry with a comma is quoted anyway and ends every run.
                if (!run.Exists(NeedsQuotes) && _namesWithCommas.Contains(CellText.FoldSpaces(string.Join(Separator, run))))
                    Array.Fill(quoted, true, start, length);
            }
        }
    }
}
