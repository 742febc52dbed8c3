using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using OnlineAcademy.Data;
using UserImport.Planning;

namespace OnlineAcademy.Imports;

/// <summary>The uploaded files, final checks and change sets, in the database; the checks read last stay in memory.</summary>
public sealed class ImportDocuments(IDbContextFactory<AcademyContext> contexts) : IDisposable
{
    private readonly MemoryCache _checks = new(new MemoryCacheOptions { SizeLimit = 8 });

    /// <summary>Keeps the next piece of an upload.</summary>
    public async Task AppendAsync(Guid id, int number, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.Uploads.Add(new UploadPiece { ImportId = id, Number = number, Bytes = bytes.ToArray() });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns an uploaded file; the caller disposes it.</summary>
    public async Task<Stream> OpenUploadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var file = new MemoryStream();
        var pieces = db.Uploads.AsNoTracking().Where(piece => piece.ImportId == id).OrderBy(piece => piece.Number);
        await foreach (var piece in pieces.AsAsyncEnumerable().WithCancellation(cancellationToken)) file.Write(piece.Bytes);
        file.Position = 0;
        return file;
    }

    /// <summary>Lets go of an uploaded file: it is personal data, and no longer needed.</summary>
    public async Task ForgetUploadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Uploads.Where(piece => piece.ImportId == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Keeps a final check.</summary>
    public async Task KeepAsync(Guid id, ImportCheck check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        using var document = new MemoryStream();
        await check.WriteAsync(document, cancellationToken);
        await KeepAsync(id, DocumentKind.Check, document.ToArray(), cancellationToken);
        Remember(id, check);
    }

    /// <summary>Keeps a change set that has no final check.</summary>
    public async Task KeepAsync(Guid id, ChangeSet changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        using var document = new MemoryStream();
        await changes.WriteAsync(document, cancellationToken);
        await KeepAsync(id, DocumentKind.ChangeSet, document.ToArray(), cancellationToken);
    }

    /// <summary>Returns the final check of an import; null if it has none.</summary>
    public async Task<ImportCheck?> FindCheckAsync(Guid id, CancellationToken cancellationToken)
    {
        if (_checks.TryGetValue(id, out ImportCheck? known)) return known;
        if (await FindAsync(id, DocumentKind.Check, cancellationToken) is not { } bytes) return null;
        using var document = new MemoryStream(bytes);
        var check = await ImportCheck.ReadAsync(document, cancellationToken);
        Remember(id, check);
        return check;
    }

    /// <summary>Returns the change set of an import; null if it has none.</summary>
    public async Task<ChangeSet?> FindChangesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindCheckAsync(id, cancellationToken) is { } check) return check.Changes;
        if (await FindAsync(id, DocumentKind.ChangeSet, cancellationToken) is not { } bytes) return null;
        using var document = new MemoryStream(bytes);
        return await ChangeSet.ReadAsync(document, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _checks.Dispose();

    private void Remember(Guid id, ImportCheck check) =>
        _checks.Set(id, check, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) });

    private async Task<byte[]?> FindAsync(Guid id, DocumentKind kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Documents.Where(document => document.ImportId == id && document.Kind == kind)
            .Select(document => document.Bytes).FirstOrDefaultAsync(cancellationToken);
    }

    private async Task KeepAsync(Guid id, DocumentKind kind, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Documents.Where(document => document.ImportId == id && document.Kind == kind).ExecuteDeleteAsync(cancellationToken);
        db.Documents.Add(new ImportDocument { ImportId = id, Kind = kind, Bytes = bytes });
        await db.SaveChangesAsync(cancellationToken);
    }
}
