using UserImport.Applying;

namespace UserImport.Benchmarks.Workloads;

/// <summary>A repository of users who never change, found by their canonical keys.</summary>
internal sealed class UsersInMemory : IUserRepository
{
    private readonly Dictionary<string, UserRecord> _byNumber;
    private readonly Dictionary<string, UserRecord> _byEmail;

    public UsersInMemory(IReadOnlyList<UserRecord> users)
    {
        All = users;
        _byNumber = new(users.Count, StringComparer.Ordinal);
        _byEmail = new(users.Count, StringComparer.Ordinal);
        foreach (var user in users)
        {
            _byNumber[UserKeys.OfEmployeeNumber(user.EmployeeNumber)] = user;
            _byEmail[UserKeys.OfEmail(user.Email)] = user;
        }
    }

    public IReadOnlyList<UserRecord> All { get; }

    public Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UserRecord>>(Find(_byNumber, employeeNumbers));

    public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UserRecord>>(Find(_byEmail, emails));

    public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The benchmarks check; they apply nothing.");

    private static List<UserRecord> Find(Dictionary<string, UserRecord> index, IReadOnlyCollection<string> keys)
    {
        var found = new List<UserRecord>(keys.Count);
        foreach (var key in keys)
            if (index.TryGetValue(key, out var user))
                found.Add(user);
        return found;
    }
}
