using System.Text;
using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Spreadsheets;

namespace UserImport.Planning;

/// <summary>Finds out which stored user each row of a batch is, and judges the row by itself (step 1 of section 5).</summary>
internal sealed class RowMatcher(UserLookup users, RowJudge judge, StoredSpelling spelling, UserCells cells, ImportAction action)
{
    private const int MostDigits = 15;

    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private string?[] _keys = [];
    private UserRow?[] _read = [];

    /// <summary>Matches and judges a batch: at most two lookups, one more if number cells found nobody.</summary>
    /// <returns>The rows but those that say exactly what is stored, which are set aside if <paramref name="unchanged"/> is given.</returns>
    public async Task<IReadOnlyList<PlannedRow>> MatchAsync(RowBatch batch, UnchangedRows? unchanged, CancellationToken cancellationToken)
    {
        if (_keys.Length < batch.Count) (_keys, _read) = (new string?[batch.Count], new UserRow?[batch.Count]);
        for (var i = 0; i < batch.Count; i++) (_keys[i], _read[i]) = KeyOf(batch, i);
        var keys = new ArraySegment<string?>(_keys, 0, batch.Count);
        var asked = Distinct(keys, out var areDistinct);
        var found = await users.FetchNumbersAsync(asked, cancellationToken).ConfigureAwait(false);
        if (unchanged is not null && action is not ImportAction.AddOnly && !judge.HasHostRules)
            found = SetAside(batch, FoundUsers.Match(keys, areDistinct, found), unchanged);

        var wanted = new List<(UserRow, int)>();
        for (var i = 0; i < batch.Count; i++)
            if (_keys[i] is not null || _read[i] is not null)
                wanted.Add((_read[i] ?? batch.ToUserRow(i), batch.OrdinalOf(i)));
        if (wanted.Count == 0) return [];
        users.Know(found);
        return await MatchAsync(wanted, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes rows again that were set aside, and judges them in full: at most two lookups.</summary>
    /// <returns>The rows, but for those whose user was changed meanwhile: these the file itself must say again.</returns>
    public async Task<IReadOnlyList<PlannedRow>> MatchAsync(IReadOnlyList<SetAsideRow> batch, UnchangedRows unchanged, SheetLayout layout,
        CancellationToken cancellationToken)
    {
        var found = await users.FetchNumbersAsync(Distinct([.. batch.Select(row => UserKeys.OfEmployeeNumber(row.EmployeeNumber))], out _), cancellationToken)
            .ConfigureAwait(false);
        users.Know(found);
        var stored = found.ToLookup(user => user.EmployeeNumber, StringComparer.Ordinal);
        var rows = new List<(UserRow, int)>();
        foreach (var row in batch)
            if (stored[row.EmployeeNumber].FirstOrDefault() is { } user && UserRow.Of(user, cells, layout, row.RowNumber) is var again &&
                unchanged.IsAsSeen(again, row))
                rows.Add((again, row.Ordinal));
        return await MatchAsync(rows, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<PlannedRow>> MatchAsync(List<(UserRow Row, int Ordinal)> batch, CancellationToken cancellationToken)
    {
        await users.LoadNumbersAsync(Paddings(batch.Select(row => row.Row)), cancellationToken).ConfigureAwait(false);
        var rows = batch.ConvertAll(row => Match(row.Row, row.Ordinal));
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

    // Rows that say exactly what is stored are set aside as bytes, and have no key any more. Returns the users of the others.
    private List<UserRecord> SetAside(RowBatch batch, FoundUsers found, UnchangedRows unchanged)
    {
        var others = new List<UserRecord>(found.WithoutRow);
        for (var i = 0; i < batch.Count; i++)
        {
            if (found.OfRow[i] is not { } user) continue;
            if (_read[i] is not null || !spelling.IsIn(batch[i], user))
            {
                others.Add(user);
                continue;
            }
            unchanged.Add(batch.OrdinalOf(i), batch.NumberOf(i), batch[i]);
            _keys[i] = null;
        }
        return others;
    }

    private List<string> Distinct(ReadOnlySpan<string?> keys, out bool areDistinct)
    {
        areDistinct = true;
        _distinct.Clear();
        var distinct = new List<string>(keys.Length);
        foreach (var key in keys)
        {
            if (key is null) continue;
            if (_distinct.Add(key)) distinct.Add(key);
            else areDistinct = false;
        }
        return distinct;
    }

    // The key of a plain number needs no more than its bytes; any other cell is read in full.
    private static (string? Key, UserRow? Read) KeyOf(RowBatch batch, int row)
    {
        var cells = batch[row];
        var number = cells.TextOf(UserColumns.EmployeeNumber);
        if (cells.KindOf(UserColumns.EmployeeNumber) is CellKind.Text && !number.IsEmpty && !number.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            return (UserKeys.OfEmployeeNumber(Encoding.ASCII.GetString(number)), null);
        var read = batch.ToUserRow(row);
        return (NumberKey(read), read);
    }

    private PlannedRow Match(UserRow row, int ordinal)
    {
        var key = NumberKey(row);
        var candidates = key is null ? default : users.WithNumber(key);
        var person = candidates.Count == 1 ? candidates[0] : Exact(candidates, row[UserColumns.EmployeeNumber]);
        var verdict = judge.Check(row, person?.Stored);
        var (planned, issues) = (verdict.Planned, verdict.Judged);
        if (key is not null) JudgeNumber(row, key, person, candidates, issues);
        var hasEmail = row.StateOf(UserColumns.Email) is CellState.Text or CellState.Number or CellState.True or CellState.False &&
            !(issues.Count > 0 && issues.Exists(issue => issue.Column == UserColumns.Email.Key && issue.Severity is IssueSeverity.Error));
        var matched = new PlannedRow(row, person?.Stored, planned, issues)
        {
            Ordinal = ordinal,
            Person = person ?? new Person(null, planned.EmployeeNumber, planned.Email),
            NumberKey = key,
            EmailKey = !hasEmail ? null : ReferenceEquals(planned.Email, person?.StoredEmail) ? person!.StoredEmailKey : UserComparison.EmailKey(planned.Email),
            ManagerKeys = planned.ManagerKeys,
        };
        if (person?.Stored?.Locked is { } reason && FieldComparison.ChangesAnything(matched))
            issues.Add(row.Layout.Issues.Write("user.locked", new CellPlace(row.Number), value: reason, arguments: [("reason", reason)]));
        if (issues.Exists(issue => issue.Severity is IssueSeverity.Error)) matched.Reject();
        return matched;
    }

    // A2, M1, R3.
    private void JudgeNumber(UserRow row, string key, Person? person, Many<Person> candidates, List<ImportIssue> issues)
    {
        var column = UserColumns.EmployeeNumber;
        if (person is not null)
        {
            if (action is ImportAction.AddOnly) issues.Add(row.Problem(column, "exists"));
        }
        else if (candidates.Count > 1)
        {
            issues.Add(row.Problem(column, "ambiguous", suggestion: candidates[0].EmployeeNumber,
                arguments: [("others", string.Join(", ", All(candidates).Select(candidate => candidate.EmployeeNumber)))]));
        }
        else if (Padded(row, key) is { } padded)
        {
            issues.Add(row.Problem(column, "zerosLost", suggestion: padded));
        }
        else if (action is ImportAction.UpdateOnly)
        {
            issues.Add(row.Problem(column, "unknown"));
        }
    }

    private static string? NumberKey(UserRow row) =>
        row.StateOf(UserColumns.EmployeeNumber) is CellState.Blank or CellState.Unreadable
            ? null
            : UserKeys.OfEmployeeNumber(row[UserColumns.EmployeeNumber]);

    private static Person? Exact(Many<Person> candidates, string number)
    {
        if (candidates.Count == 0) return null;
        var exact = All(candidates).Where(person => CellText.Clean(person.EmployeeNumber) == number).Take(2).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    // The spellings that differ from a number cell by leading zeros only.
    private HashSet<string> Paddings(IEnumerable<UserRow> rows)
    {
        var paddings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (NumberKey(row) is not { } key || !IsDigitsOfNumberCell(row) || users.WithNumber(key).Count > 0) continue;
            foreach (var spelling in Spellings(key)) paddings.Add(spelling);
        }
        return paddings;
    }

    private string? Padded(UserRow row, string key) => !IsDigitsOfNumberCell(row) ? null :
        Spellings(key).SelectMany(spelling => All(users.WithNumber(spelling))).Select(person => person.EmployeeNumber).FirstOrDefault();

    private static IEnumerable<Person> All(Many<Person> persons)
    {
        for (var i = 0; i < persons.Count; i++) yield return persons[i];
    }

    private static bool IsDigitsOfNumberCell(UserRow row) =>
        row.StateOf(UserColumns.EmployeeNumber) is CellState.Number && row[UserColumns.EmployeeNumber].All(char.IsAsciiDigit);

    private static IEnumerable<string> Spellings(string digits)
    {
        var bare = digits.TrimStart('0');
        for (var length = Math.Max(bare.Length, 1); length <= MostDigits; length++)
            if (length != digits.Length) yield return bare.PadLeft(length, '0');
    }
}
