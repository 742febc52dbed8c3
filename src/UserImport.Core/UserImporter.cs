using System.Globalization;
using UserImport.Applying;
using UserImport.Observing;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Templates;

namespace UserImport;

/// <summary>What a host calls: one method a step of the story. Scoped, like the ports behind it.</summary>
/// <remarks>
/// Streams stay open and belong to the caller. An exception of a port or of a stream passes through untouched. One instance does one
/// thing at a time, as the ports of its scope do.
/// </remarks>
public sealed class UserImporter
{
    /// <summary>The media type of every workbook that is written: template, export and corrections.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly IOrgStructureLookup _structures;
    private readonly TemplateGenerator _templates;
    private readonly UserExporter _exporter;
    private readonly CorrectionsWriter _corrections;
    private readonly RowParser _parser;
    private readonly ChangeSetPlanner _planner;
    private readonly ChangeSetApplier _applier;
    private readonly UndoPlanner _undo;
    private readonly TimeProvider _time;

    internal UserImporter(IOrgStructureLookup structures, TemplateGenerator templates, UserExporter exporter, CorrectionsWriter corrections,
        RowParser parser, ChangeSetPlanner planner, ChangeSetApplier applier, UndoPlanner undo, TimeProvider time)
    {
        (_structures, _templates, _exporter, _corrections) = (structures, templates, exporter, corrections);
        (_parser, _planner, _applier, _undo, _time) = (parser, planner, applier, undo, time);
    }

    /// <summary>Writes a blank template with the dropdowns of the organisational structure (C5). The stream stays open.</summary>
    /// <param name="destination">Where the workbook goes, from its present position; only asynchronous writes are made.</param>
    /// <param name="culture">The language, English or Dutch; English if null or any other.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    public Task WriteTemplateAsync(Stream destination, CultureInfo? culture = null, CancellationToken cancellationToken = default) =>
        ObservedStep.RunAsync("userimport.template", "template", _time, async () =>
        {
            var structure = await _structures.GetAsync(cancellationToken).ConfigureAwait(false);
            await _templates.WriteAsync(structure, destination, culture, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Writes users into a filled-in template; checked unchanged, it changes nothing (K7). The stream stays open.</summary>
    /// <param name="users">The users, in the order of the rows; read one by one, so memory does not grow with their number.</param>
    /// <param name="destination">Where the workbook goes, from its present position; only asynchronous writes are made.</param>
    /// <param name="culture">The language of headers and instructions, English or Dutch; English if null or any other.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    /// <exception cref="InvalidOperationException">There are more users than a sheet has rows, 1,048,575.</exception>
    public Task ExportAsync(IAsyncEnumerable<UserRecord> users, Stream destination, CultureInfo? culture = null,
        CancellationToken cancellationToken = default) =>
        ObservedStep.RunAsync("userimport.export", "export", _time, async () =>
        {
            var structure = await _structures.GetAsync(cancellationToken).ConfigureAwait(false);
            await _exporter.WriteAsync(users, structure, destination, culture, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Checks an upload and plans its changes; nothing is written (P1). The stream stays open.</summary>
    /// <param name="upload">The file, from its present position; one that cannot seek is buffered in memory, up to the file limit.</param>
    /// <param name="request">What the administrator chose; adds and updates in English if null.</param>
    /// <param name="progress">Told after every look-up, 1,000 rows by default, and around the planning (P7).</param>
    /// <param name="cancellationToken">Ends the check with an <see cref="OperationCanceledException"/>; nothing is left behind.</param>
    /// <returns>The final check; a file that cannot be imported at all gives one with a refusal (section 8), not an exception.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The request names an action that there is not.</exception>
    public Task<ImportCheck> CheckAsync(Stream upload, ImportRequest? request = null, IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (request is not null && !Enum.IsDefined(request.Action))
            throw new ArgumentOutOfRangeException(nameof(request), request.Action, "There is no such action.");
        return ObservedStep.RunAsync("userimport.check", "reading", _time, async step =>
        {
            using var sheet = await _parser.ParseAsync(step?.Measure(upload) ?? upload, request?.Culture, cancellationToken).ConfigureAwait(false);
            var check = await _planner.PlanAsync(sheet, request, step?.Watch(progress) ?? progress, cancellationToken).ConfigureAwait(false);
            if (step is not null) ImportTelemetry.Count(check, step.Activity);
            return check;
        });
    }

    /// <summary>Writes the rejected rows of a check into a template, with their reasons (K6). The stream stays open.</summary>
    /// <param name="check">The check, fresh or read back; its language is that of the workbook.</param>
    /// <param name="destination">Where the workbook goes, from its present position; only asynchronous writes are made.</param>
    /// <param name="cancellationToken">Stops the writing; what is written then is no complete file.</param>
    public Task WriteCorrectionsAsync(ImportCheck check, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(check);
        return ObservedStep.RunAsync("userimport.corrections", "corrections", _time, async () =>
        {
            var structure = await _structures.GetAsync(cancellationToken).ConfigureAwait(false);
            await _corrections.WriteAsync(check.RejectedRows, check.AbsentColumns, structure, destination, check.Culture, cancellationToken)
                .ConfigureAwait(false);
        });
    }

    /// <summary>Applies a change set, batch by batch, and returns how every change ended; applying it again resumes it (P5, P6).</summary>
    /// <param name="changes">What the check planned, fresh or read back.</param>
    /// <param name="acknowledgedFingerprint">
    /// <see cref="ChangeSet.Fingerprint"/> as the person saw it who let the import go on in spite of a brake (K5); without brakes it is not
    /// looked at.
    /// </param>
    /// <param name="progress">Told at the beginning, at the end, and at most ten times a second between them (P7).</param>
    /// <param name="cancellationToken">Stops between two batches with an <see cref="OperationCanceledException"/>; apply again to resume.</param>
    /// <exception cref="ChangeSetException">A brake is on and <paramref name="acknowledgedFingerprint"/> is not the fingerprint.</exception>
    /// <exception cref="InvalidOperationException">The repository did not return one outcome for each change of a batch.</exception>
    public Task<ImportResult> ApplyAsync(ChangeSet changes, string? acknowledgedFingerprint = null, IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ObservedStep.RunAsync("userimport.apply", "applying", _time, async step =>
        {
            var result = await _applier.ApplyAsync(changes, acknowledgedFingerprint, progress, cancellationToken).ConfigureAwait(false);
            if (step is not null) ImportTelemetry.Count(changes, result, step.Activity);
            return result;
        });

    /// <summary>Plans the change set that undoes an applied one, where nobody has changed the users since (P8).</summary>
    /// <param name="applied">The change set that was applied.</param>
    /// <param name="result">How it ended; what was not applied is not undone.</param>
    /// <param name="culture">The culture in which is said what cannot be undone; English if null.</param>
    /// <param name="cancellationToken">Ends the planning; nothing is written.</param>
    /// <returns>An ordinary change set without brakes; see <see cref="ChangeSet.NotUndone"/>.</returns>
    /// <exception cref="ArgumentException">The result is not one of this change set.</exception>
    public Task<ChangeSet> PlanUndoAsync(ChangeSet applied, ImportResult result, CultureInfo? culture = null,
        CancellationToken cancellationToken = default) =>
        ObservedStep.RunAsync("userimport.undo", "undoing", _time, _ => _undo.PlanAsync(applied, result, culture, cancellationToken));
}
