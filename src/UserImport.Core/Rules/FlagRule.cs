using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Active and Send invitation: <c>x</c> or TRUE is yes (R5).</summary>
internal static class FlagRule
{
    public static void Judge(in RowHearing hearing)
    {
        // Under Keep a blank leaves the user as they are, and FALSE still deactivates (A4).
        hearing.Planned.Active = hearing.Keeps(UserColumns.Active) ? hearing.Existing!.Active : IsYes(hearing, UserColumns.Active);
        hearing.Planned.SendInvitation = IsYes(hearing, UserColumns.SendInvitation);
    }

    private static bool IsYes(in RowHearing hearing, UserColumn column) =>
        hearing.Row.StateOf(column) is CellState.True or CellState.Text && !hearing.HasIssue(column);
}
