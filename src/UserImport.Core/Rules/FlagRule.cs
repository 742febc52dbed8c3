using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Flags, such as Active and Send invitation: <c>x</c> or TRUE is yes (R5).</summary>
internal static class FlagRule
{
    // Under Keep a blank leaves the user as they are, and FALSE still deactivates (A4); a wish is not kept.
    public static void Judge(in RowHearing hearing, UserField field) =>
        hearing.Planned[field.Column] = field is FlagField && hearing.Keeps(field.Column)
            ? field.ValueOf(hearing.Existing!)
            : FlagField.Boxed(IsYes(hearing, field.Column));

    private static bool IsYes(in RowHearing hearing, UserColumn column) =>
        hearing.Row.StateOf(column) is CellState.True or CellState.Text && !hearing.HasIssue(column);
}
