using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Names, cost center and the host's own columns: any text within its length (R9, C6).</summary>
internal static class TextRule
{
    public static void Judge(in RowHearing hearing, TextField field)
    {
        var column = field.Column;
        var stored = hearing.Existing is { } user ? field.Of(user) : null;
        var value = Plan(hearing, column, stored);
        hearing.Planned[column] = value;
        if (field.Rule is not { } rule || (stored is not null && ReferenceEquals(value, stored)) || !hearing.HasValue(column)) return;
        if (rule(value, hearing.Row.Layout.Issues.Messages.Language) is { } reason)
            hearing.Report(column, "invalid", arguments: [("reason", reason)]);
    }

    // A value that only differs by what R1 removes is the stored one.
    private static string Plan(in RowHearing hearing, UserColumn column, string? stored)
    {
        if (stored is not null && (hearing.WithdrawIfAsStored(column) || hearing.Keeps(column))) return stored;
        var text = hearing.Row[column];
        if (stored is null || !hearing.Row.Has(column) || hearing.Row.StateOf(column) is CellState.Unreadable) return text;
        if (text != stored && text != CellText.Clean(stored)) return text;
        if (text.Length > 0) hearing.Withdraw(column);
        return stored;
    }
}
