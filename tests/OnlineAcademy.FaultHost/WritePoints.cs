using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OnlineAcademy.FaultHost;

/// <summary>A fault point before and after what writes users, links, the ledger and the outbox.</summary>
internal sealed partial class WritePoints(FaultPoints points) : DbCommandInterceptor
{
    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(command, isDone: false);
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData,
        DbDataReader result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(command, isDone: true);
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData,
        InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(command, isDone: false);
        return result;
    }

    /// <inheritdoc />
    public override async ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        await ReachAsync(command, isDone: true);
        return result;
    }

    private async ValueTask ReachAsync(DbCommand command, bool isDone)
    {
        var tables = Written().Matches(command.CommandText).Select(match => match.Groups[1].Value).Distinct().ToList();
        if (tables.Count > 0) await points.ReachWriteAsync(string.Join(" and ", tables), isDone);
    }

    [GeneratedRegex("\\b(?:INSERT INTO|UPDATE|DELETE FROM) \"(\\w+)\"")]
    private static partial Regex Written();
}
