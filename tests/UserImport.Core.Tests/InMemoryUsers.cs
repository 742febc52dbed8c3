using System.Text;
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
    private int _versions;

    /// <summary>Users as given, even those that no rule would let in, such as two with one address.</summary>
    public InMemoryUsers(params IEnumerable<UserRecord> users)
    {
        foreach (var user in users) Put(user);
    }

    protected UserTable Users { get; set; } = UserTable.Empty;

    /// <summary>Everybody by number, managers with the addresses they have now.</summary>
    public IReadOnlyList<UserRecord> All => [.. Users.Numbers.Order(StringComparer.Ordinal).Select(Users.Read)];

    /// <summary>Who was sent an invitation, by which change set.</summary>
    public IReadOnlyList<(Guid ChangeSet, string EmployeeNumber)> Outbox => _outbox;

    public int FindByEmployeeNumberCalls { get; private set; }

    public int FindByEmailCalls { get; private set; }

    public int ApplyCalls { get; private set; }

    /// <summary>The most keys asked for in one call.</summary>
    public int LargestQuestion { get; private set; }

    public UserRecord this[string employeeNumber] => Users.Read(employeeNumber);

    public bool Has(string employeeNumber) => Users.Has(employeeNumber);

    /// <summary>Adds or replaces a user behind the back of every import, by exact number.</summary>
    public void Put(UserRecord user) => Users = Users.Without(user.EmployeeNumber).With(Stamp(user));

    /// <summary>Deletes a user behind the back of every import, and whatever links to them.</summary>
    public void Remove(string employeeNumber)
    {
        Users = Users.Without(employeeNumber);
        foreach (var user in All.Where(user => user.Managers.Any(manager => manager.EmployeeNumber == employeeNumber)))
            Put(user with { Managers = [.. user.Managers.Where(manager => manager.EmployeeNumber != employeeNumber)] });
    }

    public virtual Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
    {
        FindByEmployeeNumberCalls++;
        LargestQuestion = Math.Max(LargestQuestion, employeeNumbers.Count);
        return Task.FromResult<IReadOnlyList<UserRecord>>([.. Users.ByEmployeeNumber(employeeNumbers)]);
    }

    public virtual Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        FindByEmailCalls++;
        LargestQuestion = Math.Max(LargestQuestion, emails.Count);
        return Task.FromResult<IReadOnlyList<UserRecord>>([.. Users.ByEmail(emails)]);
    }

    public virtual Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        ApplyCalls++;
        cancellationToken.ThrowIfCancellationRequested();
        lock (_record)
        {
            if (Recall(batch) is { } recorded) return Task.FromResult(recorded);
            var current = Users.ByEmployeeNumber(batch.EmployeeNumbers).Concat(Users.ByEmail(batch.Emails)).ToList();
            var decision = batch.Decide(current);
            Users = Write(Users, decision.Writes);
            _outbox.AddRange(decision.Invitations.Select(write => (batch.ChangeSetId, write.User.EmployeeNumber)));
            Record(batch, decision.Outcomes);
            return Task.FromResult(decision.Outcomes);
        }
    }

    protected void Invite(IEnumerable<UserChange> changes) =>
        _outbox.AddRange(changes.Select(change => (Guid.Empty, change.After.EmployeeNumber)).ToList());

    /// <summary>The recorded outcomes of a batch that was committed before; null if there is no record.</summary>
    protected virtual IReadOnlyList<ChangeOutcome>? Recall(ChangeBatch batch) => _record.GetValueOrDefault((batch.ChangeSetId, batch.Number));

    protected virtual void Record(ChangeBatch batch, IReadOnlyList<ChangeOutcome> outcomes) =>
        _record[(batch.ChangeSetId, batch.Number)] = outcomes;

    /// <summary>The three sweeps; each step leaves a table that its constraints allow, or throws.</summary>
    protected virtual UserTable Write(UserTable users, IReadOnlyList<UserWrite> writes)
    {
        users = Park(users, writes);
        foreach (var write in writes.Where(write => write.Change.Kind != ChangeKind.Invited)) users = WriteOne(users, write);
        return Link(users, writes);
    }

    protected virtual UserTable Park(UserTable users, IReadOnlyList<UserWrite> writes)
    {
        foreach (var write in writes.Where(write => write.ChangesEmail))
        {
            var present = users.Read(write.User.EmployeeNumber);
            // Two numbers may differ in case alone, two addresses may not.
            users = users.Update(present with { Email = "parked:" + Convert.ToHexString(Encoding.UTF8.GetBytes(present.EmployeeNumber)) });
        }
        return users;
    }

    protected virtual UserTable WriteOne(UserTable users, UserWrite write)
    {
        var user = Stamp(write.User with { Functions = [.. write.User.Functions], Teams = [.. write.User.Teams] });
        return write.Change.Kind == ChangeKind.Added
            ? users.Insert(user with { Managers = [] })
            : users.Update(user with { Managers = users.Read(user.EmployeeNumber).Managers });
    }

    protected virtual UserTable Link(UserTable users, IReadOnlyList<UserWrite> writes)
    {
        foreach (var write in writes.Where(write => write.Columns.Contains("Managers")))
            users = users.Update(users.Read(write.User.EmployeeNumber) with { Managers = write.User.Managers });
        return users;
    }

    protected virtual UserRecord Stamp(UserRecord user) => user with { Version = $"v{++_versions}" };
}
