using System.Globalization;
using System.Numerics;
using System.Text;
using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>Finds the defined name that was probably meant: few letters differ (M4).</summary>
/// <remarks>The same unknown name is looked for once, and all searches together stop at a fixed effort.</remarks>
internal sealed class ClosestName
{
    private const long MostComparedLetters = 100_000_000;
    private const int LongestName = 100;

    private readonly (string Name, string Letters, ulong Set)[] _names;
    private readonly Dictionary<string, string?> _known = new(NameKey.Comparer);
    private long _compared;

    public ClosestName(IEnumerable<string> names) =>
        _names = [.. names.Select(name => (Name: name, Letters: Letters(name))).Select(one => (one.Name, one.Letters, SetOf(one.Letters)))];

    /// <summary>Returns the closest name; null if none is close.</summary>
    public string? To(string name)
    {
        if (_known.TryGetValue(name, out var known)) return known;
        if (_compared > MostComparedLetters || name.Length > LongestName) return null;
        return _known[name] = Search(Letters(name));
    }

    private string? Search(string wanted)
    {
        string? closest = null;
        var limit = Math.Max(1, wanted.Length / 3) + 1;
        var set = SetOf(wanted);
        _compared += _names.Length;
        foreach (var (name, letters, letterSet) in _names)
        {
            if (Math.Abs(letters.Length - wanted.Length) >= limit || letters.Length > LongestName) continue;
            // Every letter that only one of the two has is a difference of its own.
            if (BitOperations.PopCount(set & ~letterSet) >= limit || BitOperations.PopCount(letterSet & ~set) >= limit) continue;
            var distance = Distance(wanted, letters, limit);
            if (distance >= limit) continue;
            (closest, limit) = (name, distance);
            if (distance == 0) break;
        }
        return closest;
    }

    // Insertions, deletions, replacements and swapped neighbours; the search gives up a name beyond the limit.
    private int Distance(string one, string other, int limit)
    {
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> above = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            _compared += other.Length;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }
            if (least >= limit) return limit;
            var oldest = before;
            before = above;
            above = row;
            row = oldest;
        }
        return above[other.Length];
    }

    private static ulong SetOf(string letters)
    {
        var set = 0UL;
        foreach (var letter in letters) set |= 1UL << (letter & 63);
        return set;
    }

    // Case, accents and spaces are what people vary most; they do not count.
    private static string Letters(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in NameKey.Of(name).ToUpperInvariant().Normalize(NormalizationForm.FormD))
            if (c != ' ' && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                letters.Append(c);
        return letters.ToString();
    }
}
