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

    private static string TextOf(PlannedRow row, UserColumn column) =>
        HasNoValue(row, column) ? NoValue + row.Row[column] : row.Planned[column] switch
        {
            bool flag => flag ? "yes" : "no",
            IReadOnlyList<string> names => Set(names),
            string email when column.Kind is ColumnKind.Email => CellText.Clean(email),
            string text => text,
            _ => Set(row.ManagerKeys ?? StoredManagers(row)),
        };

    // What has no planned value counts as the text of its cell.
    private static bool HasNoValue(PlannedRow row, UserColumn column) =>
        row.Row.StateOf(column) is CellState.Unreadable || column.Kind switch
        {
            ColumnKind.Flag => HasProblem(row, column),
            ColumnKind.List => HasProblem(row, column, "invalid") || HasProblem(row, column, "ambiguous"),
            // Whose zeros may be lost would be another new user, depending on which row came first.
            ColumnKind.EmployeeNumber => row.Existing is null && HasProblem(row, column, "zerosLost"),
            _ => false,
        };

    private static IEnumerable<string> StoredManagers(PlannedRow row) =>
        row.Existing?.Managers.Select(manager => StoredKeys.OfEmail(manager.Email)) ?? [];

    private static string Set(IEnumerable<string> entries)
    {
        string[] sorted = [.. entries];
        if (sorted.Length == 1) return sorted[0];
        Array.Sort(sorted, StringComparer.Ordinal);
        return string.Join('\u001E', sorted);
    }

    private static bool HasProblem(PlannedRow row, UserColumn column, string? fault = null) =>
        row.Issues.Exists(issue => issue.Column == column.Key &&
            (fault is null || issue.Code.EndsWith("." + fault, StringComparison.Ordinal)));
}
