using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Rows;

namespace UserImport.Planning.Matching;

/// <summary>Finds whose employee number a row has, and says what is wrong with the number (A2, M1, R3).</summary>
internal sealed class NumberMatch(UserLookup users, ImportAction action)
{
    /// <summary>Returns the key of a row's number; null if the cell cannot be read.</summary>
    public static string? KeyOf(UserRow row) =>
        row.StateOf(UserColumns.EmployeeNumber) is CellState.Blank or CellState.Unreadable
            ? null
            : UserKeys.OfEmployeeNumber(row[UserColumns.EmployeeNumber]);

    /// <summary>Returns the stored person of a number; null if there is none, or if it is not clear which one is meant.</summary>
    public Person? PersonOf(UserRow row, string key)
    {
        var candidates = users.WithNumber(key);
        return candidates.Count < 2 ? (candidates.Count == 0 ? null : candidates[0]) : OnlyOne(candidates, row[UserColumns.EmployeeNumber]);
    }

    /// <summary>Reports what is wrong with a number.</summary>
    public void Judge(UserRow row, string key, Person? person, List<ImportIssue> issues)
    {
        var column = UserColumns.EmployeeNumber;
        if (person is not null)
        {
            if (action is ImportAction.AddOnly) issues.Add(row.Problem(column, "exists"));
        }
        else if (users.WithNumber(key) is { Count: > 1 } candidates)
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

    /// <summary>Adds the spellings that differ from a number cell by leading zeros only, where nobody has the number itself.</summary>
    public void AddPaddings(UserRow row, HashSet<string> paddings)
    {
        if (IsDigitsOfNumberCell(row) && KeyOf(row) is { } key && users.WithNumber(key).Count == 0)
            paddings.UnionWith(Spellings(key));
    }

    // The one whose number is spelt so; null if there is none, or more than one.
    private static Person? OnlyOne(Many<Person> candidates, string number)
    {
        var exact = All(candidates).Where(person => CellText.Clean(person.EmployeeNumber) == number).Take(2).ToList();
        return exact.Count == 1 ? exact[0] : null;
    }

    private string? Padded(UserRow row, string key) => !IsDigitsOfNumberCell(row) ? null :
        Spellings(key).SelectMany(spelling => All(users.WithNumber(spelling))).Select(person => person.EmployeeNumber).FirstOrDefault();

    private static bool IsDigitsOfNumberCell(UserRow row) =>
        row.StateOf(UserColumns.EmployeeNumber) is CellState.Number && row[UserColumns.EmployeeNumber].All(char.IsAsciiDigit);

    private static IEnumerable<string> Spellings(string digits)
    {
        var bare = digits.TrimStart('0');
        for (var length = Math.Max(bare.Length, 1); length <= CellReader.MostDigits; length++)
            if (length != digits.Length) yield return bare.PadLeft(length, '0');
    }

    private static IEnumerable<Person> All(Many<Person> persons)
    {
        for (var i = 0; i < persons.Count; i++) yield return persons[i];
    }
}
