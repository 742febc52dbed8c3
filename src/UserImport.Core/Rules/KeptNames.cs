using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>The names that a user has and keeps, however an upload spells them (M5).</summary>
internal readonly struct KeptNames
{
    private readonly IReadOnlyList<string> _names;
    private readonly string[] _keys;
    private readonly Dictionary<string, string>? _byKey;

    public KeptNames(IReadOnlyList<string>? stored)
    {
        _names = stored ?? [];
        _keys = _names.Count == 0 ? [] : NameKey.AllOf(_names);
        if (_names.Count <= NameKey.Few) return;
        _byKey = new(_names.Count, NameKey.Comparer);
        for (var i = 0; i < _keys.Length; i++) _byKey.TryAdd(_keys[i], _names[i]);
    }

    /// <summary>Returns a name as it is stored, by its key; null if the user does not have it.</summary>
    public string? Find(string key)
    {
        if (_byKey is not null) return _byKey.GetValueOrDefault(key);
        return NameKey.IndexIn(_keys, key) is >= 0 and var at ? _names[at] : null;
    }
}
