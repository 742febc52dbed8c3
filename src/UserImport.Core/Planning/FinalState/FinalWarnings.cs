using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Rules;

namespace UserImport.Planning.FinalState;

/// <summary>What is to be said of accepted rows once the final state stands: warnings and notices (F3, F4, F5).</summary>
internal sealed class FinalWarnings(FinalUsers state, UserLookup users, ReportBudget reports)
{
    public void Report()
    {
        foreach (var row in state.Rows)
        {
            if (!row.IsAccepted) continue;
            ReportManagers(row);
            if (row.Planned is { SendInvitation: true, Active: false })
                row.Issues.Add(row.Row.Problem(UserColumns.SendInvitation, "withheld", IssueSeverity.Warning));
        }
        ReportInactiveManagers();
    }

    private void ReportManagers(PlannedRow row)
    {
        var reported = 0;
        Dictionary<string, Person>? present = null;
        for (var i = 0; i < (row.Managers?.Length ?? 0); i++)
        {
            if (row.Managers![i].Person is not { } manager) continue;
            var value = row.Planned.Managers![i];
            if (row.Managers[i].IsOldAddress)
            {
                if (reports.Allows(reported++))
                    row.Issues.Add(row.Row.Problem(UserColumns.Managers, "oldAddress", IssueSeverity.Notice, value, manager.FinalEmail,
                        [("user", manager.DisplayName)]));
            }
            else if (PresentManagerAt(row, row.ManagerKeys![i], manager, ref present) is { } before && reports.Allows(reported++))
            {
                row.Issues.Add(row.Row.Problem(UserColumns.Managers, "otherPerson", IssueSeverity.Warning, value, null,
                    [("before", before.DisplayName), ("after", manager.DisplayName)]));
            }
        }
    }

    // The present manager at whose address now somebody else is found; null if it is still theirs.
    private Person? PresentManagerAt(PlannedRow row, string emailKey, Person found, ref Dictionary<string, Person>? present)
    {
        if (row.Existing is not { Managers.Count: > 0 } user) return null;
        if (found.StoredEmailKey == emailKey && state.IsPresentManager(row, found)) return null;
        return (present ??= ByAddress(user.Managers)).GetValueOrDefault(emailKey);
    }

    private Dictionary<string, Person> ByAddress(IReadOnlyList<UserReference> managers)
    {
        var persons = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var manager in managers)
            if (users.Find(manager) is { StoredEmailKey: { } key } person) persons.TryAdd(key, person);
        return persons;
    }

    // Once a manager: on their own row if the file deactivates them, else on the first row that adds them.
    private void ReportInactiveManagers()
    {
        var deactivated = state.Rows.Where(row => row.IsAccepted && row.Existing is { Active: true } && !row.Planned.Active).ToList();
        if (deactivated.Count > 0)
        {
            var persons = new Dictionary<string, Person>(StringComparer.Ordinal);
            foreach (var row in deactivated) persons[row.Person.EmployeeNumber] = row.Person;
            var inUse = ManagersAmong(persons);
            foreach (var row in deactivated)
                if (inUse.Contains(row.Person))
                    row.Issues.Add(row.Row.Layout.Issues.Write("managers.inactive", row.Row.Place(UserColumns.Active),
                        IssueSeverity.Warning, row.Person.FinalEmail));
        }
        var reported = new HashSet<Person>();
        foreach (var row in state.Rows.Where(HasInactiveManager).OrderBy(row => row.Number))
            for (var i = 0; i < row.Managers!.Length; i++)
                if (IsAddedInactive(row, row.Managers[i].Person) && reported.Add(row.Managers[i].Person!))
                    row.Issues.Add(row.Row.Problem(UserColumns.Managers, "inactive", IssueSeverity.Warning, row.Planned.Managers![i]));
    }

    // Who of some persons is a manager of anybody who is known.
    private HashSet<Person> ManagersAmong(Dictionary<string, Person> persons)
    {
        var managers = new HashSet<Person>();
        foreach (var person in users.Known) AddManagers(person);
        foreach (var row in state.Rows)
            if (row.IsAccepted && row.Person.Stored is null) AddManagers(row.Person);
        return managers;

        void AddManagers(Person person)
        {
            if (person.IsPlanned && person.Row!.Managers is { } findings)
            {
                foreach (ref readonly var finding in findings.AsSpan())
                    if (finding.Person is { } named && persons.TryGetValue(named.EmployeeNumber, out var manager)) managers.Add(manager);
                return;
            }
            var stored = person.Stored?.Managers ?? [];
            for (var i = 0; i < stored.Count; i++)
                if (persons.TryGetValue(stored[i].EmployeeNumber, out var manager)) managers.Add(manager);
        }
    }

    private bool HasInactiveManager(PlannedRow row)
    {
        if (!row.IsAccepted) return false;
        foreach (ref readonly var finding in row.Managers.AsSpan())
            if (IsAddedInactive(row, finding.Person)) return true;
        return false;
    }

    private bool IsAddedInactive(PlannedRow row, Person? manager) => manager is { IsFinallyActive: false } &&
        !(manager is { IsPlanned: true, Stored.Active: true }) && !state.IsPresentManager(row, manager);
}
