namespace UserImport.Tests.Docs;

using Microsoft.Extensions.DependencyInjection;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

/// <summary>The program of docs/getting-started.md, run.</summary>
public sealed class GettingStartedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("getting-started").FullName;

    [Fact]
    public async Task The_program_writes_a_template_and_finds_nothing_to_import_in_it()
    {
        var file = Path.Combine(_folder, "users.xlsx");

        await RunAsync(["template", file]);
        await RunAsync(["import", file]);

        new FileInfo(file).Length.Should().BePositive();
    }

    [Fact]
    public async Task The_steps_of_the_program_import_a_user_name_a_problem_and_undo()
    {
        using var provider = Services().BuildServiceProvider();
        var importer = provider.GetRequiredService<UserImporter>();
        var file = Path.Combine(_folder, "users.xlsx");
        var valid = new UserRecord
        {
            EmployeeNumber = "00123", FirstName = "Ann", LastName = "Lee", Email = "ann@example.org",
            Company = "Northwind", Department = "Finance", Active = true, Language = "en",
        };
        await using (var upload = File.Create(file))
            await importer.ExportAsync(
                new[] { valid, valid with { EmployeeNumber = "00124", Email = "bob@example.org", Department = "Salez" } }.ToAsyncEnumerable(),
                upload, cancellationToken: TestContext.Current.CancellationToken);

        var check = await CheckAsync(importer, file);
        check.Rows.Should().Be(new RowCounts(2, 1, 0, 0, 1, 0));
        check.Issues.Should().ContainSingle().Which.Suggestion.Should().Be("Sales");
        File.Exists(Path.Combine(_folder, "users.corrections.xlsx")).Should().BeTrue();

        var result = await ApplyAsync(importer, check);
        result.Applied.Should().Be(1);
        (await UndoAsync(importer, check.Changes, result)).Applied.Should().Be(1);
        var users = provider.GetRequiredService<IUserRepository>();
        (await users.FindByEmployeeNumberAsync(["00123"], TestContext.Current.CancellationToken))
            .Should().ContainSingle().Which.Active.Should().BeFalse();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IUserRepository, AcademyUsers>();
        services.AddUserImport().AddOrgStructureLookup<AcademyOrganisation>();
        return services;
    }

    private static async Task RunAsync(string[] args)
    {
        var services = Services();

        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<UserImporter>();

        if (args is ["template", var blank]) await WriteTemplateAsync(importer, blank);
        if (args is ["import", var file])
        {
            var check = await CheckAsync(importer, file);
            if (check.CanApply) await ApplyAsync(importer, check);
        }
    }

    static async Task WriteTemplateAsync(UserImporter importer, string file)
    {
        await using var template = File.Create(file);
        await importer.WriteTemplateAsync(template);
    }

    static async Task<ImportCheck> CheckAsync(UserImporter importer, string file)
    {
        await using var upload = File.OpenRead(file);
        var check = await importer.CheckAsync(upload, new ImportRequest { FileName = Path.GetFileName(file) });
        Console.WriteLine($"{check.Rows.Added} new, {check.Rows.Updated} changed, {check.Rows.Rejected} not imported");
        foreach (var issue in check.Issues) Console.WriteLine(issue);
        foreach (var brake in check.Changes.Brakes) Console.WriteLine(brake.Message);
        if (check.RejectedRows.Count > 0)
        {
            await using var corrections = File.Create(Path.ChangeExtension(file, ".corrections.xlsx"));
            await importer.WriteCorrectionsAsync(check, corrections);
        }
        return check;
    }

    static async Task<ImportResult> ApplyAsync(UserImporter importer, ImportCheck check)
    {
        var result = await importer.ApplyAsync(check.Changes);
        Console.WriteLine($"{result.Applied} applied, {result.ChangedSince} changed since the check, {result.Failed} failed");
        return result;
    }

    static async Task<ImportResult> UndoAsync(UserImporter importer, ChangeSet applied, ImportResult result)
    {
        var undo = await importer.PlanUndoAsync(applied, result);
        foreach (var stays in undo.NotUndone) Console.WriteLine(stays.Message);
        return await importer.ApplyAsync(undo);
    }
}
