using UserImport.Columns;
using UserImport.Planning.People;

namespace UserImport.Planning;

/// <summary>Counts what a check says besides rows (K1), and what the brakes look at (K5).</summary>
internal sealed class CheckCounter(ColumnTable table)
{
    private readonly int[] _cleared = new int[table.All.Length];

    public int Added { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Deactivated { get; private set; }

    public int Reactivated { get; private set; }

    public int EmailChanged { get; private set; }

    public int Invitations { get; private set; }

    public int InvitationsWithheld { get; private set; }

    /// <summary>Users who lose at least one value.</summary>
    public int Losing { get; private set; }

    /// <summary>Users who get another address by M6.</summary>
    public int Readdressed { get; private set; }

    /// <summary>Updates in which first name, last name and email all change (F6).</summary>
    public int Shifted { get; private set; }

    /// <summary>Accepted rows of existing users.</summary>
    public int Existing => Updated + Unchanged;

    /// <summary>Counts rows on which no other has a bearing, and their changes.</summary>
    public void CountSettled(int rows, int changes)
    {
        Updated += changes;
        Unchanged += rows - changes;
    }

    public void Count(PlannedRow row, UserChange? change)
    {
        if (row.Existing is null) Added++;
        else if (change is { Kind: ChangeKind.Updated }) Updated++;
        else Unchanged++;
        if (change is { SendInvitation: true }) Invitations++;
        if (row.Planned is { SendInvitation: true, Active: false }) InvitationsWithheld++;
        if (change is { Kind: ChangeKind.Updated }) CountFields(change, row.TakesEmail);
    }

    public Dictionary<string, int> Cleared() =>
        table.All.Where(column => _cleared[column.Index] > 0).ToDictionary(column => column.Key, column => _cleared[column.Index]);

    /// <summary>Counts what a change does to single fields.</summary>
    public void CountFields(UserChange change, bool takesEmail)
    {
        var losing = false;
        foreach (var field in change.Fields)
        {
            if (field.Column == UserColumns.Active.Key)
            {
                if (change.After.Active) Reactivated++;
                else Deactivated++;
            }
            else if (field.Old.Length > 0 && field.New.Length == 0)
            {
                _cleared[table.OfKey(field.Column).Index]++;
                losing = true;
            }
        }
        if (losing) Losing++;
        if (!Changes(change, UserColumns.Email)) return;
        EmailChanged++;
        if (takesEmail) Readdressed++;
        if (Changes(change, UserColumns.FirstName) && Changes(change, UserColumns.LastName)) Shifted++;
    }

    private static bool Changes(UserChange change, UserColumn column)
    {
        foreach (var field in change.Fields)
            if (field.Column == column.Key) return true;
        return false;
    }
}
