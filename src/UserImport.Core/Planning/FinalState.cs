namespace UserImport.Planning;

/// <summary>All users as they would stand after every accepted row is applied: who has an address, whom an address means.</summary>
internal sealed class FinalState
{
    private readonly UserLookup _users;
    private readonly Dictionary<string, List<PlannedRow>> _rowsByEmail = new(StringComparer.Ordinal);

    public FinalState(UserLookup users, IReadOnlyList<PlannedRow> rows)
    {
        _users = users;
        Rows = rows;
        foreach (var row in rows)
        {
            if (row.IsDuplicate) continue;
            if (row.Person.Row is null || row.Person.Row.IsRejected) row.Person.Row = row;
            if (row.EmailKey is null) continue;
            if (_rowsByEmail.TryGetValue(row.EmailKey, out var takers)) takers.Add(row);
            else _rowsByEmail.Add(row.EmailKey, [row]);
        }
    }

    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>Returns who has an address in the final state.</summary>
    public IEnumerable<Person> HoldersOf(string emailKey)
    {
        foreach (var person in _users.WithEmail(emailKey))
            if (!person.IsPlanned || person.Row!.EmailKey == emailKey)
                yield return person;
        if (!_rowsByEmail.TryGetValue(emailKey, out var rows)) yield break;
        foreach (var row in rows)
            if (row.IsAccepted && row.Person.StoredEmailKey != emailKey)
                yield return row.Person;
    }

    /// <summary>Returns who else has the address that a row takes; null if it is free (F2).</summary>
    public Person? OtherHolder(PlannedRow row) =>
        row.TakesEmail ? HoldersOf(row.EmailKey!).FirstOrDefault(person => person != row.Person) : null;

    /// <summary>Returns whom an address in a row's Managers cell means (F3).</summary>
    public ManagerFinding FindManager(string emailKey, PlannedRow row)
    {
        var holders = HoldersOf(emailKey).ToList();
        // Who takes an address that somebody keeps fails in this very round (F2): the address means who keeps it.
        if (holders.Exists(person => person.StoredEmailKey == emailKey)) holders.RemoveAll(person => person.StoredEmailKey != emailKey);
        if (holders.Count > 0) return OneOf(holders, row) is { } holder ? new(holder) : new(null, "ambiguous");
        var leaving = _users.WithEmail(emailKey).Where(person => person.IsPlanned).ToList();
        if (leaving.Count > 0) return OneOf(leaving, row) is { } person ? new(person, IsOldAddress: true) : new(null, "ambiguous");
        // A manager whom the user has and whom the repository does not return under this address is kept (M5).
        if (row.Existing?.Managers.FirstOrDefault(manager => UserKeys.OfEmail(manager.Email) == emailKey) is { } kept) return new(_users.Of(kept));
        var cause = _rowsByEmail.GetValueOrDefault(emailKey)?.FirstOrDefault(taker => taker.IsRejected);
        return cause is null ? new(null, "unknown") : new(null, "rejected", Cause: cause);
    }

    // Of several the present manager is meant (M5).
    private static Person? OneOf(List<Person> persons, PlannedRow row)
    {
        if (persons.Count == 1) return persons[0];
        var present = persons.Where(person => IsPresentManager(row, person)).ToList();
        return present.Count == 1 ? present[0] : null;
    }

    public static bool IsPresentManager(PlannedRow row, Person person) =>
        row.Existing is { } user && user.Managers.Any(manager => manager.EmployeeNumber == person.EmployeeNumber);

    /// <summary>Returns the managers of a person in the final state, as far as they are known.</summary>
    public IEnumerable<Person> ManagersOf(Person person)
    {
        if (person.IsPlanned && person.Row!.Managers is { } findings)
            return findings.Select(finding => finding.Person).OfType<Person>();
        return person.Stored is null ? [] : person.Stored.Managers.Select(_users.Find).OfType<Person>();
    }
}
