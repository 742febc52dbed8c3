using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Conformance;

namespace OnlineAcademy.Tests;

/// <summary>The sample's ports conform, on both databases: this is all that a host writes to try its own.</summary>
public sealed class ConformanceTests(PostgresCluster postgres) : IDisposable
{
    private readonly Workspace _workspace = new();

    public static TheoryData<string> Cases => new(ConformanceSuite.All.Select(one => one.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task On_SQLite(string name) => RunAsync(name, new DatabaseChoice(_workspace.NewDatabase(), null, 10));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task On_PostgreSQL(string name) => RunAsync(name, postgres.NewDatabase(10));

    public void Dispose() => _workspace.Dispose();

    private static async Task RunAsync(string name, DatabaseChoice database)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var services = await Academy.OpenAsync(database, cancel);
        await ConformanceSuite.RunAsync(name, new ConformanceHost(services, CountInvitationsAsync) { LockUser = LockAsync }, cancel);
    }

    private static async Task LockAsync(IServiceProvider services, string number, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AcademyContext>>().CreateDbContextAsync(cancellationToken);
        await db.Users.Where(user => user.EmployeeNumber == number)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Locked, "an administrator"), cancellationToken);
    }

    private static async Task<int> CountInvitationsAsync(IServiceProvider services, string number, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AcademyContext>>().CreateDbContextAsync(cancellationToken);
        var key = UserKeys.OfEmployeeNumber(number);
        return await db.Invitations.CountAsync(sent => db.Users.Any(user => user.Id == sent.UserId && user.NumberKey == key), cancellationToken);
    }
}
