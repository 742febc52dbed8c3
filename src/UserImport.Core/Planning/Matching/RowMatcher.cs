using System.Runtime.CompilerServices;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning.Differences;
using UserImport.Planning.People;
using UserImport.Planning.Settling;
using UserImport.Resources;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.Matching;

/// <summary>Finds out which stored user each row of a batch is, and judges the row by itself (step 1 of section 5).</summary>
internal sealed class RowMatcher(UserLookup users, RowJudge judge, StoredRowComparison spelling, ChangeWriter changes, UserCells cells, ImportAction action)
{
    private readonly NumberMatch _numbers = new(users, action);
    private readonly RowKeys _keys = new();
    private readonly List<MatchedRow> _rows = [];
    private readonly bool _maySettle = action is not ImportAction.AddOnly && !judge.HasHostRules;
    private UserRecord?[] _found = [];

    /// <summary>Matches and judges a batch: at most two lookups, one more if number cells found nobody.</summary>
    /// <returns>The rows but those that are settled, if <paramref name="settled"/> is given.</returns>
    public async Task<IReadOnlyList<PlannedRow>> MatchAsync(RowBatch batch, SettledRows? settled, CancellationToken cancellationToken)
    {
        var asked = _keys.Take(batch);
        Match(batch, await users.FetchNumbersAsync(asked, cancellationToken).ConfigureAwait(false), settled);
        return await JudgeAsync(_rows, cancellationToken).ConfigureAwait(false);
    }

    // Leaves the rows to be judged; the others are settled.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Match(RowBatch batch, IReadOnlyList<UserRecord> returned, SettledRows? settled)
    {
        if (_found.Length < batch.Count) _found = new UserRecord?[batch.Count];
        var found = FoundUsers.Match(_keys.OfRows, _keys.AreDistinct, returned, _found);
        users.KnowByNumber(found.WithoutRow);
        _rows.Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            if (IsSetAside(batch, i, found.OfRow[i], settled, out var asStored)) continue;
            var row = new MatchedRow(_keys.ReadOf(i) ?? batch.ToUserRow(i, found.OfRow[i], asStored), batch.OrdinalOf(i), found.OfRow[i], asStored);
            if (settled is null || !IsSettled(batch, i, ref row, settled)) _rows.Add(row);
        }
    }

    /// <summary>Makes settled rows again, and judges them in full: at most two lookups.</summary>
    /// <returns>The rows, but for those that were spelt otherwise, or whose user was edited meanwhile: these the file itself must say again.</returns>
    public async Task<IReadOnlyList<PlannedRow>> MatchAsync(IReadOnlyList<RecalledRow> batch, SettledRows settled, SheetLayout layout,
        CancellationToken cancellationToken)
    {
        var asked = batch.Select(row => UserKeys.OfEmployeeNumber(row.EmployeeNumber)).Distinct(StringComparer.Ordinal).ToList();
        var found = await users.FetchNumbersAsync(asked, cancellationToken).ConfigureAwait(false);
        users.KnowByNumber(found);
        var stored = found.ToLookup(user => user.EmployeeNumber, StringComparer.Ordinal);
        var rows = new List<MatchedRow>();
        foreach (var row in batch)
        {
            if (stored[row.EmployeeNumber].FirstOrDefault() is not { } user || row.SaidOf(user) is not { } said) continue;
            var again = UserRow.Of(said, cells, layout, row.RowNumber);
            if (settled.IsAsSeen(again, row)) rows.Add(new(again, row.Ordinal, null, default));
        }
        return await JudgeAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    // Which columns of a row say what is stored of its user; if all do, the row is set aside as bytes, and no string is made of it.
    private bool IsSetAside(RowBatch batch, int row, UserRecord? user, SettledRows? settled, out ColumnSet asStored)
    {
        asStored = default;
        if (user is null || _keys.ReadOf(row) is not null) return false;
        asStored = spelling.In(batch[row], user);
        if (settled is null || !_maySettle || !spelling.IsAll(asStored)) return false;
        settled.Add(batch.OrdinalOf(row), batch.NumberOf(row), batch[row]);
        return true;
    }

    // Whether nothing is wrong with a row, and it changes nothing that has a bearing on others.
    private bool IsSettled(RowBatch batch, int row, ref MatchedRow matched, SettledRows settled)
    {
        if (!_maySettle || matched.User is not { Locked: null } user || !spelling.HasNoBearing(matched.AsStored, user)) return false;
        var planned = judge.Plan(matched.Row, user, matched.AsStored, out var issues);
        matched = matched with { Planned = planned, Issues = issues };
        if (issues.Count > 0) return false;
        var update = changes.Update(new JudgedRow(matched.Row, user, planned, issues) { AsStored = matched.AsStored });
        settled.Add(matched.Ordinal, matched.Row.Number, batch[row],
            update is { } made ? new SettledChange(matched.Ordinal, matched.Row.Number, user, made) : null);
        return true;
    }

    /// <summary>Judges rows whose users are known, in full: one lookup, one more if number cells found nobody.</summary>
    private async Task<IReadOnlyList<PlannedRow>> JudgeAsync(List<MatchedRow> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0) return [];
        var paddings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in batch)
            if (row.User is null) _numbers.AddPaddings(row.Row, paddings);
        await users.LoadNumbersAsync(paddings, cancellationToken).ConfigureAwait(false);
        var rows = batch.ConvertAll(Judge);
        await users.LoadEmailsAsync(EmailsIn(rows), cancellationToken).ConfigureAwait(false);
        return rows;
    }

    // The addresses of which it matters who has them.
    private static IEnumerable<string> EmailsIn(List<PlannedRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var key in row.ManagerKeys ?? []) yield return key;
            if (row.TakesEmail) yield return row.EmailKey!;
        }
    }

    private PlannedRow Judge(MatchedRow matched)
    {
        var row = matched.Row;
        var key = NumberMatch.KeyOf(row);
        var person = matched.User is { } user ? users.Of(user) : key is null ? null : _numbers.PersonOf(row, key);
        // A user whom an earlier row has found is that one, even if they have changed since.
        var isSame = ReferenceEquals(person?.Stored, matched.User);
        var asStored = isSame ? matched.AsStored : default;
        var (planned, issues) = isSame && matched.Planned is not null ? (matched.Planned, matched.Issues!)
            : (judge.Plan(row, person?.Stored, asStored, out var found), found);
        if (key is not null) _numbers.Judge(row, key, person, issues);
        var hasEmail = row.StateOf(UserColumns.Email) is CellState.Text or CellState.Number or CellState.True or CellState.False &&
            !issues.Exists(issue => issue.Column == UserColumns.Email.Key && issue.Severity is IssueSeverity.Error);
        var judged = new PlannedRow(row, person?.Stored, planned, issues)
        {
            Ordinal = matched.Ordinal,
            Person = person ?? new Person(null, planned.EmployeeNumber, planned.Email),
            NumberKey = key,
            EmailKey = !hasEmail ? null
                : planned.Email == person?.StoredEmail ? person.StoredEmailKey : StoredKeys.OfEmail(planned.Email),
            ManagerKeys = planned.ManagerKeys,
            AsStored = asStored,
        };
        if (person?.Stored?.Locked is { } reason && FieldComparison.ChangesAnything(judged))
            issues.Add(row.Layout.Issues.Write("user.locked", new CellPlace(row.Number), value: reason, arguments: [("reason", reason)]));
        if (issues.Exists(issue => issue.Severity is IssueSeverity.Error)) judged.Reject();
        return judged;
    }
}
