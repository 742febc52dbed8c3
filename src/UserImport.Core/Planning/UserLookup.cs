namespace UserImport.Planning;

/// <summary>The stored users that the check has asked for, each a <see cref="Person"/>; many are asked for at once.</summary>
internal sealed class UserLookup(IUserRepository repository)
{
    private readonly Dictionary<string, Person> _byNumber = new(StringComparer.Ordinal);
    private readonly ManyByKey<Person> _byNumberKey = new();
    private readonly ManyByKey<Person> _byEmailKey = new();
    private readonly HashSet<string> _askedEmails = new(StringComparer.Ordinal);

    /// <summary>Every person that is known, stored or referred to.</summary>
    public IEnumerable<Person> Known => _byNumber.Values;

    /// <summary>Asks for users by number without keeping them.</summary>
    public async Task<IReadOnlyList<UserRecord>> FetchNumbersAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        keys.Count == 0 ? [] : await repository.FindByEmployeeNumberAsync(keys, cancellationToken).ConfigureAwait(false);

    public async Task LoadNumbersAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Know(await FetchNumbersAsync(keys, cancellationToken).ConfigureAwait(false));

    public async Task LoadEmailsAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Where(_askedEmails.Add).ToList();
        if (wanted.Count > 0) Know(await repository.FindByEmailAsync(wanted, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Returns the stored users of a number, whatever its case (M1).</summary>
    public Many<Person> WithNumber(string key) => _byNumberKey[key];

    /// <summary>Returns the stored users who have an address today.</summary>
    public Many<Person> WithEmail(string key) => _byEmailKey[key];

    /// <summary>Returns the person of a reference if they are known.</summary>
    public Person? Find(UserReference reference) => _byNumber.GetValueOrDefault(reference.EmployeeNumber);

    /// <summary>Returns the person of a reference; one whom the repository does not return is taken as the reference says.</summary>
    public Person Of(UserReference reference)
    {
        if (Find(reference) is { } known) return known;
        return _byNumber[reference.EmployeeNumber] = new Person(null, reference.EmployeeNumber, reference.Email);
    }

    /// <summary>Keeps stored users.</summary>
    public void Know(IEnumerable<UserRecord> users)
    {
        foreach (var user in users)
        {
            if (_byNumber.TryGetValue(user.EmployeeNumber, out var known) && known.Stored is not null) continue;
            var person = new Person(user, user.EmployeeNumber, user.Email);
            _byNumber[user.EmployeeNumber] = person;
            _byNumberKey.Add(UserComparison.NumberKey(user.EmployeeNumber), person);
            _byEmailKey.Add(person.StoredEmailKey!, person);
        }
    }
}
