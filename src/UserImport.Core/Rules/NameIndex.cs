using UserImport.Columns;
using UserImport.Lists;

namespace UserImport.Rules;

/// <summary>The defined names of one kind: found in their exact spelling first, then ignoring case (M3).</summary>
internal sealed class NameIndex
{
    private const int MostLists = 1_024;
    private const int LongestList = 256;

    private readonly Dictionary<string, OrgUnit> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrgUnit> _folded = new(NameKey.Comparer);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);
    private ClosestName? _closest;

    public NameIndex(IEnumerable<OrgUnit> units)
    {
        foreach (var unit in units)
        {
            var key = NameKey.Of(unit.Name);
            if (key.Length == 0) continue;
            // A unit in use wins over a retired one of the same name.
            if (!_exact.TryGetValue(key, out var other) || (other.IsRetired && !unit.IsRetired)) _exact[key] = unit;
            if (!_folded.TryGetValue(key, out other) || (other.IsRetired && !unit.IsRetired)) _folded[key] = unit;
        }
        WithCommas = new CommaNames(_exact.Keys);
    }

    /// <summary>The names with commas, which list cells are searched for (R6).</summary>
    public CommaNames WithCommas { get; }

    /// <summary>The names that can be assigned.</summary>
    public IEnumerable<string> InUse => _exact.Values.Where(unit => !unit.IsRetired).Select(unit => unit.Name);

    /// <summary>Returns the unit of a name; null if there is none.</summary>
    public OrgUnit? Find(string name)
    {
        var key = NameKey.Of(name);
        return _exact.GetValueOrDefault(key) ?? _folded.GetValueOrDefault(key);
    }

    /// <summary>Returns what a list cell was found to say; null if nobody has read one of that text yet, or it was not to be kept.</summary>
    public IReadOnlyList<string>? FindList(string cell) => _lists.GetValueOrDefault(cell);

    /// <summary>Keeps what a list cell without a fault says: many rows have the same one, and then the same list.</summary>
    public IReadOnlyList<string> KeepList(string cell, IReadOnlyList<string> names)
    {
        if (_lists.Count < MostLists && cell.Length <= LongestList) _lists[cell] = names;
        return names;
    }

    /// <summary>Returns the closest name that can be assigned; null if none is close (M4).</summary>
    public string? Closest(string name) => (_closest ??= new ClosestName(InUse)).To(name);
}
