using UserImport.Rows;

namespace UserImport.Lists;

/// <summary>The one way to read a list cell, or two of several (R6).</summary>
/// <param name="Entries">The names, in the order of the cell.</param>
/// <param name="Other">A second reading that is as good; null if there is only one.</param>
internal sealed record ListReading(IReadOnlyList<string> Entries, IReadOnlyList<string>? Other)
{
    /// <summary>Reads the entries of a cell: neighbours that together are a defined name with a comma may be that name.</summary>
    /// <param name="cell">The text of the cell.</param>
    /// <param name="entries">Its pieces between the commas.</param>
    /// <param name="piecesFrom">Of how many pieces the defined names consist that begin with a piece, ascending.</param>
    /// <param name="isDefined">Whether a name is defined.</param>
    public static ListReading Of(string cell, IReadOnlyList<ListEntry> entries, Func<string, IEnumerable<int>> piecesFrom, Func<string, bool> isDefined)
    {
        // Backwards: the fewest unknown names from each piece on, and how many pieces the first and second best way take.
        var fewest = new int[entries.Count + 1];
        var ways = new int[entries.Count + 1];
        var first = new int[entries.Count];
        var second = new int[entries.Count];
        ways[^1] = 1;
        var quoted = entries.Count; // the first quoted piece behind: no name reaches over it
        for (var at = entries.Count - 1; at >= 0; at--)
        {
            var text = entries[at].Text;
            (fewest[at], ways[at], first[at]) = ((isDefined(text) ? 0 : 1) + fewest[at + 1], ways[at + 1], 1);
            if (entries[at].IsQuoted) quoted = at;
            foreach (var pieces in piecesFrom(text))
            {
                if (at + pieces > quoted) break;
                if (!isDefined(Name(cell, entries, at, pieces))) continue;
                var all = fewest[at + pieces];
                if (all < fewest[at]) (fewest[at], ways[at], first[at], second[at]) = (all, ways[at + pieces], pieces, 0);
                else if (all == fewest[at])
                {
                    ways[at] = Math.Min(2, ways[at] + ways[at + pieces]);
                    if (second[at] == 0) second[at] = pieces;
                }
            }
        }
        var one = Follow(cell, entries, first, null, null);
        return new ListReading(one, ways[0] > 1 ? Follow(cell, entries, first, second, ways) : null);
    }

    private static List<string> Follow(string cell, IReadOnlyList<ListEntry> entries, int[] first, int[]? second, int[]? ways)
    {
        var names = new List<string>();
        var differs = second is null;
        for (var at = 0; at < entries.Count;)
        {
            var pieces = first[at];
            // The second reading leaves the first where its rest has no other way: there lies the choice.
            if (!differs && ways![at + pieces] == 1) (pieces, differs) = (second![at], true);
            names.Add(Name(cell, entries, at, pieces));
            at += pieces;
        }
        return names;
    }

    private static string Name(string cell, IReadOnlyList<ListEntry> entries, int at, int pieces) =>
        pieces == 1 ? entries[at].Text : cell[entries[at].Start..entries[at + pieces - 1].End];
}
