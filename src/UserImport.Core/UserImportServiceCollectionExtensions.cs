using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Templates;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the import of users to a host.</summary>
public static class UserImportServiceCollectionExtensions
{
    /// <summary>Adds <see cref="UserImporter"/> and the stages; the options are validated when the host starts.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets limits, brakes, policies and own columns; null for the defaults.</param>
    /// <returns>A builder for the two ports, which the host must add, and for its own rules.</returns>
    /// <remarks>
    /// Options that cannot be stop the host at its start with an <see cref="OptionsValidationException"/> that names each, and so does
    /// globalization-invariant mode. <see cref="UserImporter"/> is scoped. A <see cref="TimeProvider"/> of the host's is used.
    /// </remarks>
    public static UserImportBuilder AddUserImport(this IServiceCollection services, Action<UserImportOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<UserImportOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<UserImportOptions>, UserImportOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TemplateGenerator>();
        services.TryAddSingleton<UserExporter>();
        services.TryAddSingleton<CorrectionsWriter>();
        services.TryAddSingleton<RowParser>();
        services.TryAddScoped<RuleEngine>();
        services.TryAddScoped<ChangeSetPlanner>();
        services.TryAddScoped<ChangeSetApplier>();
        services.TryAddScoped<UndoPlanner>();
        services.TryAddScoped(provider => new UserImporter(
            provider.GetRequiredService<IOrgStructureLookup>(), provider.GetRequiredService<TemplateGenerator>(),
            provider.GetRequiredService<UserExporter>(), provider.GetRequiredService<CorrectionsWriter>(),
            provider.GetRequiredService<RowParser>(), provider.GetRequiredService<ChangeSetPlanner>(),
            provider.GetRequiredService<ChangeSetApplier>(), provider.GetRequiredService<UndoPlanner>(),
            provider.GetRequiredService<TimeProvider>()));
        return new UserImportBuilder(services);
    }
}
