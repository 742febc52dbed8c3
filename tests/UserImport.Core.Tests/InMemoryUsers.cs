using UserImport.Applying;
using UserImport.Planning;

namespace UserImport.Tests;

/// <summary>
/// A repository as a host should write one, in memory: indexed canonical keys, one atomic batch at a time with its record
/// and outbox, a UNIQUE index on emails and a foreign key on managers that are checked row by row.
/// </summary>
public class InMemoryUsers : IUserRepository
{
    private readonly Dictionary<(Guid ChangeSet, int Batch), IReadOnlyList<ChangeOutcome>> _record = [];
    private readonly List<(Guid ChangeSet, string EmployeeNumber)> _outbox = [];
    private UserTable _users = UserTable.Empty;
    private int _versions;

    /// <summary>Users as given, even those that no rule would let in, such as two with one address.</summary>
    public InMemoryUsers(params IEnumerable<UserRecord> users)
    {
        foreach (var user in users) Put(user);
    }

    /// <summary>Everybody by number, managers with the addresses they have now.</summary>
    public IReadOnlyList<UserRecord> All => [.. _users.Numbers.Order(StringComparer.Ordinal).Select(_users.Read)];

    /// <summary>Who was sent an invitation, by which change set.</summary>
    public IReadOnlyList<(Guid ChangeSet, string EmployeeNumber)> Outbox => _outbox;

    public int FindByEmployeeNumberCalls { get; private set; }

    public int FindByEmailCalls { get; private set; }

    public int ApplyCalls { get; private set; }

    /// <summary>The most keys asked for in one call.</summary>
    public int LargestQuestion { get; private set; }

    public UserRecord this[string employeeNumber] => _users.Read(employeeNumber);

    public bool Has(string employeeNumber) => _users.Has(employeeNumber);

    /// <summary>Adds or replaces a user behind the back of every import, by exact number.</summary>
    public void Put(UserRecord user) => _users = _users.Without(user.EmployeeNumber).With(Stamp(user));

    /// <summary>Deletes a user behind the back of every import, and whatever links to them.</summary>
    public void Remove(string employeeNumber)
    {
        _users = _users.Without(employeeNumber);
        foreach (var user in All.Where(user => user.Managers.Any(manager => manager.EmployeeNumber == employeeNumber)))
            Put(user with { Managers = [.. user.Managers.Where(manager => manager.EmployeeNumber != employeeNumber)] });
    }

    public virtual Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
    {
        FindByEmployeeNumberCalls++;
        LargestQuestion = Math.Max(LargestQuestion, employeeNumbers.Count);
        return Task.FromResult<IReadOnlyList<UserRecord>>([.. _users.ByEmployeeNumber(employeeNumbers)]);
    }

    public virtual Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        FindByEmailCalls++;
        LargestQuestion = Math.Max(LargestQuestion, emails.Count);
        return Task.FromResult<IReadOnlyList<UserRecord>>([.. _users.ByEmail(emails)]);
    }

    public virtual Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        ApplyCalls++;
        cancellationToken.ThrowIfCancellationRequested();
        if (_record.TryGetValue((batch.ChangeSetId, batch.Number), out var recorded)) return Task.FromResult(recorded);
        var current = _users.ByEmployeeNumber(batch.EmployeeNumbers).Concat(_users.ByEmail(batch.Emails)).ToList();
        var decision = batch.Decide(current);
        var users = Write(_users, decision.Writes);
        _users = users;
        _outbox.AddRange(decision.Invitations.Select(write => (batch.ChangeSetId, write.User.EmployeeNumber)));
        _record.Add((batch.ChangeSetId, batch.Number), decision.Outcomes);
        return Task.FromResult(decision.Outcomes);
    }

    /// <summary>The three sweeps; each step leaves a table that its constraints allow, or throws.</summary>
    protected virtual UserTable Write(UserTable users, IReadOnlyList<UserWrite> writes)
    {
        foreach (var write in writes.Where(write => write.ChangesEmail))
        {
            var present = users.Read(write.User.EmployeeNumber);
            users = users.Update(present with { Email = "parked:" + present.EmployeeNumber });
        }
        foreach (var write in writes.Where(write => write.Change.Kind != ChangeKind.Invited))
            users = write.Change.Kind == ChangeKind.Added
                ? users.Insert(Stamp(write.User with { Managers = [] }))
                : users.Update(Stamp(write.User with { Managers = users.Read(write.User.EmployeeNumber).Managers }));
        foreach (var write in writes.Where(write => write.Columns.Contains("Managers")))
            users = users.Update(users.Read(write.User.EmployeeNumber) with { Managers = write.User.Managers });
        return users;
    }

    private UserRecord Stamp(UserRecord user) => user with { Version = $"v{++_versions}" };
}
