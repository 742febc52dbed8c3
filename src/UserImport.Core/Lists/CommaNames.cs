using UserImport.Columns;

namespace UserImport.Lists;

/// <summary>The defined names that hold commas, by what stands before the first one: only there can a list cell hold such a name (R6).</summary>
internal sealed class CommaNames
{
    private readonly Dictionary<string, SortedSet<int>> _pieces = new(NameKey.Comparer);

    public CommaNames(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (!name.Contains(',', StringComparison.Ordinal)) continue;
            var pieces = name.Split(',').Select(NameKey.Of).Where(piece => piece.Length > 0).ToList();
            if (pieces.Count < 2) continue;
            if (!_pieces.TryGetValue(pieces[0], out var counts)) _pieces.Add(pieces[0], counts = []);
            counts.Add(pieces.Count);
        }
    }

    /// <summary>No names.</summary>
    public static CommaNames None { get; } = new([]);

    /// <summary>Returns those among a few names.</summary>
    public static CommaNames Among(IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i].Contains(',', StringComparison.Ordinal)) return new CommaNames(names);
        return None;
    }

    public bool IsEmpty => _pieces.Count == 0;

    /// <summary>Returns of how many pieces of a list cell the names consist that begin with a piece, ascending; each at least two.</summary>
    public IReadOnlyCollection<int> PiecesFrom(string first) =>
        _pieces.Count > 0 && _pieces.TryGetValue(NameKey.Of(first), out var counts) ? counts : [];
}
