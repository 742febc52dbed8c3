using UserImport.Columns;

namespace UserImport.Planning.Matching;

/// <summary>The users whom one lookup returned, beside the rows that asked for them.</summary>
/// <param name="OfRow">The one user of each row's key; null if there is none, or several: which of them is meant is for M1 to say.</param>
/// <param name="WithoutRow">The users who are not the one of any row.</param>
internal readonly record struct FoundUsers(UserRecord?[] OfRow, IReadOnlyList<UserRecord> WithoutRow)
{
    private const int Several = -1;

    /// <summary>Finds the users of the rows' keys; a row without a key has none.</summary>
    /// <param name="keys">The keys of the rows.</param>
    /// <param name="areDistinct">Whether no two of them are equal.</param>
    /// <param name="found">What the lookup returned.</param>
    /// <param name="users">Gets the users of the rows; at least as long as the keys.</param>
    public static FoundUsers Match(ReadOnlySpan<string?> keys, bool areDistinct, IReadOnlyList<UserRecord> found, UserRecord?[] users)
    {
        Array.Clear(users);
        return areDistinct && TryInOrder(keys, found, users) ? new FoundUsers(users, []) : new FoundUsers(users, Find(keys, found, users));
    }

    // Mostly they come in the order of the rows: then each has a key of its own.
    private static bool TryInOrder(ReadOnlySpan<string?> keys, IReadOnlyList<UserRecord> found, UserRecord?[] users)
    {
        var next = 0;
        for (var i = 0; i < keys.Length && next < found.Count; i++)
        {
            if (keys[i] is not { } key) continue;
            var user = found[next];
            if (user.EmployeeNumber != key && KeyOf(user) != key) continue;
            users[i] = user;
            next++;
        }
        return next == found.Count;
    }

    private static List<UserRecord> Find(ReadOnlySpan<string?> keys, IReadOnlyList<UserRecord> found, UserRecord?[] users)
    {
        var places = new Dictionary<string, int>(found.Count, StringComparer.Ordinal);
        for (var at = 0; at < found.Count; at++)
            if (KeyOf(found[at]) is var key && !places.TryAdd(key, at))
                places[key] = Several;
        var hasRow = new bool[found.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            users[i] = null;
            if (keys[i] is not { } key || !places.TryGetValue(key, out var at) || at == Several) continue;
            users[i] = found[at];
            hasRow[at] = true;
        }
        return [.. found.Where((_, at) => !hasRow[at])];
    }

    private static string KeyOf(UserRecord user) => StoredKeys.OfNumber(user.EmployeeNumber);
}
