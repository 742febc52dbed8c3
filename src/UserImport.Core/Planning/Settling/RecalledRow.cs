using UserImport.Changes;

namespace UserImport.Planning.Settling;

/// <summary>A settled row on which another one has a bearing.</summary>
/// <param name="Ordinal">Which row of the file it is, from 0.</param>
/// <param name="RowNumber">The row number that Excel shows.</param>
/// <param name="EmployeeNumber">The employee number, as stored.</param>
/// <param name="ContentHash">A hash of all that the row says.</param>
/// <param name="Change">What the row changes; null if nothing.</param>
internal readonly record struct RecalledRow(int Ordinal, int RowNumber, string EmployeeNumber, ulong ContentHash, SettledChange? Change)
{
    /// <summary>Returns the user as the row says, were it spelt as the export spells it; null if nobody but the file knows any more.</summary>
    public UserRecord? SaidOf(UserRecord stored)
    {
        if (Change is not { User: var seen, Update.After: var planned }) return stored;
        return UserComparison.StillStands(seen, planned, stored) ? planned with { Managers = stored.Managers } : null;
    }
}
