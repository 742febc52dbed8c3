using UserImport.Applying;
using UserImport.Planning;
using UserImport.Tests.Templates;
using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Tests.Applying;

/// <summary>The decision of P4 once more, said as plainly as possible: judge each change alone, then strike out until nothing changes.</summary>
internal sealed class ReferenceDecision
{
    private readonly ChangeBatch _batch;
    private readonly IReadOnlyList<UserRecord> _users;
    private readonly ChangeOutcomeKind[] _kinds;

    public ReferenceDecision(ChangeBatch batch, IReadOnlyList<UserRecord> users, IReadOnlyDictionary<int, string> failed)
    {
        (_batch, _users) = (batch, users);
        _kinds = [.. batch.Changes.Select(change => Alone(change) is Applied && failed.ContainsKey(change.Number) ? Failed : Alone(change))];
        while (Enumerable.Range(0, _kinds.Length).Where(i => _kinds[i] == Applied && !CanStay(batch.Changes[i])).ToList() is { Count: > 0 } struck)
            struck.ForEach(i => _kinds[i] = Failed);
    }

    /// <summary>How each change ends.</summary>
    public IReadOnlyList<ChangeOutcomeKind> Kinds => _kinds;

    /// <summary>Returns the user as a change that is applied leaves them.</summary>
    public UserRecord Written(UserChange change)
    {
        if (change.Kind == ChangeKind.Added) return change.After with { Version = null };
        var (user, before, after) = (Current(change)!, change.Before!, change.After);
        return user with
        {
            Email = before.Email == after.Email ? user.Email : after.Email,
            CostCenter = before.CostCenter == after.CostCenter ? user.CostCenter : after.CostCenter,
            Managers = SamePeople(before, after) ? user.Managers : after.Managers,
        };
    }

    private ChangeOutcomeKind Alone(UserChange change)
    {
        var current = Current(change);
        if (change.Kind == ChangeKind.Added)
            return current is null ? Applied : Same(current, change.After) ? AlreadyApplied : ChangedSince;
        if (current is null) return ChangedSince;
        if (change.Kind == ChangeKind.Invited) return current.Active ? Applied : ChangedSince;
        if (Same(current, change.Before!)) return current.Locked is null ? Applied : ChangedSince;
        return Same(Written(change), current) ? AlreadyApplied : ChangedSince;
    }

    private bool CanStay(UserChange change) =>
        change.Needs.All(need => Find(need) is { } needed ? Stands(needed) : !_batch.NotApplied.Contains(need))
        && (change.Group is null || _batch.Changes.Where(other => other.Group == change.Group).All(Stands))
        && (!TakesAddress(change) || _users.Where(user => user.Email == change.After.Email).All(holder => ReferenceEquals(holder, Current(change)) || MovesAway(holder)))
        && (!GetsManagers(change) || change.After.Managers.All(manager => _users.Any(user => user.EmployeeNumber == manager.EmployeeNumber) || IsAdded(manager)));

    private bool MovesAway(UserRecord holder) =>
        _batch.Changes.Any(change => change.After.EmployeeNumber == holder.EmployeeNumber && TakesAddress(change) && IsWritten(change));

    private bool IsAdded(UserReference manager) =>
        _batch.Changes.Any(change => change.Kind == ChangeKind.Added && change.After.EmployeeNumber == manager.EmployeeNumber && IsWritten(change));

    private static bool TakesAddress(UserChange change) => change.Kind != ChangeKind.Invited && change.Before?.Email != change.After.Email;

    private static bool GetsManagers(UserChange change) =>
        change.Kind == ChangeKind.Added || (change.Kind == ChangeKind.Updated && !SamePeople(change.Before!, change.After));

    private bool Stands(UserChange change) => _kinds[Place(change)] is Applied or AlreadyApplied;

    private bool IsWritten(UserChange change) => _kinds[Place(change)] == Applied;

    private int Place(UserChange change) => change.Number - _batch.Changes[0].Number;

    private UserChange? Find(int number) => _batch.Changes.FirstOrDefault(change => change.Number == number);

    private UserRecord? Current(UserChange change) => _users.FirstOrDefault(user => user.EmployeeNumber == change.After.EmployeeNumber);

    private static bool Same(UserRecord a, UserRecord b) => SamePeople(a, b)
        && (a.FirstName, a.Prefix, a.LastName, a.Email, a.CostCenter, a.Active) == (b.FirstName, b.Prefix, b.LastName, b.Email, b.CostCenter, b.Active);

    private static bool SamePeople(UserRecord a, UserRecord b) =>
        a.Managers.Select(manager => manager.EmployeeNumber).ToHashSet().SetEquals(b.Managers.Select(manager => manager.EmployeeNumber));
}
