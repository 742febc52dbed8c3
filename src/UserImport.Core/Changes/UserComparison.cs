using UserImport.Columns;
using UserImport.Rules;

namespace UserImport.Changes;

/// <summary>Compares two states of one user by the values that the import knows, column by column (M1, M3, M5, M7, F3).</summary>
/// <remarks>The employee number says who a user is and is never compared; 'Send invitation' is no value of a user.</remarks>
internal static class UserComparison
{
    private static readonly Field[] Fields =
    [
        new(UserColumns.FirstName.Key, (a, b) => SameText(a.FirstName, b.FirstName), (to, from) => to with { FirstName = from.FirstName }),
        new(UserColumns.Prefix.Key, (a, b) => SameText(a.Prefix, b.Prefix), (to, from) => to with { Prefix = from.Prefix }),
        new(UserColumns.LastName.Key, (a, b) => SameText(a.LastName, b.LastName), (to, from) => to with { LastName = from.LastName }),
        new(UserColumns.Email.Key, (a, b) => SameText(a.Email, b.Email), (to, from) => to with { Email = from.Email }),
        new(UserColumns.Company.Key, (a, b) => NameKey.Same(a.Company, b.Company), (to, from) => to with { Company = from.Company }),
        new(UserColumns.Department.Key, (a, b) => NameKey.Same(a.Department, b.Department), (to, from) => to with { Department = from.Department }),
        new(UserColumns.Functions.Key, (a, b) => NameKey.SameSet(a.Functions, b.Functions), (to, from) => to with { Functions = from.Functions }),
        new(UserColumns.CostCenter.Key, (a, b) => SameText(a.CostCenter, b.CostCenter), (to, from) => to with { CostCenter = from.CostCenter }),
        new(UserColumns.Active.Key, (a, b) => a.Active == b.Active, (to, from) => to with { Active = from.Active }),
        new(UserColumns.Language.Key, (a, b) => NameKey.Same(a.Language, b.Language), (to, from) => to with { Language = from.Language }),
        new(UserColumns.Teams.Key, (a, b) => NameKey.SameSet(a.Teams, b.Teams), (to, from) => to with { Teams = from.Teams }),
        new(UserColumns.Managers.Key, (a, b) => SamePeople(a.Managers, b.Managers), (to, from) => to with { Managers = from.Managers }),
    ];

    /// <summary>Returns the keys of all columns in which a new user has a value.</summary>
    public static IReadOnlyList<string> AllColumns(UserRecord user) =>
        [UserColumns.EmployeeNumber.Key, .. Fields.Select(field => field.Key), .. user.Custom.Keys];

    /// <summary>Returns the keys of the columns in which two states differ.</summary>
    public static IReadOnlyList<string> Differences(UserRecord before, UserRecord after)
    {
        var differing = new List<string>();
        foreach (var field in Fields)
            if (!field.Same(before, after)) differing.Add(field.Key);
        foreach (var key in CustomKeys(before, after))
            if (!SameCustom(before, after, key)) differing.Add(key);
        return differing;
    }

    /// <summary>Whether two states agree in the given columns.</summary>
    public static bool AgreeIn(IReadOnlyCollection<string> columns, UserRecord a, UserRecord b)
    {
        foreach (var column in columns)
            if (Array.Find(Fields, field => field.Key == column) is { } field ? !field.Same(a, b) : !SameCustom(a, b, column))
                return false;
        return true;
    }

    /// <summary>Whether a user still stands as seen, in every column that was seen.</summary>
    public static bool StillStands(UserRecord seen, UserRecord planned, UserRecord current)
    {
        foreach (var field in Fields)
            if (!field.Same(seen, current)) return false;
        foreach (var key in CustomKeys(seen, planned))
            if (!SameCustom(seen, current, key)) return false;
        return true;
    }

    /// <summary>Returns a user with the given columns taken from another state.</summary>
    public static UserRecord With(UserRecord user, IReadOnlyCollection<string> columns, UserRecord from)
    {
        Dictionary<string, string>? custom = null;
        foreach (var column in columns)
            if (Array.Find(Fields, field => field.Key == column) is { } field) user = field.Take(user, from);
            else (custom ??= new(user.Custom, StringComparer.Ordinal))[column] = from.Custom.GetValueOrDefault(column, "");
        return custom is null ? user : user with { Custom = custom };
    }

    /// <summary>Returns the key by which a user is matched, whatever surrounds the stored number (M1).</summary>
    public static string NumberKey(string employeeNumber) => UserKeys.OfEmployeeNumber(CellText.Clean(employeeNumber));

    /// <summary>Returns the key by which an address is free or taken, whatever surrounds it (M6).</summary>
    public static string EmailKey(string email) => UserKeys.OfEmail(CellText.Clean(email));

    private static bool SameText(string a, string b) =>
        string.Equals(a, b, StringComparison.Ordinal) || CellText.Clean(a) == CellText.Clean(b);

    private static bool SamePeople(IReadOnlyList<UserReference> a, IReadOnlyList<UserReference> b)
    {
        if (ReferenceEquals(a, b) || (a.Count == 0 && b.Count == 0)) return true;
        if (a.Count == 1 && b.Count == 1) return Key(a[0]) == Key(b[0]);
        return a.Select(Key).ToHashSet(StringComparer.Ordinal).SetEquals(b.Select(Key));

        static string Key(UserReference person) => NumberKey(person.EmployeeNumber);
    }

    private static bool SameCustom(UserRecord a, UserRecord b, string key) =>
        SameText(a.Custom.GetValueOrDefault(key, ""), b.Custom.GetValueOrDefault(key, ""));

    private static IEnumerable<string> CustomKeys(UserRecord a, UserRecord b) =>
        a.Custom.Count + b.Custom.Count == 0 ? [] : a.Custom.Keys.Union(b.Custom.Keys, StringComparer.Ordinal);

    private sealed record Field(string Key, Func<UserRecord, UserRecord, bool> Same, Func<UserRecord, UserRecord, UserRecord> Take);
}
