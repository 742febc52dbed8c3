using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OnlineAcademy.FaultHost;

/// <summary>A fault point at the begin of every transaction, and before and after its commit.</summary>
internal sealed class TransactionPoints(FaultPoints points) : DbTransactionInterceptor
{
    /// <inheritdoc />
    public override async ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync("after begin");
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await points.ReachAsync("before commit");
        return result;
    }

    /// <inheritdoc />
    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await points.ReachAsync("after commit");
}
