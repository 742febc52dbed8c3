using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UserImport.Applying;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Tests;

public class UserImportOptionsTests
{
    public static TheoryData<string, Action<UserImportOptions>> Mistakes => new()
    {
        { "BatchSize", options => options.BatchSize = 0 },
        { "LookupBatchSize", options => options.LookupBatchSize = -1 },
        { "Limits.FileBytes", options => options.Limits.FileBytes = 0 },
        { "Limits.Rows", options => options.Limits.Rows = 0 },
        { "Limits.Columns", options => options.Limits.Columns = 13 },
        { "brake", options => options.Brakes.Clears = new Brake(101, 20) },
        { "brake", options => options.Brakes.Emails = new Brake(20, -1) },
        { "'Shoe size' is not a letter", options => options.CustomColumns.Add(Column("Shoe size", "Shoe size")) },
        { "'email' is taken", options => options.CustomColumns.Add(Column("email", "Private email")) },
        { "names another column", options => options.CustomColumns.Add(Column("Position", "Position *")) },
        { "names another column", options => options.CustomColumns.Add(Column("Why", "Reason")) },
        { "no English header", options => options.CustomColumns.Add(new CustomColumn("Badge", new Dictionary<string, string> { ["nl"] = "Pasje" })) },
        { "MaxLength", options => options.CustomColumns.Add(new CustomColumn("Badge", English("Badge")) { MaxLength = 0 }) },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_mistake_in_the_options_stops_the_host_at_its_start(string named, Action<UserImportOptions> mistake)
    {
        using var provider = new ServiceCollection().AddUserImport(mistake).Services.BuildServiceProvider();

        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().WithMessage($"*{named}*");
    }

    [Fact]
    public void Two_columns_of_the_host_cannot_have_the_same_header()
    {
        using var provider = new ServiceCollection().AddUserImport(options =>
        {
            options.CustomColumns.Add(Column("Badge", "Badge"));
            options.CustomColumns.Add(Column("Card", "badge "));
        }).Services.BuildServiceProvider();

        var start = () => provider.GetRequiredService<IStartupValidator>().Validate();

        start.Should().Throw<OptionsValidationException>().WithMessage("*'Card'*names another column*");
    }

    [Fact]
    public void The_importer_is_built_over_the_ports_of_the_host()
    {
        using var provider = new ServiceCollection().AddUserImport(options => options.CustomColumns.Add(Column("Badge", "Badge")))
            .AddUserRepository<NoUsers>().AddOrgStructureLookup<NoStructure>()
            .Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        using var scope = provider.CreateScope();

        scope.ServiceProvider.GetRequiredService<UserImporter>().Should().NotBeNull();
    }

    private static CustomColumn Column(string key, string header) => new(key, English(header));

    private static Dictionary<string, string> English(string header) => new() { ["en"] = header };

    private sealed class NoUsers : IUserRepository
    {
        public Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UserRecord>>([]);

        public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UserRecord>>([]);

        public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("Nothing is applied here.");
    }

    private sealed class NoStructure : IOrgStructureLookup
    {
        public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new OrgStructure());
    }
}
