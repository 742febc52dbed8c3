using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Planning;

namespace OnlineAcademy.FaultHost;

/// <summary>The academy over one database, with fault points around every call of its repository and every write.</summary>
internal sealed class FaultyImport(int number, DatabaseChoice database, int? stop)
{
    private readonly FaultPoints _points = new(number, stop);

    /// <summary>Applies a change set, and prints how it went.</summary>
    public async Task RunAsync(ChangeSet changes)
    {
        await using var academy = new ServiceCollection()
            .AddDbContextFactory<AcademyContext>(options => options.AddInterceptors(new TransactionPoints(_points), new WritePoints(_points)))
            .AddScoped<IUserRepository>(services => new FaultyUsers(ActivatorUtilities.CreateInstance<AcademyUsers>(services), _points))
            .AddAcademy(database)
            .BuildServiceProvider();
        await using var scope = academy.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<UserImporter>().ApplyAsync(changes, changes.Fingerprint);
        _points.Print($"done {JsonSerializer.Serialize(result.Outcomes)}");
    }
}
