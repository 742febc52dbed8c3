namespace UserImport.Conformance;

/// <summary>The host whose ports are tried: its services, and how to count the invitations that it stored.</summary>
public sealed class ConformanceHost
{
    /// <summary>Creates the host.</summary>
    /// <param name="services">
    /// Services with <see cref="IUserRepository"/> and <see cref="IOrgStructureLookup"/>. A case opens a scope for every call, as
    /// a host's requests do, so nothing that must last can hide in a scoped object.
    /// </param>
    /// <param name="countInvitations">
    /// Returns how many invitations are stored for an employee number, sent or not; the services are those of a scope.
    /// </param>
    public ConformanceHost(IServiceProvider services, Func<IServiceProvider, string, CancellationToken, Task<int>> countInvitations)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(countInvitations);
        Services = services;
        CountInvitations = countInvitations;
    }

    /// <summary>
    /// Locks the user with an employee number, for a reason in the host's words (M9); null, the default, if the host locks nobody:
    /// the cases about locked users then have nothing to try.
    /// </summary>
    public Func<IServiceProvider, string, CancellationToken, Task>? LockUser { get; init; }

    internal IServiceProvider Services { get; }

    internal Func<IServiceProvider, string, CancellationToken, Task<int>> CountInvitations { get; }
}
