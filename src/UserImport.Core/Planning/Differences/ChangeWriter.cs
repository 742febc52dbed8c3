using UserImport.Columns;
using UserImport.Changes;
using UserImport.Planning.People;
using UserImport.Planning.Settling;
using UserImport.Rules;

namespace UserImport.Planning.Differences;

/// <summary>Turns accepted rows into changes (K2).</summary>
internal sealed class ChangeWriter(FieldComparison fields, UserLookup users)
{
    /// <summary>Returns what a row that invites nobody makes of its user; null if it changes nothing.</summary>
    public UserUpdate? Update(JudgedRow row) => FieldComparison.ChangesAnyField(row) ? Made(row) : null;

    /// <summary>Returns the change of an accepted row; null if it changes nothing and invites nobody.</summary>
    public UserChange? Write(JudgedRow row, int number)
    {
        var invites = row.Planned is { SendInvitation: true, Active: true };
        if (row.Existing is not null && !invites && !FieldComparison.ChangesAnyField(row)) return null;
        var (after, changes) = Made(row);
        return new UserChange
        {
            Number = number,
            Row = row.Number,
            Kind = row.Existing is null ? ChangeKind.Added : changes.Count > 0 ? ChangeKind.Updated : ChangeKind.Invited,
            Before = row.Existing,
            After = after,
            Fields = changes,
            SendInvitation = invites,
        };
    }

    private UserUpdate Made(JudgedRow row)
    {
        var after = After(row);
        return new UserUpdate(after, fields.Changes(row, after));
    }

    private UserRecord After(JudgedRow row)
    {
        row.Planned[UserColumns.Managers] = Managers(row);
        return row.Row.Layout.Table.With(row.Existing ?? UserLine.Nobody, row.Planned);
    }

    // Managers pass through the ports as references, with the addresses of the final state (F3).
    private IReadOnlyList<UserReference> Managers(JudgedRow row)
    {
        if (row.Existing is { } user && AreAsStored(row, user)) return user.Managers;
        if (row.Managers is [var only]) return [ReferenceTo(only.Person!)];
        if (row.Managers is { } findings) return [.. findings.Select(finding => finding.Person!).Distinct().Select(ReferenceTo)];
        return [.. (row.Existing?.Managers ?? []).Select(manager => manager with { Email = users.Find(manager)?.FinalEmail ?? manager.Email })];
    }

    private static UserReference ReferenceTo(Person person) => new(person.EmployeeNumber, person.FinalEmail);

    // Whether the managers are those who are stored, in that order, and with the addresses that are stored.
    private bool AreAsStored(JudgedRow row, UserRecord user)
    {
        var (stored, findings) = (user.Managers, row.Managers);
        if (findings is not null && findings.Length != stored.Count) return false;
        for (var i = 0; i < stored.Count; i++)
        {
            var manager = findings is null ? users.Find(stored[i]) : findings[i].Person;
            if (manager is null && findings is null) continue; // nobody knows more of them
            if (manager?.EmployeeNumber != stored[i].EmployeeNumber || manager.FinalEmail != stored[i].Email) return false;
        }
        return true;
    }
}
