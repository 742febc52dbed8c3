using System.Globalization;
using UserImport.Applying;
using UserImport.Planning;

namespace UserImport;

/// <summary>What a host calls: one method a step of the story. Scoped, like the ports behind it.</summary>
public sealed class UserImporter
{
    /// <summary>Writes a blank template with the dropdowns of the organisational structure. The stream stays open.</summary>
    public Task WriteTemplateAsync(Stream destination, CultureInfo? culture = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Writes users into a filled-in template, as a stream. The stream stays open.</summary>
    public Task ExportAsync(IAsyncEnumerable<UserRecord> users, Stream destination, CultureInfo? culture = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Checks an upload and plans its changes; nothing is written (P1). The stream stays open.</summary>
    public Task<ImportCheck> CheckAsync(Stream upload, ImportRequest? request = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Writes the rejected rows of a check into a template, with their reasons (K6). The stream stays open.</summary>
    public Task WriteCorrectionsAsync(ImportCheck check, Stream destination, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Applies a change set; applying it again resumes it (P5).</summary>
    /// <exception cref="ChangeSetException">A brake is on and <paramref name="acknowledgedFingerprint"/> is not the fingerprint.</exception>
    public Task<ImportResult> ApplyAsync(ChangeSet changes, string? acknowledgedFingerprint = null, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Plans the change set that undoes an applied one, where nobody has changed the users since (P8).</summary>
    public Task<ChangeSet> PlanUndoAsync(ChangeSet applied, ImportResult result, CancellationToken cancellationToken = default) => throw new NotImplementedException();
}
