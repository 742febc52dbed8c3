using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning;

/// <summary>Finds out which stored user each row of a batch is, and judges the row by itself (step 1 of section 5).</summary>
internal sealed class RowMatcher(UserLookup users, RowJudge judge, ImportAction action)
{
    private const int MostDigits = 15;

    /// <summary>Matches and judges a batch: at most two lookups, one more if number cells found nobody.</summary>
    public async Task<IReadOnlyList<PlannedRow>> MatchAsync(IReadOnlyList<UserRow> batch, CancellationToken cancellationToken)
    {
        var numbers = batch.Select(NumberKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        await users.LoadNumbersAsync(numbers, cancellationToken).ConfigureAwait(false);
        await users.LoadNumbersAsync(Paddings(batch), cancellationToken).ConfigureAwait(false);
        var rows = new PlannedRow[batch.Count];
        for (var i = 0; i < rows.Length; i++) rows[i] = Match(batch[i]);
        var emails = rows.SelectMany(row => row.ManagerKeys ?? []).Concat(rows.Select(row => row.EmailKey).OfType<string>());
        await users.LoadEmailsAsync(emails, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    private PlannedRow Match(UserRow row)
    {
        var key = NumberKey(row);
        var candidates = key is null ? [] : users.WithNumber(key);
        var person = candidates.Count == 1 ? candidates[0] : Exact(candidates, row[UserColumns.EmployeeNumber]);
        var verdict = judge.Check(row, person?.Stored);
        var (planned, issues) = (verdict.Planned, verdict.Issues.ToList());
        if (key is not null) JudgeNumber(row, key, person, candidates, issues);
        var hasEmail = row.StateOf(UserColumns.Email) is CellState.Text or CellState.Number or CellState.True or CellState.False &&
            !issues.Exists(issue => issue.Column == UserColumns.Email.Key && issue.Severity is IssueSeverity.Error);
        var matched = new PlannedRow(row, person?.Stored, planned, issues)
        {
            Person = person ?? new Person(null, planned.EmployeeNumber, planned.Email),
            NumberKey = key,
            EmailKey = hasEmail ? UserKeys.OfEmail(CellText.Clean(planned.Email)) : null,
            ManagerKeys = planned.Managers?.Select(UserKeys.OfEmail).ToArray(),
        };
        if (person?.Stored?.Locked is { } reason && FieldComparison.ChangesAnything(matched))
            issues.Add(row.Layout.Issues.Write("user.locked", new CellPlace(row.Number), arguments: [("reason", reason)]));
        if (issues.Exists(issue => issue.Severity is IssueSeverity.Error)) matched.Reject();
        return matched;
    }

    // A2, M1, R3.
    private void JudgeNumber(UserRow row, string key, Person? person, IReadOnlyList<Person> candidates, List<ImportIssue> issues)
    {
        var column = UserColumns.EmployeeNumber;
        if (person is not null)
        {
            if (action is ImportAction.AddOnly) issues.Add(row.Problem(column, "exists"));
        }
        else if (candidates.Count > 1)
        {
            issues.Add(row.Problem(column, "ambiguous", suggestion: candidates[0].EmployeeNumber,
                arguments: [("others", string.Join(", ", candidates.Select(candidate => candidate.EmployeeNumber)))]));
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

    private static Person? Exact(IReadOnlyList<Person> candidates, string number)
    {
        var exact = candidates.Where(person => CellText.Clean(person.EmployeeNumber) == number).Take(2).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    // The spellings that differ from a number cell by leading zeros only.
    private HashSet<string> Paddings(IReadOnlyList<UserRow> batch)
    {
        var paddings = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in batch)
        {
            if (NumberKey(row) is not { } key || !IsDigitsOfNumberCell(row) || users.WithNumber(key).Count > 0) continue;
            foreach (var spelling in Spellings(key)) paddings.Add(spelling);
        }
        return paddings;
    }

    private string? Padded(UserRow row, string key) => !IsDigitsOfNumberCell(row) ? null :
        Spellings(key).SelectMany(users.WithNumber).Select(person => person.EmployeeNumber).FirstOrDefault();

    private static bool IsDigitsOfNumberCell(UserRow row) =>
        row.StateOf(UserColumns.EmployeeNumber) is CellState.Number && row[UserColumns.EmployeeNumber].All(char.IsAsciiDigit);

    private static IEnumerable<string> Spellings(string digits)
    {
        var bare = digits.TrimStart('0');
        for (var length = Math.Max(bare.Length, 1); length <= MostDigits; length++)
            if (length != digits.Length) yield return bare.PadLeft(length, '0');
    }
}
