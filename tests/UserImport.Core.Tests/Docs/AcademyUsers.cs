namespace UserImport.Tests.Docs;

using UserImport;
using UserImport.Applying;
using UserImport.Planning;

public sealed class AcademyUsers : IUserRepository
{
    private readonly Lock _transaction = new();
    private readonly Dictionary<(Guid ChangeSet, int Number), IReadOnlyList<ChangeOutcome>> _batches = [];
    private readonly List<string> _invitations = [];
    private Dictionary<string, UserRecord> _users = [];

    public IReadOnlyList<string> Invitations => _invitations;

    public Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken) =>
        Task.FromResult(Find(user => employeeNumbers.Contains(Key(user.EmployeeNumber))));

    public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
        Task.FromResult(Find(user => emails.Contains(UserKeys.OfEmail(user.Email))));

    public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_transaction)
        {
            if (_batches.TryGetValue((batch.ChangeSetId, batch.Number), out var known)) return Task.FromResult(known);

            var decision = batch.Decide(Find(user =>
                batch.EmployeeNumbers.Contains(Key(user.EmployeeNumber)) || batch.Emails.Contains(UserKeys.OfEmail(user.Email))));
            var users = new Dictionary<string, UserRecord>(_users);
            foreach (var write in decision.Writes.Where(write => write.Change.Kind != ChangeKind.Invited))
                users[Key(write.User.EmployeeNumber)] = write.User with
                {
                    Functions = [.. write.User.Functions],
                    Teams = [.. write.User.Teams],
                    Managers = [.. write.User.Managers],
                };

            _users = users;
            _invitations.AddRange(decision.Invitations.Select(write => write.User.EmployeeNumber));
            _batches.Add((batch.ChangeSetId, batch.Number), decision.Outcomes);
            return Task.FromResult(decision.Outcomes);
        }
    }

    private IReadOnlyList<UserRecord> Find(Func<UserRecord, bool> wanted)
    {
        var users = _users;
        return [.. users.Values.Where(wanted).Select(user => user with { Managers = [.. user.Managers.Select(Today)] })];

        UserReference Today(UserReference manager)
        {
            var found = users[Key(manager.EmployeeNumber)];
            return new UserReference(found.EmployeeNumber, found.Email);
        }
    }

    private static string Key(string employeeNumber) => UserKeys.OfEmployeeNumber(employeeNumber);
}
