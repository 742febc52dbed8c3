using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using OnlineAcademy.Imports;

namespace OnlineAcademy;

/// <summary>The academy's services: its database, its two ports, and the import.</summary>
public static class Academy
{
    /// <summary>Who is at work in the pages; the sample has no login, a host takes the name of its user.</summary>
    public const string Administrator = "Noor Visser";

    /// <summary>Adds everything that the commands and the pages share.</summary>
    public static IServiceCollection AddAcademy(this IServiceCollection services, DatabaseChoice database)
    {
        ArgumentNullException.ThrowIfNull(database);
        services.AddSingleton(TimeProvider.System);
        services.AddDbContextFactory<AcademyContext>(database.Configure);
        services.AddSingleton<ImportDocuments>();
        services.AddSingleton<ImportHistory>();
        services.AddUserImport()
            .AddUserRepository<AcademyUsers>()
            .AddOrgStructureLookup<AcademyOrganisation>();
        return services;
    }

    /// <summary>Opens the academy for a command, with a database made where there is none.</summary>
    public static async Task<ServiceProvider> OpenAsync(DatabaseChoice database, CancellationToken cancellationToken)
    {
        await AcademyDatabase.EnsureCreatedAsync(database, cancellationToken);
        return new ServiceCollection().AddAcademy(database).BuildServiceProvider(validateScopes: true);
    }
}
