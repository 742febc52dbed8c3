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
            if (column.Index != UserColumns.Managers.Index && Differs(row, column) &&
                !row.Issues.Exists(issue => issue.Column == column.Key && issue.Severity is IssueSeverity.Error))
                return true;
        return false;
    }

    /// <summary>Whether the row changes a value of its user.</summary>
    public static bool ChangesAnyField(JudgedRow row)
    {
        foreach (var column in row.Row.Layout.Table.All)
            if (IsChanged(row, column)) return true;
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
        foreach (var column in table.All)
            if (IsChanged(row, column))
                _changes.Add(new FieldChange(column.Key, OldText(before, column), cells.TextOf(after, column)));
        return _changes.ToArray();
    }

    private static bool IsChanged(JudgedRow row, UserColumn column) =>
        row.Existing is null || (column.Index == UserColumns.Managers.Index ? ChangesManagers(row) : Differs(row, column));

    // Old managers are written with today's addresses.
    private string OldText(UserRecord before, UserColumn column) =>
        column.Index == UserColumns.Managers.Index
            ? cells.OfList(column, [.. before.Managers.Select(manager => users.Find(manager)?.StoredEmail ?? manager.Email)])
            : cells.TextOf(before, column);

    private static bool Differs(JudgedRow row, UserColumn column)
    {
        if (row.AsStored.Has(column)) return false;
        var (before, planned) = (row.Existing!, row.Planned);
        if (column.IsCustom) return row.Row.Has(column) && !Same(before.Custom.GetValueOrDefault(column.Key, ""), planned.Custom![column.Key]);
        return column.Index switch
        {
            1 => !Same(before.FirstName, planned.FirstName),
            2 => !Same(before.Prefix, planned.Prefix),
            3 => !Same(before.LastName, planned.LastName),
            4 => !Same(before.Email, planned.Email),
            5 => !NameKey.Same(before.Company, planned.Company),
            6 => !NameKey.Same(before.Department, planned.Department),
            7 => !NameKey.SameSet(before.Functions, planned.Functions),
            8 => !Same(before.CostCenter, planned.CostCenter),
            10 => before.Active != planned.Active,
            11 => !NameKey.Same(before.Language, planned.Language),
            12 => !NameKey.SameSet(before.Teams, planned.Teams),
            _ => false, // the number is never rewritten, an invitation is no value
        };
    }

    private static bool Same(string before, string planned) =>
        before == planned || CellText.Clean(before) == planned;
}
