using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>One row while the rules look at it: what is known of it, what is planned so far, what is wrong so far.</summary>
internal readonly struct RowHearing
{
    public RowHearing(UserRow row, UserRecord? existing, OrgIndex index, UserImportOptions options)
    {
        Row = row;
        Existing = existing;
        Index = index;
        Options = options;
        Issues = row.Issues.Count == 0 ? [] : [.. row.Issues];
        Planned = new PlannedUser(row.Layout.Table.All.Length)
        {
            [UserColumns.EmployeeNumber] = existing?.EmployeeNumber ?? row[UserColumns.EmployeeNumber],
        };
    }

    public UserRow Row { get; }

    public UserRecord? Existing { get; }

    public OrgIndex Index { get; }

    /// <summary>The columns of which it is known that they say what is stored of the user.</summary>
    public ColumnSet AsStored { get; init; }

    public UserImportOptions Options { get; }

    /// <summary>How many problems the list cells of all rows may still report.</summary>
    public required ReportBudget Reports { get; init; }

    public PlannedUser Planned { get; }

    public List<ImportIssue> Issues { get; }

    /// <summary>Whether a cell has a value that can be judged.</summary>
    public bool HasValue(UserColumn column) => Row.StateOf(column) is not (CellState.Blank or CellState.Unreadable);

    /// <summary>Whether an existing user keeps their value: the column is absent (C4), or blank cells say nothing (A4).</summary>
    public bool Keeps(UserColumn column) => Existing is not null &&
        (!Row.Has(column) ||
         (Options.BlankCells is BlankCellPolicy.Keep && !column.IsRequired && Row.StateOf(column) is CellState.Blank));

    /// <summary>Takes back what the row said of a cell by itself if the column is known to say what is stored of the user (M5).</summary>
    /// <returns>Whether it is.</returns>
    public bool WithdrawIfAsStored(UserColumn column)
    {
        if (!AsStored.Has(column)) return false;
        Withdraw(column);
        return true;
    }

    /// <summary>Takes back what the row said of a cell by itself: a value that the user has and keeps is not judged again (M5).</summary>
    public void Withdraw(UserColumn column)
    {
        for (var i = Issues.Count - 1; i >= 0; i--)
            if (Issues[i].Column == column.Key) Issues.RemoveAt(i);
    }

    public bool HasIssue(UserColumn column)
    {
        foreach (var issue in Issues)
            if (issue.Column == column.Key) return true;
        return false;
    }

    public void Report(UserColumn column, string fault, string? value = null, string? suggestion = null,
        params ReadOnlySpan<(string Name, object? Value)> arguments) =>
        Issues.Add(Row.Problem(column, fault, IssueSeverity.Error, value, suggestion, arguments));
}
