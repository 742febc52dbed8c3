using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Applying;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>Faults to bring into the academy's services.</summary>
internal static class Faults
{
    /// <summary>Does something before every commit.</summary>
    public static Action<IServiceCollection> BeforeCommit(Func<DbTransaction, Task> happens) => Intercepting(new CommitFault(happens, null));

    /// <summary>Does something after every commit, before the repository hears of it.</summary>
    public static Action<IServiceCollection> AfterCommit(Func<Task> happens) => Intercepting(new CommitFault(null, happens));

    /// <summary>Does something before each statement that begins so.</summary>
    public static Action<IServiceCollection> Before(string statement, Func<DbCommand, Task> happens) => Intercepting(new StatementFault(statement, happens));

    /// <summary>Does something to every connection that opens.</summary>
    public static Action<IServiceCollection> OnOpening(Func<DbConnection, Task> happens) => Intercepting(new ConnectionFault(happens));

    /// <summary>Puts a repository in front of the academy's own that answers the second batch in its own way.</summary>
    public static Action<IServiceCollection> InSecondBatch(
        Func<Func<Task<IReadOnlyList<ChangeOutcome>>>, CancellationToken, Task<IReadOnlyList<ChangeOutcome>>> answer) => services =>
        services.AddScoped<IUserRepository>(scope => new FaultyRepository(ActivatorUtilities.CreateInstance<AcademyUsers>(scope), answer));

    private static Action<IServiceCollection> Intercepting(IInterceptor interceptor) =>
        services => services.AddDbContextFactory<AcademyContext>(options => options.AddInterceptors(interceptor));

    private sealed class CommitFault(Func<DbTransaction, Task>? before, Func<Task>? after) : DbTransactionInterceptor
    {
        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData,
            InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (before is not null) await before(transaction);
            return result;
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            after is null ? Task.CompletedTask : after();
    }

    private sealed class StatementFault(string statement, Func<DbCommand, Task> happens) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
            InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith(statement, StringComparison.Ordinal)) await happens(command);
            return result;
        }
    }

    private sealed class ConnectionFault(Func<DbConnection, Task> happens) : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) => happens(connection);
    }

    private sealed class FaultyRepository(IUserRepository users,
        Func<Func<Task<IReadOnlyList<ChangeOutcome>>>, CancellationToken, Task<IReadOnlyList<ChangeOutcome>>> answer) : IUserRepository
    {
        public Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
            IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken) =>
            users.FindByEmployeeNumberAsync(employeeNumbers, cancellationToken);

        public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
            users.FindByEmailAsync(emails, cancellationToken);

        public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
            batch.Number == 1
                ? answer(() => users.ApplyAsync(batch, cancellationToken), cancellationToken)
                : users.ApplyAsync(batch, cancellationToken);
    }
}
