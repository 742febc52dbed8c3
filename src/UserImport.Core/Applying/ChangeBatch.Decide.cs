using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Applying;

public sealed partial class ChangeBatch
{
    /// <summary>The canonical employee numbers of the users to load inside the transaction.</summary>
    /// <remarks>The users who change, and the managers they newly get.</remarks>
    public IReadOnlyCollection<string> EmployeeNumbers { get => field ??= NumbersToLoad(); }

    /// <summary>The canonical emails of the users to load inside the transaction: the addresses that changes take.</summary>
    public IReadOnlyCollection<string> Emails { get => field ??= EmailsToLoad(); }

    /// <summary>Decides what to write, purely, from the users loaded inside the transaction (P4).</summary>
    /// <param name="current">
    /// Every user with one of <see cref="EmployeeNumbers"/> or <see cref="Emails"/>; more do no harm, nor does one twice.
    /// </param>
    public BatchDecision Decide(IReadOnlyList<UserRecord> current) => Decide(current, NothingFailed);

    /// <summary>Decides again after the database refused changes of this batch: those fail, and what needs them (P6).</summary>
    /// <param name="current">The users as they stand after the rollback.</param>
    /// <param name="failed">Why each refused change failed, by the number of the change.</param>
    public BatchDecision Decide(IReadOnlyList<UserRecord> current, IReadOnlyDictionary<int, string> failed)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(failed);
        return new BatchJudge(this, new LoadedUsers(current)).Decide(failed);
    }

    private static IReadOnlyDictionary<int, string> NothingFailed { get; } = new Dictionary<int, string>();

    private HashSet<string> NumbersToLoad()
    {
        var keys = new HashSet<string>(Changes.Count, StringComparer.Ordinal);
        foreach (var change in Changes)
        {
            Add((change.Before ?? change.After).EmployeeNumber);
            foreach (var manager in NewManagers(change)) Add(manager.EmployeeNumber);
        }
        return keys;

        // A stored number may be surrounded by blanks; it is looked up both ways.
        void Add(string number)
        {
            keys.Add(UserKeys.OfEmployeeNumber(number));
            keys.Add(StoredKeys.OfNumber(number));
        }
    }

    private HashSet<string> EmailsToLoad()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var change in Changes)
        {
            var email = StoredKeys.OfEmail(change.After.Email);
            if (change.Before is null || StoredKeys.OfEmail(change.Before.Email) != email) keys.Add(email);
        }
        return keys;
    }

    private static IReadOnlyList<UserReference> NewManagers(UserChange change) =>
        change.Before is { } before && UserComparison.AgreeIn([Columns.UserColumns.Managers.Key], before, change.After)
            ? []
            : change.After.Managers;
}
