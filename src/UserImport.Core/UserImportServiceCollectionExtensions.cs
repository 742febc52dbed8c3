using UserImport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the import of users to a host.</summary>
public static class UserImportServiceCollectionExtensions
{
    /// <summary>Adds <see cref="UserImporter"/> and the stages; the options are validated when the host starts.</summary>
    public static UserImportBuilder AddUserImport(this IServiceCollection services, Action<UserImportOptions>? configure = null) => throw new NotImplementedException();
}

/// <summary>Adds the host's ports and rules.</summary>
public sealed class UserImportBuilder
{
    internal UserImportBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds the host's user repository, scoped.</summary>
    public UserImportBuilder AddUserRepository<T>() where T : class, IUserRepository => throw new NotImplementedException();

    /// <summary>Adds the host's organisational structure, scoped.</summary>
    public UserImportBuilder AddOrgStructureLookup<T>() where T : class, IOrgStructureLookup => throw new NotImplementedException();
}
