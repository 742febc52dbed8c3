using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Imports;

/// <summary>The import history: what is kept of every import, and the steps from one state to the next.</summary>
public sealed class ImportHistory(IDbContextFactory<AcademyContext> contexts, ImportDocuments documents, TimeProvider time)
{
    /// <summary>Returns an import; null if there is none of that key.</summary>
    public async Task<Import?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancellationToken);
    }

    /// <summary>Notes a new upload, whose bytes are still on their way.</summary>
    public Task<Guid> UploadingAsync(ImportRequest request, string who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AddAsync(new Import
        {
            Who = who,
            FileName = request.FileName ?? "",
            Action = request.Action,
            Culture = request.Culture?.Name ?? "en",
            State = ImportState.Uploading,
        }, null, null, cancellationToken);
    }

    /// <summary>Notes a final check; where another server checked the same file first, its check stands.</summary>
    public async Task CheckedAsync(Guid id, ImportCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var state = check.Refusal is null ? ImportState.Checked : ImportState.Refused;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var moved = await db.Imports.Where(import => import.Id == id && import.State == ImportState.Checking).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, state)
            .SetProperty(import => import.ChangeSetId, check.Changes.Id)
            .SetProperty(import => import.Added, check.Rows.Added)
            .SetProperty(import => import.Updated, check.Rows.Updated)
            .SetProperty(import => import.Unchanged, check.Rows.Unchanged)
            .SetProperty(import => import.Rejected, check.Rows.Rejected), cancellationToken);
        if (moved == 0) return;
        await ImportDocuments.WriteAsync(db, id, check, check.Changes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        documents.Remember(id, check);
        if (check.Refusal is not null) await documents.ForgetUploadAsync(id, cancellationToken);
    }

    /// <summary>Notes a change set that undoes an import and waits for somebody to start it.</summary>
    public Task<Guid> PlannedUndoAsync(Import undone, ChangeSet changes, string who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(undone);
        ArgumentNullException.ThrowIfNull(changes);
        return AddAsync(Of(changes, who, undone.FileName, ImportState.Checked, undone.Id, undone.Culture), null, changes, cancellationToken);
    }

    /// <summary>Notes a change set that is being applied from the terminal; the same one again is the same import.</summary>
    public async Task StartedAsync(ChangeSet changes, ImportCheck? check, string who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var acknowledged = changes.Brakes.Count > 0 ? changes.Fingerprint : null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Imports.Where(import => import.ChangeSetId == changes.Id).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, ImportState.Importing)
            .SetProperty(import => import.Acknowledged, acknowledged), cancellationToken);
        if (known > 0) return;
        var import = Of(changes, who, changes.FileName ?? "", ImportState.Importing, changes.Undoes is { } undone
            ? await db.Imports.Where(import => import.ChangeSetId == undone).Select(import => (Guid?)import.Id).FirstOrDefaultAsync(cancellationToken)
            : null, check?.Culture.Name ?? "en");
        import.Acknowledged = acknowledged;
        if (check is not null) (import.Unchanged, import.Rejected) = (check.Rows.Unchanged, check.Rows.Rejected);
        await AddAsync(import, check, changes, cancellationToken);
    }

    /// <summary>Notes that applying a change set from the terminal broke off; it can be resumed, here or in the pages.</summary>
    public async Task StoppedAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        await db.Imports.Where(import => import.ChangeSetId == changes.Id && import.State == ImportState.Importing).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, ImportState.Failed)
            .SetProperty(import => import.FinishedAt, now), cancellationToken);
    }

    /// <summary>Moves an import on, if it still is in one of the given states; false if somebody else was faster.</summary>
    public async Task<bool> TryMoveAsync(
        Guid id, ImportState[] from, ImportState to, string? acknowledged, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var finished = to is ImportState.Failed or ImportState.Dropped ? time.GetUtcNow().UtcDateTime : (DateTime?)null;
        return await db.Imports.Where(import => import.Id == id && from.Contains(import.State)).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, to)
            .SetProperty(import => import.Acknowledged, import => acknowledged ?? import.Acknowledged)
            .SetProperty(import => import.FinishedAt, finished), cancellationToken) == 1;
    }

    /// <summary>Notes the end of an import, and lets go of the file.</summary>
    public async Task FinishedAsync(ImportResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await db.Imports.Where(import => import.ChangeSetId == result.ChangeSetId)
            .Select(import => import.Id).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var applied = result.Applied + result.AlreadyApplied;
        await db.Imports.Where(import => ids.Contains(import.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, ImportState.Done)
            .SetProperty(import => import.FinishedAt, now)
            .SetProperty(import => import.Applied, applied)
            .SetProperty(import => import.Skipped, result.Outcomes.Count - applied), cancellationToken);
        foreach (var id in ids) await documents.ForgetUploadAsync(id, cancellationToken);
    }

    // With its document or not at all: an import without one could never go on.
    private async Task<Guid> AddAsync(Import import, ImportCheck? check, ChangeSet? changes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        import.Id = Guid.NewGuid();
        import.CreatedAt = time.GetUtcNow().UtcDateTime;
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        if (changes is not null) await ImportDocuments.WriteAsync(db, import.Id, check, changes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return import.Id;
    }

    private static Import Of(ChangeSet changes, string who, string fileName, ImportState state, Guid? undoOf, string culture) => new()
    {
        Who = who,
        FileName = fileName,
        Action = changes.Action,
        Culture = culture,
        State = state,
        UndoOf = undoOf,
        ChangeSetId = changes.Id,
        Added = changes.Changes.Count(change => change.Kind == ChangeKind.Added),
        Updated = changes.Changes.Count(change => change.Kind == ChangeKind.Updated),
    };
}
