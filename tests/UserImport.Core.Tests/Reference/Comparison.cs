using System.Globalization;
using UserImport.Planning;
using UserImport.Planning.FinalState;

namespace UserImport.Tests.Reference;

/// <summary>Compares a check with the judgement on the same world, and checks with each other.</summary>
internal static class Comparison
{
    /// <summary>Everything in which the check and the judge disagree.</summary>
    public static IReadOnlyList<string> Differences(SmallWorld world, ImportCheck check, Judgement judgement)
    {
        var differences = new List<string>();
        foreach (var verdict in judgement.Verdicts)
        {
            var fate = FateOf(check, verdict.Row);
            if (fate != verdict.Fate) differences.Add($"row {verdict.Row}: {fate} for {verdict.Fate} ({string.Join(' ', verdict.Codes)})");
            var codes = Codes(check, verdict.Row, fate);
            if (!Forgiven(codes).SetEquals(Forgiven(verdict.Codes)))
                differences.Add($"row {verdict.Row}: codes {string.Join(' ', codes)} for {string.Join(' ', verdict.Codes)}");
            if (fate != Fate.Updated || verdict.Fate != fate) continue;
            var columns = check.Changes.Changes.Single(change => change.Row == verdict.Row).Fields.Select(field => field.Column).ToHashSet();
            if (!columns.SetEquals(verdict.ChangedColumns))
                differences.Add($"row {verdict.Row}: changes {string.Join(' ', columns)} for {string.Join(' ', verdict.ChangedColumns)}");
        }
        if (differences.Count > 0) return differences;
        differences.AddRange(Users(check, judgement));
        differences.AddRange(Counts(world, check, judgement));
        return differences;
    }

    /// <summary>What becomes of the rows of each number: the same for every order of the rows, whichever row is the duplicate.</summary>
    public static IReadOnlyList<string> Fates(SmallWorld world, ImportCheck check) =>
        world.File.Rows.Select(row =>
        {
            var fate = FateOf(check, row.Row);
            return $"{ReferenceJudge.AsciiLower(row.Cell("EmployeeNumber")?.Text ?? "")}: {fate} {string.Join(' ', Codes(check, row.Row, fate).Order(StringComparer.Ordinal))}";
        }).Order(StringComparer.Ordinal).ToList();

    /// <summary>The changes without row numbers, sorted.</summary>
    public static IReadOnlyList<string> Changes(ImportCheck check) =>
        check.Changes.Changes.Select(change => string.Create(CultureInfo.InvariantCulture,
            $"{change.Kind} {change.SendInvitation} {change.Before?.EmployeeNumber} {Show(change.After)} {string.Join('|', change.Fields)}"))
            .Order(StringComparer.Ordinal).ToList();

    /// <summary>The users after the changes, with the managers' present addresses.</summary>
    public static IReadOnlyList<UserRecord> Applied(SmallWorld world, ImportCheck check)
    {
        var users = world.Users.ToDictionary(user => user.EmployeeNumber);
        foreach (var change in check.Changes.Changes) users[change.After.EmployeeNumber] = change.After;
        return users.Values.Select(user => user with
        {
            Managers = user.Managers.Select(manager => users.TryGetValue(manager.EmployeeNumber, out var known) ? manager with { Email = known.Email } : manager).ToList(),
        }).ToList();
    }

    /// <summary>Whether a row names a manager by an address of somebody whose row has another one.</summary>
    public static bool NamesOldAddress(SmallWorld world)
    {
        var old = world.Users.Where(user => world.File.Rows.Any(row => Is(row, "EmployeeNumber", user.EmployeeNumber) && !Is(row, "Email", user.Email)))
            .Select(user => user.Email.ToLowerInvariant());
        return old.Any(address => world.File.Rows.Any(row => row.Cell("Managers")?.Text.ToLowerInvariant().Contains(address, StringComparison.Ordinal) == true));
    }

    private static bool Is(Given row, string column, string text) => string.Equals(row.Cell(column)?.Text, text, StringComparison.OrdinalIgnoreCase);

    private static Fate FateOf(ImportCheck check, int row)
    {
        if (check.RejectedRows.Any(rejected => rejected.Row == row)) return Fate.Rejected;
        if (check.Issues.Any(issue => issue.Row == row && issue.Code == "row.duplicate")) return Fate.Duplicate;
        return check.Changes.Changes.FirstOrDefault(change => change.Row == row)?.Kind switch
        {
            ChangeKind.Added => Fate.Added,
            ChangeKind.Updated => Fate.Updated,
            _ => Fate.Unchanged,
        };
    }

    private static HashSet<string> Codes(ImportCheck check, int row, Fate fate) =>
        check.Issues.Where(issue => issue.Row == row && issue.Code != "managers.inactive" && (fate != Fate.Rejected || issue.Severity == IssueSeverity.Error))
            .Select(issue => issue.Code).ToHashSet();

    // Where the book leaves open which of several reasons are listed.
    private static HashSet<string> Forgiven(IReadOnlySet<string> codes)
    {
        var kept = new HashSet<string>(codes);
        if (kept.Any(code => code.StartsWith("company.", StringComparison.Ordinal))) kept.ExceptWith(["department.unknown", "department.retired", "department.otherCompany"]);
        if (kept.Count > 1) kept.Remove("user.locked");
        return kept;
    }

    private static IEnumerable<string> Users(ImportCheck check, Judgement judgement)
    {
        foreach (var change in check.Changes.Changes)
        {
            var user = judgement.FinalState.Single(one => one.Row == change.Row);
            var (planned, judged) = (Show(change.After), Show(user.Values with { Managers = user.Managers.Select(number =>
                new UserReference(number, judgement.FinalState.FirstOrDefault(one => one.Values.EmployeeNumber == number)?.Values.Email ?? "gone@x.nl")).ToList() }));
            if (planned != judged) yield return $"row {change.Row}: {planned} for {judged}";
        }
    }

    private static IEnumerable<string> Counts(SmallWorld world, ImportCheck check, Judgement judgement)
    {
        var (counts, judged) = (check.Counts, judgement.Counts);
        if (counts.Deactivated != judged.Deactivated) yield return $"deactivated {counts.Deactivated} for {judged.Deactivated}";
        if (counts.Reactivated != judged.Reactivated) yield return $"reactivated {counts.Reactivated} for {judged.Reactivated}";
        if (counts.EmailChanged != judged.EmailChanged) yield return $"emails {counts.EmailChanged} for {judged.EmailChanged}";
        if (counts.Invitations != judged.Invitations) yield return $"invitations {counts.Invitations} for {judged.Invitations}";
        if (counts.InvitationsWithheld != judged.Withheld) yield return $"withheld {counts.InvitationsWithheld} for {judged.Withheld}";
        var cleared = counts.Cleared.Where(column => column.Value > 0).OrderBy(column => column.Key, StringComparer.Ordinal).ToList();
        if (!cleared.SequenceEqual(judged.Cleared.OrderBy(column => column.Key, StringComparer.Ordinal)))
            yield return $"cleared {string.Join(' ', cleared)} for {string.Join(' ', judged.Cleared)}";
        foreach (var absent in new[] { "Prefix", "Functions", "CostCenter", "Active", "Teams", "Managers" })
            if (counts.KeptAbsent.GetValueOrDefault(absent) != (world.File.Has(absent) ? 0 : judged.AcceptedExisting))
                yield return $"kept {absent}: {counts.KeptAbsent.GetValueOrDefault(absent)} of {judged.AcceptedExisting}";
        var inactive = check.Issues.Count(issue => issue.Code == "managers.inactive");
        if (inactive < judged.InactiveManagersAtLeast || inactive > judged.InactiveManagersAtMost)
            yield return $"inactive managers {inactive} for {judged.InactiveManagersAtLeast} to {judged.InactiveManagersAtMost}";
    }

    // Spelling alone is no difference (M7).
    private static string Show(UserRecord user) => string.Join('/',
        user.EmployeeNumber, user.FirstName, user.Prefix, user.LastName, user.Email, ListReading.Fold(user.Company), ListReading.Fold(user.Department),
        string.Join(';', user.Functions.Select(ListReading.Fold).Order(StringComparer.Ordinal)), user.CostCenter, user.Active, user.Language,
        string.Join(';', user.Teams.Select(ListReading.Fold).Order(StringComparer.Ordinal)),
        string.Join(';', user.Managers.Select(manager => manager.ToString()).Order(StringComparer.Ordinal)));
}
