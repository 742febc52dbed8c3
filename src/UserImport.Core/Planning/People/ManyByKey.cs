using System.Runtime.InteropServices;

namespace UserImport.Planning.People;

/// <summary>What belongs to keys: mostly one thing a key, and only where there are more it takes a list.</summary>
internal sealed class ManyByKey<T>(int capacity = 0) where T : class
{
    private readonly Dictionary<string, T> _firsts = new(capacity, StringComparer.Ordinal);
    private readonly Dictionary<string, List<T>> _lists = new(StringComparer.Ordinal);

    /// <summary>What belongs to a key, in the order in which it was added.</summary>
    public Many<T> this[string key] =>
        !_firsts.TryGetValue(key, out var first) ? default : new Many<T>(first, _lists.Count == 0 ? null : _lists.GetValueOrDefault(key));

    /// <summary>Adds a thing that may be there already.</summary>
    public void AddOnce(string key, T item)
    {
        var there = this[key];
        for (var i = 0; i < there.Count; i++)
            if (ReferenceEquals(there[i], item)) return;
        Add(key, item);
    }

    public void Add(string key, T item)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(_firsts, key, out var exists);
        if (!exists) first = item;
        else if (_lists.TryGetValue(key, out var list)) list.Add(item);
        else _lists.Add(key, [first!, item]);
    }
}

/// <summary>None, one or many.</summary>
internal readonly struct Many<T>(T? one, List<T>? list) where T : class
{
    public int Count => list?.Count ?? (one is null ? 0 : 1);

    public T this[int index] => list is null ? one! : list[index];
}
