using UserImport.Columns;

namespace UserImport.Planning;

/// <summary>The users whom one lookup returned, beside the keys that were asked for.</summary>
internal static class FoundUsers
{
    /// <summary>Returns for each key its one user; null if there is none, or several: which of them is meant is for M1 to say.</summary>
    public static UserRecord?[] Match(ReadOnlySpan<string?> keys, bool areDistinct, IReadOnlyList<UserRecord> found)
    {
        var users = new UserRecord?[keys.Length];
        if (!areDistinct || !AreInOrder(keys, found, users)) Find(keys, found, users);
        return users;
    }

    /// <summary>Returns the key by which a stored user is found.</summary>
    public static string KeyOf(UserRecord user) => UserKeys.OfEmployeeNumber(CellText.Clean(user.EmployeeNumber));

    // Mostly they come in the order in which they were asked for. Where all find their place so, no two have the same key.
    private static bool AreInOrder(ReadOnlySpan<string?> keys, IReadOnlyList<UserRecord> found, UserRecord?[] users)
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

    private static void Find(ReadOnlySpan<string?> keys, IReadOnlyList<UserRecord> found, UserRecord?[] users)
    {
        var byKey = new Dictionary<string, UserRecord?>(found.Count, StringComparer.Ordinal);
        foreach (var user in found)
            if (KeyOf(user) is var key && !byKey.TryAdd(key, user))
                byKey[key] = null;
        for (var i = 0; i < keys.Length; i++) users[i] = keys[i] is { } key ? byKey.GetValueOrDefault(key) : null;
    }
}
