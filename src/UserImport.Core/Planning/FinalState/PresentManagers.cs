using UserImport.Planning.People;

namespace UserImport.Planning.FinalState;

/// <summary>
/// The managers whom users have today, by number and by address. Of a user who has many, they are put in an index, which is kept
/// until somebody asks for those of another user: to go through all of them for each entry of a cell would cost their square.
/// </summary>
internal sealed class PresentManagers
{
    private const int Few = 16;

    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserReference> _byEmail = new(StringComparer.Ordinal);
    private IReadOnlyList<UserReference>? _indexed;

    /// <summary>Whether a person is one of them.</summary>
    public bool Has(UserRecord? user, Person person)
    {
        var managers = user?.Managers ?? [];
        if (managers.Count > Few)
        {
            Index(managers);
            return _numbers.Contains(person.EmployeeNumber);
        }
        for (var i = 0; i < managers.Count; i++)
            if (managers[i].EmployeeNumber == person.EmployeeNumber) return true;
        return false;
    }

    /// <summary>Returns the first one who is stored with an address; null if nobody is.</summary>
    public UserReference? WithEmail(UserRecord? user, string emailKey)
    {
        var managers = user?.Managers ?? [];
        if (managers.Count > Few)
        {
            Index(managers);
            return _byEmail.GetValueOrDefault(emailKey);
        }
        for (var i = 0; i < managers.Count; i++)
            if (UserKeys.OfEmail(managers[i].Email) == emailKey) return managers[i];
        return null;
    }

    private void Index(IReadOnlyList<UserReference> managers)
    {
        if (ReferenceEquals(managers, _indexed)) return;
        _numbers.Clear();
        _byEmail.Clear();
        foreach (var manager in managers)
        {
            _numbers.Add(manager.EmployeeNumber);
            _byEmail.TryAdd(UserKeys.OfEmail(manager.Email), manager);
        }
        _indexed = managers;
    }
}
