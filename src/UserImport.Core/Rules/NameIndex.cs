namespace UserImport.Rules;

/// <summary>The defined names of one kind: found in their exact spelling first, then ignoring case (M3).</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, OrgUnit> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrgUnit> _folded = new(NameKey.Comparer);
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
        MostCommas = _exact.Keys.Select(key => key.Count(c => c == ',')).DefaultIfEmpty().Max();
    }

    /// <summary>The most commas that a name of this kind has: list cells are searched for names with commas (R6).</summary>
    public int MostCommas { get; }

    /// <summary>The names that can be assigned.</summary>
    public IEnumerable<string> InUse => _exact.Values.Where(unit => !unit.IsRetired).Select(unit => unit.Name);

    /// <summary>Returns the unit of a name; null if there is none.</summary>
    public OrgUnit? Find(string name)
    {
        var key = NameKey.Of(name);
        return _exact.GetValueOrDefault(key) ?? _folded.GetValueOrDefault(key);
    }

    /// <summary>Returns the closest name that can be assigned; null if none is close (M4).</summary>
    public string? Closest(string name) => (_closest ??= new ClosestName(InUse)).To(name);
}
