// The page leaves the token out, so that its class compiles with any version of xunit.
#pragma warning disable xUnit1051

namespace UserImport.Tests.Docs;

using Microsoft.Extensions.DependencyInjection;
using UserImport;
using UserImport.Conformance;
using Xunit;

public class AcademyPortsTests
{
    public static TheoryData<string> Cases => [.. ConformanceSuite.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_ports_conform(string name)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IUserRepository, AcademyUsers>()
            .AddScoped<IOrgStructureLookup, AcademyOrganisation>()
            .BuildServiceProvider();
        var host = new ConformanceHost(services, CountInvitationsAsync);

        await ConformanceSuite.RunAsync(name, host);
    }

    private static Task<int> CountInvitationsAsync(IServiceProvider scope, string employeeNumber, CancellationToken cancellationToken)
    {
        var users = (AcademyUsers)scope.GetRequiredService<IUserRepository>();
        return Task.FromResult(users.Invitations.Count(number => number == employeeNumber));
    }
}
