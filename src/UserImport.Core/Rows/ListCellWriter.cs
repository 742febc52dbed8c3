using System.Text;
using UserImport.Columns;

namespace UserImport.Rows;

/// <summary>
/// Writes list cells so that they have one reading (R6): an entry is quoted if it holds a comma, begins with a quote, or stands
/// beside others that together read as a defined name with a comma.
/// </summary>
internal sealed class ListCellWriter
{
    private const char Quote = '"';
    private const string Separator = ", ";
    private const int Few = 16;

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
    public string Write(IEnumerable<string> entries)
    {
        var cleaned = Clean(entries);
        if (cleaned.Count == 0) return "";
        if (cleaned.Count == 1 && !NeedsQuotes(cleaned[0])) return cleaned[0];
        var quoted = new bool[cleaned.Count];
        for (var i = 0; i < cleaned.Count; i++) quoted[i] = NeedsQuotes(cleaned[i]);
        if (_lengths.Count > 0) QuoteMisleadingRuns(cleaned, quoted);

        var text = new StringBuilder();
        for (var i = 0; i < cleaned.Count; i++)
        {
            if (i > 0) text.Append(Separator);
            if (!quoted[i]) text.Append(cleaned[i]);
            else text.Append(Quote).Append(cleaned[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append(Quote);
        }
        return text.ToString();
    }

    private static List<string> Clean(IEnumerable<string> entries)
    {
        var cleaned = new List<string>();
        HashSet<string>? seen = null; // a short list is sooner searched than hashed
        foreach (var entry in entries)
        {
            var text = CellText.Clean(entry);
            if (cleaned.Count == Few) seen ??= new HashSet<string>(cleaned, StringComparer.Ordinal);
            if (text.Length > 0 && (seen is null ? !cleaned.Contains(text) : seen.Add(text))) cleaned.Add(text);
        }
        return cleaned;
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
