namespace UserImport.Planning;

public sealed partial class ImportCheck
{
    /// <summary>Writes the final check, its change set included, as a document (P2). The stream stays open.</summary>
    public Task WriteAsync(Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Reads a document back (P2). The stream stays open.</summary>
    /// <exception cref="ChangeSetException">The document is damaged or of another version.</exception>
    public static Task<ImportCheck> ReadAsync(Stream source, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
