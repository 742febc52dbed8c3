using UserImport.Columns;

namespace UserImport.Planning;

/// <summary>What is to be said of accepted rows once the final state stands: warnings and notices (F3, F4, F5).</summary>
internal sealed class FinalWarnings(FinalState state, UserLookup users)
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
        for (var i = 0; i < (row.Managers?.Length ?? 0); i++)
        {
            if (row.Managers![i].Person is not { } manager) continue;
            var value = row.Planned.Managers![i];
            if (row.Managers[i].IsOldAddress)
                row.Issues.Add(row.Row.Problem(UserColumns.Managers, "oldAddress", IssueSeverity.Notice, value, manager.FinalEmail,
                    [("user", manager.DisplayName)]));
            else if (PresentManagersAt(row, row.ManagerKeys![i]) is [var present, ..] at && !at.Contains(manager))
                row.Issues.Add(row.Row.Problem(UserColumns.Managers, "otherPerson", IssueSeverity.Warning, value, null,
                    [("before", present.DisplayName), ("after", manager.DisplayName)]));
        }
    }

    private List<Person> PresentManagersAt(PlannedRow row, string emailKey) =>
        [.. (row.Existing?.Managers ?? []).Select(users.Find).OfType<Person>().Where(person => person.StoredEmailKey == emailKey)];

    // Once a manager: on their own row if the file deactivates them, else on the first row that adds them.
    private void ReportInactiveManagers()
    {
        var inUse = new HashSet<Person>();
        foreach (var person in users.Known.Concat(state.Rows.Where(row => row.IsAccepted).Select(row => row.Person)).Distinct())
            inUse.UnionWith(state.ManagersOf(person));
        foreach (var row in state.Rows)
            if (row.IsAccepted && row.Existing is { Active: true } && !row.Planned.Active && inUse.Contains(row.Person))
                row.Issues.Add(row.Row.Layout.Issues.Write("managers.inactive", row.Row.Place(UserColumns.Active), IssueSeverity.Warning, row.Person.FinalEmail));
        var reported = new HashSet<Person>();
        foreach (var row in state.Rows.Where(row => row.IsAccepted).OrderBy(row => row.Number))
            for (var i = 0; i < (row.Managers?.Length ?? 0); i++)
                if (row.Managers![i].Person is { IsFinallyActive: false } manager && !FinalState.IsPresentManager(row, manager) &&
                    !(manager is { IsPlanned: true, Stored.Active: true }) && reported.Add(manager))
                    row.Issues.Add(row.Row.Problem(UserColumns.Managers, "inactive", IssueSeverity.Warning, row.Planned.Managers![i]));
    }
}
