namespace UserImport.Conformance;

/// <summary>Every case, to be run by whatever test framework the host has.</summary>
public static class ConformanceSuite
{
    /// <summary>The cases for <see cref="IUserRepository"/>: lookups, what is stored, batches, staleness, locked users, addresses, managers, invitations.</summary>
    public static IReadOnlyList<ConformanceCase> UserRepository { get; } =
        [.. LookupCases.All, .. StoringCases.All, .. BatchCases.All, .. StaleCases.All, .. LockedCases.All, .. EmailCases.All, .. ManagerCases.All, .. InvitationCases.All];

    /// <summary>The cases for <see cref="IOrgStructureLookup"/>.</summary>
    public static IReadOnlyList<ConformanceCase> OrgStructureLookup { get; } = StructureCases.All;

    /// <summary>All cases.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } = [.. UserRepository, .. OrgStructureLookup];

    /// <summary>Runs a case by its name, for test frameworks whose parameters are text.</summary>
    /// <exception cref="ArgumentException">There is no case of that name.</exception>
    /// <exception cref="ConformanceException">The port does not conform.</exception>
    public static Task RunAsync(string name, ConformanceHost host, CancellationToken cancellationToken = default)
    {
        var found = All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no case '{name}'.", nameof(name));
        return found.RunAsync(host, cancellationToken);
    }
}
