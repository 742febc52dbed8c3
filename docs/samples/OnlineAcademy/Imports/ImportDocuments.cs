using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using OnlineAcademy.Data;
using UserImport.Planning;

namespace OnlineAcademy.Imports;

/// <summary>The uploaded files, final checks and change sets, in the database; the checks read last stay in memory.</summary>
public sealed class ImportDocuments(IDbContextFactory<AcademyContext> contexts) : IDisposable
{
    private const int RowsInMemory = 500_000;

    private readonly MemoryCache _checks = new(new MemoryCacheOptions { SizeLimit = RowsInMemory });

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

    /// <summary>Returns the final check of an import; null if it has none.</summary>
    public async Task<ImportCheck?> FindCheckAsync(Guid id, CancellationToken cancellationToken)
    {
        if (_checks.TryGetValue(id, out ImportCheck? known)) return known;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var document = await DocumentPieces.OpenAsync(db, id, DocumentKind.Check, cancellationToken);
        if (document is null) return null;
        var check = await ImportCheck.ReadAsync(document, cancellationToken);
        Remember(id, check);
        return check;
    }

    /// <summary>Returns the change set of an import; null if it has none.</summary>
    public async Task<ChangeSet?> FindChangesAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindCheckAsync(id, cancellationToken) is { } check) return check.Changes;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var document = await DocumentPieces.OpenAsync(db, id, DocumentKind.ChangeSet, cancellationToken);
        return document is null ? null : await ChangeSet.ReadAsync(document, cancellationToken);
    }

    /// <summary>Keeps a final check for the pages that ask for it next.</summary>
    public void Remember(Guid id, ImportCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var rows = 1 + check.Changes.Changes.Count + check.RejectedRows.Count;
        _checks.Set(id, check, new MemoryCacheEntryOptions { Size = rows, SlidingExpiration = TimeSpan.FromMinutes(10) });
    }

    /// <inheritdoc />
    public void Dispose() => _checks.Dispose();

    /// <summary>Writes a final check, or a change set that has none, inside the transaction of the caller.</summary>
    internal static async Task WriteAsync(AcademyContext db, Guid id, ImportCheck? check, ChangeSet changes, CancellationToken cancellationToken)
    {
        await using var document = new DocumentPieces(db, id, check is null ? DocumentKind.ChangeSet : DocumentKind.Check);
        await (check is null ? changes.WriteAsync(document, cancellationToken) : check.WriteAsync(document, cancellationToken));
        await document.FlushAsync(cancellationToken);
    }
}
