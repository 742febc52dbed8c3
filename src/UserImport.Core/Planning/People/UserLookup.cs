using System.Runtime.InteropServices;
using UserImport.Changes;
using UserImport.Columns;

namespace UserImport.Planning.People;

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
        KnowByNumber(await FetchNumbersAsync(keys, cancellationToken).ConfigureAwait(false));

    public async Task LoadEmailsAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var wanted = keys.Where(_askedEmails.Add).ToList();
        if (wanted.Count == 0) return;
        foreach (var user in await repository.FindByEmailAsync(wanted, cancellationToken).ConfigureAwait(false))
            if (Of(user) is var person) _byEmailKey.AddOnce(person.StoredEmailKey!, person);
    }

    /// <summary>Returns the stored users of a number that was asked for and is not that of one row's user, whatever its case (M1).</summary>
    public Many<Person> WithNumber(string key) => _byNumberKey[key];

    /// <summary>Returns the stored users who have an address today, if it was asked for.</summary>
    public Many<Person> WithEmail(string key) => _byEmailKey[key];

    /// <summary>Returns the person of a reference if they are known.</summary>
    public Person? Find(UserReference reference) => _byNumber.GetValueOrDefault(reference.EmployeeNumber);

    /// <summary>Returns the person of a reference; one whom the repository does not return is taken as the reference says.</summary>
    public Person Of(UserReference reference)
    {
        if (Find(reference) is { } known) return known;
        return _byNumber[reference.EmployeeNumber] = new Person(null, reference.EmployeeNumber, reference.Email);
    }

    /// <summary>Returns the person of a stored user: always the same one, as first seen.</summary>
    public Person Of(UserRecord user)
    {
        ref var person = ref CollectionsMarshal.GetValueRefOrAddDefault(_byNumber, user.EmployeeNumber, out _);
        if (person?.Stored is null) person = new Person(user, user.EmployeeNumber, user.Email);
        return person;
    }

    /// <summary>Keeps stored users, to be found by number.</summary>
    public void KnowByNumber(IReadOnlyList<UserRecord> users)
    {
        foreach (var user in users) _byNumberKey.AddOnce(StoredKeys.OfNumber(user.EmployeeNumber), Of(user));
    }
}
