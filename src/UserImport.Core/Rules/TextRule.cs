using UserImport.Columns;
using UserImport.Resources;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Names, cost center and the host's own columns: any text within its length (R9, C6).</summary>
internal static class TextRule
{
    public static void Judge(in RowHearing hearing, ColumnTable table)
    {
        var (planned, existing) = (hearing.Planned, hearing.Existing);
        planned.FirstName = Plan(hearing, UserColumns.FirstName, existing?.FirstName);
        planned.Prefix = Plan(hearing, UserColumns.Prefix, existing?.Prefix);
        planned.LastName = Plan(hearing, UserColumns.LastName, existing?.LastName);
        planned.CostCenter = Plan(hearing, UserColumns.CostCenter, existing?.CostCenter);
        for (var i = UserColumns.All.Count; i < table.All.Length; i++) JudgeCustom(hearing, table, table.All[i]);
    }

    private static void JudgeCustom(in RowHearing hearing, ColumnTable table, UserColumn column)
    {
        var stored = hearing.Existing?.Custom.GetValueOrDefault(column.Key, "");
        var value = Plan(hearing, column, stored);
        (hearing.Planned.Custom ??= new(StringComparer.Ordinal))[column.Key] = value;
        var isKept = stored is not null && ReferenceEquals(value, stored);
        if (!isKept && hearing.HasValue(column) && table.RuleOf(column)?.Invoke(value, hearing.Row.Layout.Issues.Messages.Language) is { } reason)
            hearing.Report(column, "invalid", arguments: [("reason", reason)]);
    }

    // A value that only differs by what R1 removes is the stored one.
    private static string Plan(in RowHearing hearing, UserColumn column, string? stored)
    {
        if (stored is not null && (hearing.WithdrawIfAsStored(column) || hearing.Keeps(column))) return stored;
        var text = hearing.Row[column];
        if (stored is null || !hearing.Row.Has(column) || hearing.Row.StateOf(column) is Rows.CellState.Unreadable) return text;
        if (text != stored && text != CellText.Clean(stored)) return text;
        if (text.Length > 0) hearing.Withdraw(column);
        return stored;
    }
}
