namespace UserImport.Tests.Docs;

using Microsoft.Extensions.DependencyInjection;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

/// <summary>The code of docs/applying.md, run.</summary>
public sealed class ApplyingTests
{
    [Fact]
    public async Task A_kept_change_set_is_imported_and_undone()
    {
        var token = TestContext.Current.CancellationToken;
        await using var provider = Services(_ => { });
        var importer = provider.GetRequiredService<UserImporter>();
        var check = await CheckAsync(importer, Ann);
        using var store = new MemoryStream();

        await KeepAsync(check.Changes, store);
        store.Position = 0;
        var result = await ImportAsync(importer, store, null);
        var undone = await UndoAsync(importer, check.Changes);

        result!.Applied.Should().Be(1);
        undone.Applied.Should().Be(1);
        (await provider.GetRequiredService<IUserRepository>().FindByEmployeeNumberAsync(["00123"], token))
            .Should().ContainSingle().Which.Active.Should().BeFalse();
    }

    [Fact]
    public async Task A_brake_wants_the_fingerprint()
    {
        await using var provider = Services(options => options.Brakes.Rejections = new Brake(Percent: 1, AtLeast: 1));
        var importer = provider.GetRequiredService<UserImporter>();
        var check = await CheckAsync(importer, Ann, Ann with { EmployeeNumber = "00124", Email = "bob@example.org", Department = "Salez" });
        using var store = new MemoryStream();
        await KeepAsync(check.Changes, store);

        store.Position = 0;
        (await ImportAsync(importer, store, null)).Should().BeNull();
        store.Position = 0;
        (await ImportAsync(importer, store, check.Changes.Fingerprint))!.Applied.Should().Be(1);
    }

    private static UserRecord Ann => new()
    {
        EmployeeNumber = "00123", FirstName = "Ann", LastName = "Lee", Email = "ann@example.org",
        Company = "Northwind", Department = "Finance", Active = true, Language = "en",
    };

    private static ServiceProvider Services(Action<UserImportOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IUserRepository, AcademyUsers>();
        services.AddUserImport(configure).AddOrgStructureLookup<AcademyOrganisation>();
        return services.BuildServiceProvider();
    }

    private static async Task<ImportCheck> CheckAsync(UserImporter importer, params UserRecord[] users)
    {
        using var upload = new MemoryStream();
        await importer.ExportAsync(users.ToAsyncEnumerable(), upload, cancellationToken: TestContext.Current.CancellationToken);
        upload.Position = 0;
        return await importer.CheckAsync(upload, cancellationToken: TestContext.Current.CancellationToken);
    }

    static async Task KeepAsync(ChangeSet changes, Stream store) => await changes.WriteAsync(store);

    static async Task<ImportResult?> ImportAsync(UserImporter importer, Stream store, string? acknowledged)
    {
        try
        {
            var changes = await ChangeSet.ReadAsync(store);
            return await importer.ApplyAsync(changes, acknowledged);
        }
        catch (ChangeSetException exception) when (exception.Fault == ChangeSetFault.NotAcknowledged)
        {
            return null; // a brake is on: show it, and ask
        }
    }

    static async Task<ImportResult> UndoAsync(UserImporter importer, ChangeSet applied)
    {
        var result = await importer.ApplyAsync(applied, applied.Fingerprint);
        var undo = await importer.PlanUndoAsync(applied, result);
        foreach (var stays in undo.NotUndone) Console.WriteLine(stays.Message);
        return await importer.ApplyAsync(undo);
    }
}
