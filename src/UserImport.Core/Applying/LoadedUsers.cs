using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Applying;

/// <summary>The users that a host loaded for a batch, by number and by address.</summary>
internal sealed class LoadedUsers
{
    private readonly Dictionary<string, List<UserRecord>> _byNumber, _byEmail;

    public LoadedUsers(IReadOnlyList<UserRecord> users)
    {
        _byNumber = new(users.Count, StringComparer.Ordinal);
        _byEmail = new(users.Count, StringComparer.Ordinal);
        var seen = new HashSet<string>(users.Count, StringComparer.Ordinal);
        foreach (var user in users)
        {
            if (user is null || !seen.Add(user.EmployeeNumber)) continue;
            Add(_byNumber, StoredKeys.OfNumber(user.EmployeeNumber), user);
            Add(_byEmail, StoredKeys.OfEmail(user.Email), user);
        }
    }

    /// <summary>Returns every user with that number, whatever its case.</summary>
    public IReadOnlyList<UserRecord> WithNumber(string employeeNumber) =>
        _byNumber.GetValueOrDefault(StoredKeys.OfNumber(employeeNumber)) ?? [];

    /// <summary>Returns the one user whom a stored number means: an exact match first, else the only one (M1).</summary>
    public UserRecord? Find(string employeeNumber)
    {
        var all = WithNumber(employeeNumber);
        foreach (var user in all)
            if (string.Equals(user.EmployeeNumber, employeeNumber, StringComparison.Ordinal)) return user;
        return all.Count == 1 ? all[0] : null;
    }

    /// <summary>Returns every user who has an address, by its key.</summary>
    public IReadOnlyList<UserRecord> WithEmail(string key) => _byEmail.GetValueOrDefault(key) ?? [];

    private static void Add(Dictionary<string, List<UserRecord>> index, string key, UserRecord user)
    {
        if (index.TryGetValue(key, out var users)) users.Add(user);
        else index.Add(key, [user]);
    }
}
