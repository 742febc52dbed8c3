namespace UserImport.Tests.Reference;

/// <summary>All readings of a list cell (R6), by trying every way to join the pieces between commas.</summary>
internal static class ListReading
{
    /// <summary>Returns every reading with the fewest unknown entries; null if a quote is not closed or is followed by text.</summary>
    public static IReadOnlyList<IReadOnlyList<string>>? Readings(string cell, IReadOnlyCollection<string> names)
    {
        if (!Split(cell, 0, out var pieces)) return null;
        var all = new List<IReadOnlyList<string>>();
        Join(cell, pieces, 0, [], names, all);
        var fewest = all.Min(reading => Unknown(reading, names));
        return all.Where(reading => Unknown(reading, names) == fewest)
            .DistinctBy(reading => string.Join('\n', reading.Select(entry => Fold(entry)).Distinct().Order(StringComparer.Ordinal)))
            .ToList();
    }

    /// <summary>A name as M3 compares it.</summary>
    public static string Fold(string name) =>
        string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();

    public static string? Find(string entry, IEnumerable<string> names)
    {
        var equal = names.Where(name => Fold(name) == Fold(entry)).ToList();
        return equal.Contains(entry) ? entry : equal.FirstOrDefault();
    }

    private static int Unknown(IReadOnlyList<string> reading, IReadOnlyCollection<string> names) =>
        reading.Count(entry => Find(entry, names) is null);

    private static void Join(string cell, List<Piece> pieces, int at, List<string> sofar, IReadOnlyCollection<string> names,
        List<IReadOnlyList<string>> all)
    {
        if (at == pieces.Count)
        {
            all.Add(sofar);
            return;
        }
        if (pieces[at].Literal is { } literal)
        {
            Join(cell, pieces, at + 1, With(sofar, literal), names, all);
            return;
        }
        for (var end = at; end < pieces.Count && pieces[end].Literal is null; end++)
        {
            var text = cell[pieces[at].Start..pieces[end].End].Trim();
            if (end == at || Find(text, names) is not null) Join(cell, pieces, end + 1, With(sofar, text), names, all);
        }
    }

    private static List<string> With(List<string> sofar, string entry) =>
        entry.Length == 0 || sofar.Contains(entry) ? sofar : [.. sofar, entry];

    private static bool Split(string cell, int start, out List<Piece> pieces)
    {
        pieces = [];
        while (start <= cell.Length)
        {
            var from = start;
            while (from < cell.Length && cell[from] == ' ') from++;
            if (from < cell.Length && cell[from] == '"')
            {
                var literal = "";
                var at = from + 1;
                for (; at < cell.Length; at++)
                {
                    if (cell[at] != '"') literal += cell[at];
                    else if (at + 1 < cell.Length && cell[at + 1] == '"') literal += cell[at++];
                    else break;
                }
                if (at >= cell.Length) return false;
                at++;
                while (at < cell.Length && cell[at] == ' ') at++;
                if (at < cell.Length && cell[at] != ',') return false;
                pieces.Add(new Piece(start, at, literal.Trim()));
                start = at + 1;
                continue;
            }
            var comma = cell.IndexOf(',', start);
            var end = comma < 0 ? cell.Length : comma;
            pieces.Add(new Piece(start, end, null));
            start = end + 1;
        }
        return true;
    }

    private sealed record Piece(int Start, int End, string? Literal);
}
