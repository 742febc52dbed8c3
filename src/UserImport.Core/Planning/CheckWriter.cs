using System.Globalization;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Planning.Differences;
using UserImport.Planning.FinalState;
using UserImport.Planning.People;
using UserImport.Planning.Settling;
using UserImport.Resources;
using UserImport.Rows;

namespace UserImport.Planning;

/// <summary>Writes the final check from the judged rows (section 6).</summary>
internal sealed class CheckWriter(UserImportOptions options, SheetLayout layout, UserCells userCells, ChangeWriter changes)
{
    private readonly CheckCounter _counter = new(layout.Table);
    private readonly IssueList _issues = new(options.Limits.ListedIssues, layout.Issues);
    private readonly List<UserChange> _drafts = [];
    private readonly List<RejectedRow> _rejected = [];
    private int _duplicates;

    public ImportCheck Write(IReadOnlyList<PlannedRow> rows, SettledRows settled, IReadOnlyList<ImportIssue> notices, FinalUsers state, CheckSource source)
    {
        TakeInOrder(rows, settled, state);
        layout.LongTexts.ForgetLists();
        var rowCounts = new RowCounts(rows.Count + settled.Count, _counter.Added, _counter.Updated, _counter.Unchanged, _rejected.Count, _duplicates);
        var fileIssues = new IssueList(options.Limits.ListedIssues, layout.Issues);
        fileIssues.Add(notices);
        fileIssues.Add(AbsentNotices());
        return new ImportCheck
        {
            Rows = rowCounts,
            Counts = Counts(fileIssues),
            Issues = [.. fileIssues.Listed.Concat(_issues.Listed).Take(options.Limits.ListedIssues)],
            Groups = _issues.Groups(),
            RejectedRows = _rejected,
            AbsentColumns = [.. layout.Absent.Select(column => column.Key)],
            Changes = ChangeSet.Create(source.Id, source.CheckedAt, source.Action, source.FileName, source.Sha256, _drafts,
                Brakes.Find(options.Brakes, _counter, rowCounts, layout.Issues), options.BatchSize),
            Culture = source.Culture,
        };
    }

    private void TakeInOrder(IReadOnlyList<PlannedRow> rows, SettledRows settled, FinalUsers state)
    {
        var next = 0;
        foreach (var settledChange in settled.Changes)
        {
            while (next < rows.Count && rows[next].Ordinal < settledChange.Ordinal) Take(rows[next++], state);
            var change = settledChange.ToChange(_drafts.Count);
            _drafts.Add(change);
            _counter.CountFields(change, takesEmail: false);
        }
        while (next < rows.Count) Take(rows[next++], state);
        _counter.CountSettled(settled.Count, settled.Changes.Count);
    }

    private void Take(PlannedRow row, FinalUsers state)
    {
        if (row.Issues.Count > 1) row.Issues.Sort((one, other) => ColumnOrder(one).CompareTo(ColumnOrder(other)));
        if (row.Issues.Count > 0) _issues.Add(row.Issues);
        if (row.IsDuplicate)
        {
            _duplicates++;
            return;
        }
        if (row.IsRejected)
        {
            _rejected.Add(new RejectedRow(row.Number, Cells(row, state), [.. row.Issues]));
            return;
        }
        var change = changes.Write(row, _drafts.Count);
        _counter.Count(row, change);
        if (change is not null) _drafts.Add(change);
    }

    private int ColumnOrder(ImportIssue issue) => issue.Column is null ? -1 : layout.Table.OfKey(issue.Column).Index;

    private RejectedCells Cells(PlannedRow row, FinalUsers state)
    {
        foreach (var key in row.ManagerKeys ?? [])
            if (state.FindManager(key, row).IsOldAddress) return new RejectedCells(row.Row, WithNewAddresses(row, state));
        return new RejectedCells(row.Row, null);
    }

    // An old address that was understood becomes the new one (K6).
    private string WithNewAddresses(PlannedRow row, FinalUsers state) => userCells.OfEmails([.. row.Planned.Managers!.Select((address, i) =>
        state.FindManager(row.ManagerKeys![i], row) is { IsOldAddress: true, Person: { } manager } ? manager.FinalEmail : address)]);

    private CheckCounts Counts(IssueList fileIssues) => new()
    {
        Deactivated = _counter.Deactivated,
        Reactivated = _counter.Reactivated,
        EmailChanged = _counter.EmailChanged,
        Cleared = _counter.Cleared(),
        KeptAbsent = AbsentValues().ToDictionary(column => column.Key, _ => _counter.Existing),
        Invitations = _counter.Invitations,
        InvitationsWithheld = _counter.InvitationsWithheld,
        Warnings = _issues.Warnings + fileIssues.Warnings,
        Notices = _issues.Notices + fileIssues.Notices,
    };

    // C4: a missing optional column is not a blank column.
    private IEnumerable<UserColumn> AbsentValues() => layout.Absent.Where(column => column != UserColumns.SendInvitation);

    private IEnumerable<ImportIssue> AbsentNotices()
    {
        foreach (var column in AbsentValues())
        {
            var notice = layout.Issues.Write("columns.absent", new CellPlace(null, column), IssueSeverity.Notice,
                arguments: [("count", _counter.Existing)]);
            var tail = column == UserColumns.Active ? "columns.absent.inactive" : "columns.absent.new";
            yield return _counter.Added == 0 ? notice : notice with { Message = notice.Message + layout.Issues.Fill(tail, ("count", _counter.Added)) };
        }
    }
}

/// <summary>What a check is about: the file, the request, the moment.</summary>
internal sealed record CheckSource(Guid Id, DateTimeOffset CheckedAt, ImportAction Action, string? FileName, string? Sha256, CultureInfo Culture);
