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
        }, cancellationToken);
    }

    /// <summary>Notes a final check.</summary>
    public async Task CheckedAsync(Guid id, ImportCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        await documents.KeepAsync(id, check, cancellationToken);
        var state = check.Refusal is null ? ImportState.Checked : ImportState.Refused;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Imports.Where(import => import.Id == id && import.State == ImportState.Checking).ExecuteUpdateAsync(set => set
            .SetProperty(import => import.State, state)
            .SetProperty(import => import.ChangeSetId, check.Changes.Id)
            .SetProperty(import => import.Added, check.Rows.Added)
            .SetProperty(import => import.Updated, check.Rows.Updated)
            .SetProperty(import => import.Unchanged, check.Rows.Unchanged)
            .SetProperty(import => import.Rejected, check.Rows.Rejected), cancellationToken);
        if (check.Refusal is not null) await documents.ForgetUploadAsync(id, cancellationToken);
    }

    /// <summary>Notes a change set that undoes an import and waits for somebody to start it.</summary>
    public async Task<Guid> PlannedUndoAsync(Import undone, ChangeSet changes, string who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(undone);
        ArgumentNullException.ThrowIfNull(changes);
        var id = await AddAsync(Of(changes, who, undone.FileName, ImportState.Checked, undone.Id, undone.Culture), cancellationToken);
        await documents.KeepAsync(id, changes, cancellationToken);
        return id;
    }

    /// <summary>Notes that a change set is being applied from the terminal; the same one again is the same import.</summary>
    public async Task StartedAsync(ChangeSet changes, ImportCheck? check, string who, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Imports.Where(import => import.ChangeSetId == changes.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Importing), cancellationToken);
        if (known > 0) return;
        var import = Of(changes, who, changes.FileName ?? "", ImportState.Importing, null, check?.Culture.Name ?? "en");
        if (changes.Brakes.Count > 0) import.Acknowledged = changes.Fingerprint;
        if (check is not null) (import.Unchanged, import.Rejected) = (check.Rows.Unchanged, check.Rows.Rejected);
        var id = await AddAsync(import, cancellationToken);
        await (check is null ? documents.KeepAsync(id, changes, cancellationToken) : documents.KeepAsync(id, check, cancellationToken));
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

    private async Task<Guid> AddAsync(Import import, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        import.Id = Guid.NewGuid();
        import.CreatedAt = time.GetUtcNow().UtcDateTime;
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
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
