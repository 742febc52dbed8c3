using UserImport.Planning.People;

namespace UserImport.Planning.FinalState;

/// <summary>
/// Whose Managers cell says what is stored keeps those persons, and nobody need be looked up: unless an address among them changes
/// hands in this very file, for then it may mean somebody else (F3).
/// </summary>
internal static class ManagersToLookUp
{
    /// <summary>Has the managers of such rows looked up, and returns their addresses.</summary>
    public static IReadOnlyList<string> LookUp(IReadOnlyList<PlannedRow> rows)
    {
        var emails = new List<string>();
        if (!rows.Any(row => row.KeepsManagers)) return emails; // as in a first import: who moves would be collected for nobody
        var moving = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!row.TakesEmail) continue;
            moving.Add(row.EmailKey!);
            if (row.Person.StoredEmailKey is { } left) moving.Add(left);
        }
        if (moving.Count == 0) return emails;
        foreach (var row in rows)
        {
            if (!row.KeepsManagers) continue;
            var managers = row.Existing!.Managers;
            for (var i = 0; i < managers.Count; i++)
            {
                if (!moving.Contains(UserKeys.OfEmail(managers[i].Email))) continue;
                row.LookUpManagers();
                emails.AddRange(row.ManagerKeys!);
                break;
            }
        }
        return emails;
    }
}
