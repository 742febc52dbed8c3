using UserImport.Planning.People;

namespace UserImport.Planning.FinalState;

/// <summary>All users as they would stand after every accepted row is applied: who has an address, whom an address means.</summary>
internal sealed class FinalUsers
{
    private readonly UserLookup _users;
    private readonly Dictionary<string, PlannedRow> _rowByEmail; // the first: of several rows of one address none is accepted (F1)
    private readonly PresentManagers _present = new();
    private readonly List<Person> _holders = [];
    private readonly List<Person> _managers = [];

    public FinalUsers(UserLookup users, IReadOnlyList<PlannedRow> rows)
    {
        _users = users;
        Rows = rows;
        _rowByEmail = new(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.IsDuplicate) continue;
            if (row.Person.Row is null || row.Person.Row.IsRejected) row.Person.Row = row;
            if (row.EmailKey is not null) _rowByEmail.TryAdd(row.EmailKey, row);
        }
    }

    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>Returns who else has the address that a row takes; null if it is free (F2).</summary>
    public Person? OtherHolder(PlannedRow row)
    {
        if (!row.TakesEmail) return null;
        foreach (var person in HoldersOf(row.EmailKey!))
            if (person != row.Person) return person;
        return null;
    }

    /// <summary>Returns whom an address in a row's Managers cell means (F3).</summary>
    public ManagerFinding FindManager(string emailKey, PlannedRow row)
    {
        var holders = HoldersOf(emailKey);
        // Who takes an address that somebody keeps fails in this very round (F2): the address means who keeps it.
        if (holders.Count > 1) LeaveThoseWhoKeep(emailKey, holders);
        if (holders.Count > 0) return OneOf(holders, row) is { } holder ? new(holder) : new(null, "ambiguous");
        if (LeavingHoldersOf(emailKey) is { Count: > 0 } leaving)
            return OneOf(leaving, row) is { } person ? new(person, IsOldAddress: true) : new(null, "ambiguous");
        // A manager whom the user has and whom the repository does not return under this address is kept (M5).
        if (_present.WithEmail(row.Existing, emailKey) is { } kept) return new(_users.Of(kept));
        return _rowByEmail.GetValueOrDefault(emailKey) is { IsRejected: true } taker ? new(null, "rejected", Cause: taker) : new(null, "unknown");
    }

    private static void LeaveThoseWhoKeep(string emailKey, List<Person> holders)
    {
        if (holders.Exists(person => person.StoredEmailKey == emailKey)) holders.RemoveAll(person => person.StoredEmailKey != emailKey);
    }

    // Who has an address in the final state: those who keep it, then those who take it. The list is reused.
    private List<Person> HoldersOf(string emailKey)
    {
        _holders.Clear();
        var stored = _users.WithEmail(emailKey);
        for (var i = 0; i < stored.Count; i++)
            if (!stored[i].IsPlanned || stored[i].Row!.EmailKey == emailKey) _holders.Add(stored[i]);
        if (_rowByEmail.GetValueOrDefault(emailKey) is { IsAccepted: true, Person: var taker } && taker.StoredEmailKey != emailKey) _holders.Add(taker);
        return _holders;
    }

    // Who has an address today and has another one in the final state.
    private List<Person> LeavingHoldersOf(string emailKey)
    {
        _holders.Clear();
        var stored = _users.WithEmail(emailKey);
        for (var i = 0; i < stored.Count; i++)
            if (stored[i].IsPlanned) _holders.Add(stored[i]);
        return _holders;
    }

    private Person? OneOf(List<Person> persons, PlannedRow row) => persons.Count == 1 ? persons[0] : PresentManagerAmong(persons, row);

    // Of several the present manager is meant (M5).
    private Person? PresentManagerAmong(List<Person> persons, PlannedRow row)
    {
        var present = persons.Where(person => IsPresentManager(row, person)).ToList();
        return present.Count == 1 ? present[0] : null;
    }

    /// <summary>Whether a person is a manager of the row's user today.</summary>
    public bool IsPresentManager(PlannedRow row, Person person) => _present.Has(row.Existing, person);

    /// <summary>Returns the managers of a person in the final state, as far as they are known. The list is reused.</summary>
    public List<Person> ManagersOf(Person person)
    {
        _managers.Clear();
        if (person.IsPlanned && person.Row!.Managers is { } findings)
        {
            foreach (ref readonly var finding in findings.AsSpan())
                if (finding.Person is { } manager) _managers.Add(manager);
            return _managers;
        }
        var stored = person.Stored?.Managers ?? [];
        for (var i = 0; i < stored.Count; i++)
            if (_users.Find(stored[i]) is { } manager) _managers.Add(manager);
        return _managers;
    }
}
