using Microsoft.Extensions.DependencyInjection;
using UserImport.Columns;
using UserImport.Conformance;

namespace UserImport.Tests.Conformance;

/// <summary>A small organisational structure that conforms, to be varied.</summary>
internal sealed class Organisation(OrgStructure? structure = null) : IOrgStructureLookup
{
    public static OrgStructure Sound { get; } = new()
    {
        Companies = [new("Closed", IsRetired: true), new("Zorggroep Noord"), new("Zorggroep Zuid")],
        Departments = [new("Finance", "Zorggroep Noord"), new("Finance", "Zorggroep Zuid"), new("Care")],
        Functions = [new("Controller"), new("Nurse, senior")],
        Teams = [new("Team A")],
        Languages = [new("nl"), new("en")],
    };

    public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(structure ?? Sound);

    /// <summary>A host over users in memory that has a column of its own and can lock.</summary>
    public static ConformanceHost Host(InMemoryUsers users, OrgStructure? structure = null)
    {
        var services = new ServiceCollection()
            .Configure<UserImportOptions>(options => options.CustomColumns.Add(new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge" })))
            .AddSingleton<IUserRepository>(users)
            .AddSingleton<IOrgStructureLookup>(new Organisation(structure))
            .BuildServiceProvider();
        return new ConformanceHost(services, (_, number, _) => Task.FromResult(users.Outbox.Count(sent => sent.EmployeeNumber == number)))
        {
            LockUser = (_, number, _) =>
            {
                users.Put(users[number] with { Locked = "an administrator" });
                return Task.CompletedTask;
            },
        };
    }
}
