using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.FinalState;

/// <summary>What a row plans, as texts that are equal exactly when the planned values are (F1).</summary>
internal static class PlannedValues
{
    // Stands before the text of a cell that has no planned value; no text holds it.
    private const string NoValue = "\u0001";

    /// <summary>Returns a text a column; null if a cell is damaged, since such a row is identical to none.</summary>
    public static string[]? Of(PlannedRow row) =>
        row.Row.Issues.Any(issue => issue.Code.EndsWith(".damaged", StringComparison.Ordinal)) ? null : TextsOf(row);

    public static string[] TextsOf(PlannedRow row)
    {
        var texts = new string[row.Row.Layout.Table.All.Length];
        foreach (var column in row.Row.Layout.Table.All) texts[column.Index] = TextOf(row, column);
        return texts;
    }

    private static string TextOf(PlannedRow row, UserColumn column)
    {
        var planned = row.Planned;
        // What has no planned value counts as the text of its cell.
        if (row.Row.StateOf(column) is CellState.Unreadable || (column.Kind is ColumnKind.Flag && HasProblem(row, column)))
            return NoValue + row.Row[column];
        if (column.IsCustom) return planned.Custom![column.Key];
        return column.Index switch
        {
            // Whose letters differ in case would be another new user, depending on which row came first.
            0 => row.Existing?.EmployeeNumber ?? (HasProblem(row, column, "zerosLost") ? NoValue + planned.EmployeeNumber : planned.EmployeeNumber),
            1 => planned.FirstName,
            2 => planned.Prefix,
            3 => planned.LastName,
            4 => CellText.Clean(planned.Email),
            5 => planned.Company,
            6 => planned.Department,
            7 => HasNoReading(row, column) ? NoValue + row.Row[column] : Set(planned.Functions),
            8 => planned.CostCenter,
            9 => Flag(planned.SendInvitation),
            10 => Flag(planned.Active),
            11 => planned.Language,
            12 => HasNoReading(row, column) ? NoValue + row.Row[column] : Set(planned.Teams),
            13 => HasNoReading(row, column) ? NoValue + row.Row[column] : Set(row.ManagerKeys ?? StoredManagers(row)),
            _ => throw new ArgumentOutOfRangeException(nameof(column)),
        };
    }

    private static IEnumerable<string> StoredManagers(PlannedRow row) =>
        row.Existing?.Managers.Select(manager => UserKeys.OfEmail(CellText.Clean(manager.Email))) ?? [];

    private static string Set(IEnumerable<string> entries)
    {
        string[] sorted = [.. entries];
        if (sorted.Length == 1) return sorted[0];
        Array.Sort(sorted, StringComparer.Ordinal);
        return string.Join('\u001E', sorted);
    }

    private static string Flag(bool value) => value ? "yes" : "no";

    private static bool HasNoReading(PlannedRow row, UserColumn column) =>
        HasProblem(row, column, "invalid") || HasProblem(row, column, "ambiguous");

    private static bool HasProblem(PlannedRow row, UserColumn column, string? fault = null) =>
        row.Issues.Exists(issue => issue.Column == column.Key &&
            (fault is null || issue.Code.EndsWith("." + fault, StringComparison.Ordinal)));
}
