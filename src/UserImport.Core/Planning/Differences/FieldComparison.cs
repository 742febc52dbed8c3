using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.Differences;

/// <summary>Compares a planned user with the stored one, column by column (M3, M5–M8), and writes old and new value (K2).</summary>
internal sealed class FieldComparison(ColumnTable table, UserCells cells, UserLookup users)
{
    private readonly List<FieldChange> _changes = [];

    /// <summary>Whether the row would change a value of its user, managers aside; cells with a problem of their own say nothing.</summary>
    public static bool ChangesAnything(JudgedRow row)
    {
        foreach (var column in row.Row.Layout.Present)
            if (column != UserColumns.Managers && Differs(row, row.Row.Layout.Table.FieldOf(column)) &&
                !row.Issues.Exists(issue => issue.Column == column.Key && issue.Severity is IssueSeverity.Error))
                return true;
        return false;
    }

    /// <summary>Whether the row changes a value of its user.</summary>
    public static bool ChangesAnyField(JudgedRow row)
    {
        foreach (var field in row.Row.Layout.Table.Fields)
            if (IsChanged(row, field)) return true;
        return false;
    }

    /// <summary>Whether the managers become other persons (F3).</summary>
    public static bool ChangesManagers(JudgedRow row)
    {
        if (row.Managers is null || NamesJustTheStored(row)) return false;
        var stored = row.Existing is null ? [] : row.Existing.Managers.Select(manager => manager.EmployeeNumber).ToHashSet(StringComparer.Ordinal);
        return !stored.SetEquals(row.Managers.Select(finding => finding.Person?.EmployeeNumber ?? ""));
    }

    private static bool NamesJustTheStored(JudgedRow row)
    {
        if (row.Existing is not { } user || user.Managers.Count != row.Managers!.Length) return false;
        for (var i = 0; i < row.Managers.Length; i++)
            if (row.Managers[i].Person?.EmployeeNumber != user.Managers[i].EmployeeNumber) return false;
        return true;
    }

    /// <summary>Returns the fields that the row changes; of a new user, all that are not blank.</summary>
    public IReadOnlyList<FieldChange> Changes(JudgedRow row, UserRecord after)
    {
        if (row.Existing is not { } before) return new AddedFields(after, table, cells);
        _changes.Clear();
        foreach (var field in table.Fields)
            if (IsChanged(row, field))
                _changes.Add(new FieldChange(field.Column.Key, OldText(before, field), cells.TextOf(after, field)));
        return _changes.ToArray();
    }

    private static bool IsChanged(JudgedRow row, UserField field) =>
        row.Existing is null || (field is PeopleField ? ChangesManagers(row) : Differs(row, field));

    // Old managers are written with today's addresses.
    private string OldText(UserRecord before, UserField field) => field is PeopleField people
        ? cells.OfEmails([.. people.Of(before).Select(manager => users.Find(manager)?.StoredEmail ?? manager.Email)])
        : cells.TextOf(before, field);

    private static bool Differs(JudgedRow row, UserField field) =>
        !row.AsStored.Has(field.Column) && !field.AreSame(field.ValueOf(row.Existing!), row.Planned[field.Column]!);
}
