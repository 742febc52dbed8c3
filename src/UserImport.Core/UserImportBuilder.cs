using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using UserImport;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the host's ports and rules to the import of users.</summary>
public sealed class UserImportBuilder
{
    // What a trimmed application has to keep of a type that only the services build.
    private const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicConstructors;

    internal UserImportBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds the host's user repository, scoped, unless the host has added one before; that one counts then.</summary>
    public UserImportBuilder AddUserRepository<[DynamicallyAccessedMembers(Constructors)] T>()
        where T : class, IUserRepository
    {
        Services.TryAddScoped<IUserRepository, T>();
        return this;
    }

    /// <summary>Adds the host's organisational structure, scoped, unless the host has added one before; that one counts then.</summary>
    public UserImportBuilder AddOrgStructureLookup<[DynamicallyAccessedMembers(Constructors)] T>()
        where T : class, IOrgStructureLookup
    {
        Services.TryAddScoped<IOrgStructureLookup, T>();
        return this;
    }

    /// <summary>Adds a rule of the host's own, scoped, behind those added before (C6).</summary>
    public UserImportBuilder AddRowRule<[DynamicallyAccessedMembers(Constructors)] T>()
        where T : class, IRowRule
    {
        Services.AddScoped<IRowRule, T>();
        return this;
    }
}
