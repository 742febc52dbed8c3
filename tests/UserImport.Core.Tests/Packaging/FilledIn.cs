using Microsoft.Extensions.DependencyInjection;
using UserImport.Tests.Docs;

namespace UserImport.Tests.Packaging;

/// <summary>The template as somebody fills it in for the pages: two users, one of them with the department 'Salez'.</summary>
internal static class FilledIn
{
    public static async Task<byte[]> TwoUsersAsync()
    {
        var services = new ServiceCollection();
        services.AddUserImport().AddUserRepository<AcademyUsers>().AddOrgStructureLookup<AcademyOrganisation>();
        await using var provider = services.BuildServiceProvider();
        var ann = new UserRecord
        {
            EmployeeNumber = "00123", FirstName = "Ann", LastName = "Lee", Email = "ann@example.org",
            Company = "Northwind", Department = "Finance", Active = true, Language = "en",
        };
        using var file = new MemoryStream();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<UserImporter>().ExportAsync(
            new[] { ann, ann with { EmployeeNumber = "00124", Email = "bob@example.org", Department = "Salez" } }.ToAsyncEnumerable(),
            file, cancellationToken: TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
