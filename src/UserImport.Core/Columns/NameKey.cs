using UserImport.Columns;

namespace UserImport.Columns;

/// <summary>Names of companies, departments, functions, teams and languages as they are compared (M3).</summary>
internal static class NameKey
{
    /// <summary>So many names are sooner compared one by one than put into a table.</summary>
    public const int Few = 8;

    /// <summary>Compares keys: ordinal, ignoring case.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Returns the key of a name: cleaned by R1, with each run of white space as one space.</summary>
    public static string Of(string name) => CellText.FoldSpaces(CellText.Clean(name));

    /// <summary>Whether two names are the same name.</summary>
    public static bool Same(string one, string other) => one == other || Comparer.Equals(Of(one), Of(other));

    /// <summary>Returns the keys of names.</summary>
    public static string[] AllOf(IReadOnlyList<string> names)
    {
        var keys = new string[names.Count];
        for (var i = 0; i < keys.Length; i++) keys[i] = Of(names[i]);
        return keys;
    }

    /// <summary>Returns where a key first stands; -1 if it does not.</summary>
    public static int IndexIn(ReadOnlySpan<string> keys, string key)
    {
        for (var i = 0; i < keys.Length; i++)
            if (Comparer.Equals(keys[i], key)) return i;
        return -1;
    }

    /// <summary>Whether two lists hold the same names, in any order and however often.</summary>
    public static bool SameSet(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (ReferenceEquals(one, other)) return true;
        if (one.Count == 1 && other.Count == 1) return Same(one[0], other[0]);
        var (keys, others) = (AllOf(one), AllOf(other));
        return keys.Length <= Few && others.Length <= Few ? AreIn(keys, others) && AreIn(others, keys) : keys.ToHashSet(Comparer).SetEquals(others);
    }

    private static bool AreIn(string[] keys, string[] others)
    {
        foreach (var key in keys)
            if (IndexIn(others, key) < 0) return false;
        return true;
    }
}
