using System.Collections.Immutable;

namespace UserImport.Tests;

/// <summary>A constraint of <see cref="UserTable"/> was violated, as a database would say it.</summary>
public sealed class ConstraintException(string constraint) : Exception(constraint);

/// <summary>An immutable table of users: a transaction is a table of its own until it is kept.</summary>
public sealed class UserTable
{
    private readonly ImmutableDictionary<string, UserRecord> _rows;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _byNumberKey, _byEmailKey;

    private UserTable(ImmutableDictionary<string, UserRecord> rows,
        ImmutableDictionary<string, ImmutableHashSet<string>> byNumberKey,
        ImmutableDictionary<string, ImmutableHashSet<string>> byEmailKey)
    {
        _rows = rows;
        _byNumberKey = byNumberKey;
        _byEmailKey = byEmailKey;
    }

    public static UserTable Empty { get; } = new(
        ImmutableDictionary<string, UserRecord>.Empty,
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty,
        ImmutableDictionary<string, ImmutableHashSet<string>>.Empty);

    public IEnumerable<string> Numbers => _rows.Keys;

    public bool Has(string number) => _rows.ContainsKey(number);

    /// <summary>The user with the present addresses of their managers; a manager's number may be spelled in another case.</summary>
    public UserRecord Read(string number)
    {
        var row = _rows[number];
        return row.Managers.Count == 0 ? row : row with
        {
            Managers = [.. row.Managers.Select(manager =>
                Resolve(manager.EmployeeNumber) is { } found ? new UserReference(found, _rows[found].Email) : manager)],
        };
    }

    public IEnumerable<UserRecord> ByEmployeeNumber(IEnumerable<string> keys) => Rows(_byNumberKey, keys);

    public IEnumerable<UserRecord> ByEmail(IEnumerable<string> keys) => Rows(_byEmailKey, keys);

    public UserTable Insert(UserRecord user)
    {
        if (_byNumberKey.ContainsKey(UserKeys.OfEmployeeNumber(user.EmployeeNumber)))
            throw new ConstraintException("UNIQUE number");
        return Checked(user, With(user));
    }

    public UserTable Update(UserRecord user)
    {
        if (!Has(user.EmployeeNumber)) throw new ConstraintException("no such row");
        return Checked(user, Without(user.EmployeeNumber).With(user));
    }

    public UserTable With(UserRecord user) => new(
        _rows.Add(user.EmployeeNumber, user),
        Add(_byNumberKey, UserKeys.OfEmployeeNumber(user.EmployeeNumber), user.EmployeeNumber),
        Add(_byEmailKey, UserKeys.OfEmail(user.Email), user.EmployeeNumber));

    public UserTable Without(string number) => !_rows.TryGetValue(number, out var row) ? this : new(
        _rows.Remove(number),
        Remove(_byNumberKey, UserKeys.OfEmployeeNumber(number), number),
        Remove(_byEmailKey, UserKeys.OfEmail(row.Email), number));

    // Only a row that is written is checked, as a database does; what stood before may be wrong already.
    private UserTable Checked(UserRecord user, UserTable written)
    {
        var key = UserKeys.OfEmail(user.Email);
        var hadIt = _rows.TryGetValue(user.EmployeeNumber, out var before) && UserKeys.OfEmail(before.Email) == key;
        if (!hadIt && written._byEmailKey[key].Count > 1) throw new ConstraintException("UNIQUE email");
        if (user.Managers.Any(manager => written.Resolve(manager.EmployeeNumber) is null))
            throw new ConstraintException("FOREIGN KEY manager");
        return written;
    }

    private string? Resolve(string number) =>
        _rows.ContainsKey(number) ? number : _byNumberKey.GetValueOrDefault(UserKeys.OfEmployeeNumber(number))?.First();

    private IEnumerable<UserRecord> Rows(ImmutableDictionary<string, ImmutableHashSet<string>> index, IEnumerable<string> keys) =>
        keys.Distinct().SelectMany(key => index.GetValueOrDefault(key) ?? []).Select(Read);

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Add(
        ImmutableDictionary<string, ImmutableHashSet<string>> index, string key, string number) =>
        index.SetItem(key, (index.GetValueOrDefault(key) ?? []).Add(number));

    private static ImmutableDictionary<string, ImmutableHashSet<string>> Remove(
        ImmutableDictionary<string, ImmutableHashSet<string>> index, string key, string number) =>
        index[key].Remove(number) is { Count: > 0 } left ? index.SetItem(key, left) : index.Remove(key);
}
