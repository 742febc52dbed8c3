using UserImport.Columns;

namespace UserImport.Changes;

/// <summary>Compares two states of one user by the values that the import knows, column by column (M1, M3, M5, M7, F3).</summary>
/// <remarks>The host's own columns are compared by whatever keys either state has.</remarks>
internal static class UserComparison
{
    private static readonly Dictionary<string, UserField> ByKey = UserFields.All.ToDictionary(field => field.Column.Key, StringComparer.Ordinal);

    // A new user has a value in each of them, and never had one in a wish.
    private static readonly string[] Keys = [.. UserFields.All.Where(field => field is not WishField).Select(field => field.Column.Key)];

    /// <summary>Returns the keys of all columns in which a new user has a value.</summary>
    public static IReadOnlyList<string> AllColumns(UserRecord user) => [.. Keys, .. user.Custom.Keys];

    /// <summary>Returns the keys of the columns in which two states differ.</summary>
    public static IReadOnlyList<string> Differences(UserRecord before, UserRecord after)
    {
        var differing = new List<string>();
        foreach (var field in UserFields.All)
            if (!field.AreSameOf(before, after)) differing.Add(field.Column.Key);
        foreach (var key in CustomKeys(before, after))
            if (!AreSameIn(key, before, after)) differing.Add(key);
        return differing;
    }

    /// <summary>Whether two states agree in the given columns.</summary>
    public static bool AgreeIn(IReadOnlyCollection<string> columns, UserRecord a, UserRecord b)
    {
        foreach (var column in columns)
            if (!(ByKey.TryGetValue(column, out var field) ? field.AreSameOf(a, b) : AreSameIn(column, a, b))) return false;
        return true;
    }

    /// <summary>Whether a user still stands as seen, in every column that was seen.</summary>
    public static bool StillStands(UserRecord seen, UserRecord planned, UserRecord current)
    {
        foreach (var field in UserFields.All)
            if (!field.AreSameOf(seen, current)) return false;
        foreach (var key in CustomKeys(seen, planned))
            if (!AreSameIn(key, seen, current)) return false;
        return true;
    }

    /// <summary>Returns a user with the given columns taken from another state.</summary>
    public static UserRecord With(UserRecord user, IReadOnlyCollection<string> columns, UserRecord from)
    {
        Dictionary<string, string>? custom = null;
        foreach (var column in columns)
            if (ByKey.TryGetValue(column, out var field)) user = field.Take(user, from);
            else (custom ??= new(user.Custom, StringComparer.Ordinal))[column] = from.Custom.GetValueOrDefault(column, "");
        return custom is null ? user : user with { Custom = custom };
    }

    private static bool AreSameIn(string customKey, UserRecord a, UserRecord b) =>
        TextField.AreSameTexts(a.Custom.GetValueOrDefault(customKey, ""), b.Custom.GetValueOrDefault(customKey, ""));

    private static IEnumerable<string> CustomKeys(UserRecord a, UserRecord b) =>
        a.Custom.Count + b.Custom.Count == 0 ? [] : a.Custom.Keys.Union(b.Custom.Keys, StringComparer.Ordinal);
}
