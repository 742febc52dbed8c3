using UserImport.Columns;
using UserImport.Planning.Differences;
using UserImport.Planning.People;
using UserImport.Resources;
using UserImport.Rules;

namespace UserImport.Planning.FinalState;

/// <summary>Step 2 of section 5: rejects what fails F2 or F3 against the final state, all at once, until none fails.</summary>
/// <remarks>
/// Only rows that depend on an address whose holder may have changed are looked at again, so a chain of rejections costs no
/// more than its length.
/// </remarks>
internal sealed class FinalStateJudge(FinalUsers state, UserLookup users, ReportBudget reports)
{
    // A longer suggestion helps nobody, and every entry of the cell would have it.
    private const int LongestSuggestion = 1_000;

    private IReadOnlyCollection<PlannedRow> _toJudge = state.Rows;
    private ManyByKey<PlannedRow>? _dependents;

    /// <summary>Judges until no row fails.</summary>
    public void Settle()
    {
        while (_toJudge.Count > 0)
        {
            var failed = new List<(PlannedRow Row, List<ImportIssue> Reasons)>();
            foreach (var row in _toJudge)
                if (row.IsAccepted && Judge(row) is { } reasons)
                    failed.Add((row, reasons));
            _toJudge = [];
            foreach (var (row, reasons) in failed) Reject(row, reasons);
        }
    }

    /// <summary>Rejects a row, and has the rows looked at again that depend on its addresses.</summary>
    public void Reject(PlannedRow row, IEnumerable<ImportIssue> reasons)
    {
        foreach (var reason in reasons) row.Reject(reason);
        if (!row.TakesEmail) return;
        var again = _toJudge as HashSet<PlannedRow> ?? [.. _toJudge];
        foreach (var key in new[] { row.EmailKey, row.Person.StoredEmailKey })
        {
            if (key is null) continue;
            var dependents = (_dependents ??= Dependents())[key];
            for (var i = 0; i < dependents.Count; i++) again.Add(dependents[i]);
        }
        _toJudge = again;
    }

    private ManyByKey<PlannedRow> Dependents()
    {
        var dependents = new ManyByKey<PlannedRow>();
        foreach (var row in state.Rows)
        {
            if (row.TakesEmail) dependents.Add(row.EmailKey!, row);
            foreach (var key in row.ManagerKeys ?? []) dependents.Add(key, row);
        }
        return dependents;
    }

    // The reasons why a row fails; null if it does not.
    private List<ImportIssue>? Judge(PlannedRow row)
    {
        List<ImportIssue>? reasons = null;
        if (state.OtherHolder(row) is { } other) reasons = [Taken(row, other)];
        if (row.ManagerKeys is not { } keys) return reasons;
        row.Managers ??= new ManagerFinding[keys.Length];
        string? present = null;
        for (var i = 0; i < keys.Length; i++)
        {
            row.Managers[i] = state.FindManager(keys[i], row);
            if (row.Managers[i].Fault is not null && reports.Allows((reasons ??= []).Count)) reasons.Add(NoManager(row, i, ref present));
        }
        if (reasons is null && row.Existing?.Locked is { } locked && FieldComparison.ChangesManagers(row))
            reasons = [row.Row.Layout.Issues.Write("user.locked", row.Row.Place(UserColumns.Managers), value: locked, arguments: [("reason", locked)])];
        return reasons;
    }

    private static ImportIssue Taken(PlannedRow row, Person other)
    {
        var issue = row.Row.Problem(UserColumns.Email, "taken", value: row.Planned.Email,
            arguments: [("user", row.Person.DisplayName), ("other", other.DisplayName)]);
        return other.Row is { IsRejected: true, TakesEmail: true } cause
            ? issue with { Message = issue.Message + row.Row.Layout.Issues.Fill("email.taken.cause", ("row", cause.Number)) }
            : issue;
    }

    private ImportIssue NoManager(PlannedRow row, int entry, ref string? present)
    {
        var finding = row.Managers![entry];
        if (finding.Fault is "unknown") present ??= PresentManagersOf(row);
        return row.Row.Problem(UserColumns.Managers, finding.Fault!, value: row.Planned.Managers![entry],
            suggestion: finding.Fault is "unknown" && present is { Length: > 0 and <= LongestSuggestion } ? present : null,
            arguments: [("row", finding.Cause?.Number)]);
    }

    private string PresentManagersOf(PlannedRow row) =>
        string.Join(", ", (row.Existing?.Managers ?? []).Select(manager => users.Find(manager)?.FinalEmail ?? manager.Email));
}
