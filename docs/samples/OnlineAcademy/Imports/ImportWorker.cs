using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Imports;

/// <summary>Checks and applies in the background, so that no browser has to stay open; after a restart it goes on.</summary>
public sealed partial class ImportWorker(
    WaitingImports queue, IServiceScopeFactory scopes, IDbContextFactory<AcademyContext> contexts,
    TimeProvider time, ILogger<ImportWorker> logger)
    : BackgroundService
{
    private const int AtTheSameTime = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(stoppingToken))
        {
            // Uploads that broke off with the server hold personal data that nobody will ask for.
            var yesterday = time.GetUtcNow().UtcDateTime.AddDays(-1);
            await db.Imports.Where(import => import.State == ImportState.Uploading && import.CreatedAt < yesterday)
                .ExecuteDeleteAsync(stoppingToken);
            var unfinished = await db.Imports
                .Where(import => import.State == ImportState.Checking || import.State == ImportState.Importing)
                .OrderBy(import => import.CreatedAt).Select(import => import.Id).ToListAsync(stoppingToken);
            unfinished.ForEach(queue.Add);
        }
        await Task.WhenAll(Enumerable.Range(0, AtTheSameTime).Select(_ => WorkAsync(stoppingToken)));
    }

    private async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var id in queue.ReadAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            var history = scope.ServiceProvider.GetRequiredService<ImportHistory>();
            try
            {
                await RunAsync(id, history, scope.ServiceProvider, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogStopped(logger, id, exception);
                await StopAsync(id, history, stoppingToken);
            }
            finally
            {
                queue.Ended(id);
            }
        }
    }

    // A database that cannot even take the note will be back: then the import goes on by itself.
    private async Task StopAsync(Guid id, ImportHistory history, CancellationToken stoppingToken)
    {
        try
        {
            await history.TryMoveAsync(id, [ImportState.Checking, ImportState.Importing], ImportState.Failed, null, CancellationToken.None);
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            await Task.Delay(Pause, time, stoppingToken);
            queue.Add(id);
        }
    }

    private async Task RunAsync(Guid id, ImportHistory history, IServiceProvider services, CancellationToken cancellationToken)
    {
        var import = await history.FindAsync(id, cancellationToken);
        var documents = services.GetRequiredService<ImportDocuments>();
        var importer = services.GetRequiredService<UserImporter>();
        if (import?.State == ImportState.Checking)
        {
            await using var file = await documents.OpenUploadAsync(id, cancellationToken);
            var request = new ImportRequest
            {
                Action = import.Action,
                FileName = import.FileName,
                Culture = CultureInfo.GetCultureInfo(import.Culture),
            };
            var check = await importer.CheckAsync(file, request, queue.ProgressOf(id), cancellationToken);
            await history.CheckedAsync(id, check, cancellationToken);
        }
        else if (import?.State == ImportState.Importing && await documents.FindChangesAsync(id, cancellationToken) is { } changes)
        {
            var result = await importer.ApplyAsync(changes, import.Acknowledged, queue.ProgressOf(id), cancellationToken);
            await history.FinishedAsync(result, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Id} stopped.")]
    private static partial void LogStopped(ILogger logger, Guid id, Exception exception);
}
