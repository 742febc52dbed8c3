using UserImport.Changes;

namespace UserImport.Planning;

public sealed partial class ChangeSet
{
    private const string FirstSection = ",\"changes\":[\n";
    private const string Closing = "]";

    private string? _fingerprint;

    /// <summary>The SHA-256 over the content in lower-case hexadecimal; it finds damage, not forgery (P2).</summary>
    /// <remarks>It covers everything that applying goes by: changes, order, batches and brakes. Worked out once.</remarks>
    public string Fingerprint
    {
        get
        {
            if (_fingerprint is not null) return _fingerprint;
            using var document = new DocumentWriter();
            foreach (var _ in WriteTo(document)) document.Drop();
            return _fingerprint!;
        }
    }

    /// <summary>Writes the change set as a document: JSON, a change a line (P2). The stream stays open.</summary>
    public async Task WriteAsync(Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        using var document = new DocumentWriter();
        foreach (var _ in WriteTo(document))
            if (document.IsFull) await document.SendAsync(destination, cancellationToken).ConfigureAwait(false);
        await document.SendAsync(destination, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a document back (P2). The stream stays open.</summary>
    /// <exception cref="ChangeSetException">The document is damaged or of another version.</exception>
    public static async Task<ChangeSet> ReadAsync(Stream source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var document = new DocumentReader(source);
        var set = await ReadFromAsync(document, cancellationToken).ConfigureAwait(false);
        await document.ExpectEndAsync(cancellationToken).ConfigureAwait(false);
        return set;
    }

    /// <summary>Writes line by line; the caller sends or drops what was written after each.</summary>
    internal IEnumerable<int> WriteTo(DocumentWriter document)
    {
        document.Begin(ChangeSetHead.Of(this), DocumentContext.Default.ChangeSetHead, FirstSection);
        for (var i = 0; i < Changes.Count; i++)
        {
            document.Entry(ChangeLine.Of(Changes[i]), DocumentContext.Default.ChangeLine, isLast: i == Changes.Count - 1);
            yield return i;
        }
        _fingerprint = document.End(Closing);
    }

    internal static async Task<ChangeSet> ReadFromAsync(DocumentReader document, CancellationToken cancellationToken)
    {
        var head = await document
            .BeginAsync(DocumentForm.ChangeSet, DocumentContext.Default.ChangeSetHead, FirstSection, cancellationToken)
            .ConfigureAwait(false);
        head.Verify();
        var changes = new List<UserChange>();
        await foreach (var entry in document.EntriesAsync(DocumentContext.Default.ChangeLine, cancellationToken).ConfigureAwait(false))
            changes.Add(entry.ToChange(changes.Count));
        var fingerprint = document.End(Closing);
        if (!ChangeOrder.IsSound(changes, head.BatchSizes)) throw DocumentForm.Damaged("its changes stand in an order or in batches that no check writes");
        return new ChangeSet
        {
            Id = head.Id,
            CreatedAt = head.CreatedAt,
            Action = head.Action,
            FileName = head.FileName,
            FileSha256 = head.FileSha256,
            Undoes = head.Undoes,
            NotUndone = head.NotUndone,
            Brakes = head.Brakes,
            BatchSizes = head.BatchSizes,
            Changes = changes,
            _fingerprint = fingerprint,
        };
    }
}
