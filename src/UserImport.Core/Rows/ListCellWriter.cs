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

    private readonly HashSet<string> _namesWithCommas = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _longestRun = 1;

    public ListCellWriter(IEnumerable<string> definedNames)
    {
        foreach (var defined in definedNames)
        {
            if (!defined.Contains(',', StringComparison.Ordinal)) continue;
            var name = CellText.FoldSpaces(CellText.Clean(defined));
            _namesWithCommas.Add(name);
            _longestRun = Math.Max(_longestRun, name.AsSpan().Count(',') + 1);
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
        if (_longestRun > 1) QuoteMisleadingRuns(cleaned, quoted);

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
        foreach (var entry in entries)
        {
            var text = CellText.Clean(entry);
            if (text.Length > 0 && !cleaned.Contains(text)) cleaned.Add(text);
        }
        return cleaned;
    }

    private static bool NeedsQuotes(string entry) => entry[0] == Quote || entry.Contains(',', StringComparison.Ordinal);

    private void QuoteMisleadingRuns(List<string> entries, bool[] quoted)
    {
        for (var start = 0; start < entries.Count - 1; start++)
        {
            var run = entries[start];
            for (var next = start + 1; next < entries.Count && next - start < _longestRun; next++)
            {
                // An entry with a comma is quoted anyway and ends every run.
                if (NeedsQuotes(entries[start]) || NeedsQuotes(entries[next])) break;
                run = string.Concat(run, Separator, entries[next]);
                if (_namesWithCommas.Contains(CellText.FoldSpaces(run))) Array.Fill(quoted, true, start, next - start + 1);
            }
        }
    }
}
