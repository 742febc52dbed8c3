namespace UserImport.Planning;

public sealed partial class ChangeSet
{
    /// <summary>The SHA-256 over the content in lower-case hexadecimal; it finds damage, not forgery (P2).</summary>
    public string Fingerprint => throw new NotImplementedException();

    /// <summary>Writes the change set as a document (P2). The stream stays open.</summary>
    public Task WriteAsync(Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Reads a document back (P2). The stream stays open.</summary>
    /// <exception cref="ChangeSetException">The document is damaged or of another version.</exception>
    public static Task<ChangeSet> ReadAsync(Stream source, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
