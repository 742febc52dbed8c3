namespace UserImport.Tests.Reference;

/// <summary>The ports of a story: users and structure in memory, and a record of what was asked for.</summary>
internal class StoryUsers(OrgStructure structure, params IEnumerable<UserRecord> users) : InMemoryUsers(users), IOrgStructureLookup
{
    /// <summary>The keys of each lookup, with 'number' or 'email'.</summary>
    public List<(string By, IReadOnlyCollection<string> Keys)> Lookups { get; } = [];

    /// <summary>Whether lookups return everybody, which the port allows.</summary>
    public bool ReturnsMore { get; init; }

    public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(structure);

    public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
    {
        Lookups.Add(("number", employeeNumbers));
        var found = await base.FindByEmployeeNumberAsync(employeeNumbers, cancellationToken);
        return ReturnsMore ? All : found;
    }

    public override async Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        Lookups.Add(("email", emails));
        var found = await base.FindByEmailAsync(emails, cancellationToken);
        return ReturnsMore ? All : found;
    }
}
