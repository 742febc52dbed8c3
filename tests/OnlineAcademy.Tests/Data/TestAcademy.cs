using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using OnlineAcademy.Imports;
using UserImport;
using UserImport.Planning;

namespace OnlineAcademy.Tests.Data;

/// <summary>The academy in this process, with a count of the statements that go to its database.</summary>
internal sealed class TestAcademy : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    private TestAcademy(DatabaseChoice database, Action<IServiceCollection>? configure)
    {
        Database = database;
        var counter = new StatementCounter(Statements);
        var services = new ServiceCollection();
        configure?.Invoke(services);
        _services = services
            .AddDbContextFactory<AcademyContext>(options =>
            {
                database.Configure(options);
                options.AddInterceptors(counter);
            })
            .AddAcademy(database)
            .BuildServiceProvider(validateScopes: true);
        _scope = _services.CreateAsyncScope();
    }

    public ConcurrentQueue<(string Text, int Parameters)> Statements { get; } = [];

    public DatabaseChoice Database { get; }

    public UserImporter Importer => _scope.ServiceProvider.GetRequiredService<UserImporter>();

    public IUserRepository Repository => _scope.ServiceProvider.GetRequiredService<IUserRepository>();

    public ImportHistory History => _services.GetRequiredService<ImportHistory>();

    public ImportDocuments Documents => _services.GetRequiredService<ImportDocuments>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens it; what is added to its services first counts.</summary>
    public static async Task<TestAcademy> OpenAsync(DatabaseChoice database, Action<IServiceCollection>? configure = null)
    {
        await AcademyDatabase.EnsureCreatedAsync(database, Token);
        return new TestAcademy(database, configure);
    }

    public T Service<T>() where T : class => _services.GetRequiredService<T>();

    /// <summary>The documents as a server that was started anew sees them: nothing of them is in memory.</summary>
    public ImportDocuments NewDocuments() => ActivatorUtilities.CreateInstance<ImportDocuments>(_services);

    public Task<AcademyContext> ContextAsync() =>
        _services.GetRequiredService<IDbContextFactory<AcademyContext>>().CreateDbContextAsync(Token);

    public async Task<IReadOnlyList<UserRecord>> UsersAsync()
    {
        await using var db = await ContextAsync();
        return await db.StreamAsync(db.Users, Token).ToListAsync(Token);
    }

    public async Task<int> CountAsync<T>() where T : class
    {
        await using var db = await ContextAsync();
        return await db.Set<T>().CountAsync(Token);
    }

    /// <summary>Checks the export of the database as somebody edited it.</summary>
    public async Task<ImportCheck> CheckAsync(
        Func<IReadOnlyList<UserRecord>, IEnumerable<UserRecord>> edit, bool inviteAll = false)
    {
        using var file = new MemoryStream();
        await Importer.ExportAsync(edit(await UsersAsync()).ToAsyncEnumerable(), file, null, Token);
        if (inviteAll) Workbooks.FillColumn(file, "J", "x");
        file.Position = 0;
        return await Importer.CheckAsync(file, null, null, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    private sealed class StatementCounter(ConcurrentQueue<(string Text, int Parameters)> statements) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
            InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            statements.Enqueue((command.CommandText, command.Parameters.Count));
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
            InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            statements.Enqueue((command.CommandText, command.Parameters.Count));
            return ValueTask.FromResult(result);
        }
    }
}
