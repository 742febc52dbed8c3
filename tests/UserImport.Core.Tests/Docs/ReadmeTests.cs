using Microsoft.Extensions.DependencyInjection;

namespace UserImport.Tests.Docs;

/// <summary>The code of README.md, run.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_code_of_the_readme_checks_and_applies_an_upload()
    {
        var services = new ServiceCollection();
        Register(services);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        using var template = new MemoryStream();
        using var upload = new MemoryStream();
        using var corrections = new MemoryStream();
        var importer = scope.ServiceProvider.GetRequiredService<UserImporter>();
        await importer.ExportAsync(new[] { Build.User("00123") }.ToAsyncEnumerable(), upload,
            cancellationToken: TestContext.Current.CancellationToken);
        upload.Position = 0;

        await ImportAsync(importer, template, upload, corrections);

        new[] { template, corrections }.Should().OnlyContain(written => written.Length > 0);
    }

    private static void Register(ServiceCollection services)
    {
        services.AddUserImport()
            .AddUserRepository<AcademyUsers>()
            .AddOrgStructureLookup<AcademyOrganisation>();
    }

    private static async Task ImportAsync(UserImporter importer, Stream template, Stream upload, Stream corrections)
    {
        await importer.WriteTemplateAsync(template);

        var check = await importer.CheckAsync(upload, new ImportRequest { FileName = "users.xlsx" });
        Console.WriteLine($"{check.Rows.Added} new, {check.Rows.Updated} changed, {check.Rows.Rejected} not imported");
        foreach (var issue in check.Issues) Console.WriteLine(issue);

        await importer.WriteCorrectionsAsync(check, corrections);
        var result = await importer.ApplyAsync(check.Changes);
        result.Failed.Should().Be(0);
    }
}
