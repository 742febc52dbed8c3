using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Planning.Differences;
using UserImport.Planning.FinalState;
using UserImport.Planning.Matching;
using UserImport.Planning.People;
using UserImport.Planning.Settling;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning;

/// <summary>Plans what an upload changes: matches rows with stored users in batches, judges the final state, writes the check.</summary>
/// <remarks>Planning writes nothing (P1).</remarks>
public sealed class ChangeSetPlanner
{
    private readonly IUserRepository _repository;
    private readonly IOrgStructureLookup _structures;
    private readonly RuleEngine _rules;
    private readonly UserImportOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Creates a planner over the host's ports.</summary>
    public ChangeSetPlanner(IUserRepository repository, IOrgStructureLookup structures, RuleEngine rules,
        IOptions<UserImportOptions> options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_repository, _structures, _rules, _options, _time) = (repository, structures, rules, options.Value, time);
    }

    /// <summary>Reads all rows of a sheet and returns the final check.</summary>
    /// <param name="sheet">The rows; read once, not disposed.</param>
    /// <param name="request">What the administrator chose; adds and updates in English if null.</param>
    /// <param name="progress">Told about every batch.</param>
    /// <param name="cancellationToken">Ends the check; nothing is left behind.</param>
    public async Task<ImportCheck> PlanAsync(ParsedSheet sheet, ImportRequest? request = null,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        request ??= new ImportRequest();
        var source = new CheckSource(Guid.CreateVersion7(_time.GetUtcNow()), _time.GetUtcNow(), request.Action, request.FileName,
            sheet.FileSha256, request.Culture ?? CultureInfo.GetCultureInfo("en"));
        if (sheet.Refusal is not null) return Refused(sheet.Refusal, source);

        var structure = await _structures.GetAsync(cancellationToken).ConfigureAwait(false);
        var users = new UserLookup(_repository);
        var cells = new UserCells(structure);
        var fields = new FieldComparison(sheet.Layout!.Table, cells, users);
        var judge = _rules.JudgeAgainst(structure);
        var changes = new ChangeWriter(fields, users);
        var matcher = new RowMatcher(users, judge, new StoredRowComparison(sheet.Layout, structure, judge.Index, cells, _options), changes, cells,
            request.Action);
        var (rows, settled) = await MatchAsync(sheet, matcher, progress, cancellationToken).ConfigureAwait(false);
        if (sheet.Refusal is not null) return Refused(sheet.Refusal, source);

        progress?.Report(new ImportProgress(ImportStage.Planning, 0, rows.Count));
        RowClashes.Judge(rows);
        await users.LoadEmailsAsync(ManagersToLookUp.LookUp(rows), cancellationToken).ConfigureAwait(false);
        var state = new FinalUsers(users, rows);
        await SettleAsync(state, users, judge.Reports, cancellationToken).ConfigureAwait(false);
        new FinalWarnings(state, users, judge.Reports).Report();
        var check = new CheckWriter(_options, sheet.Layout, cells, changes).Write(rows, settled, sheet.Notices, state, source);
        progress?.Report(new ImportProgress(ImportStage.Planning, rows.Count, rows.Count));
        return check;
    }

    // Rows on which no other has a bearing are settled where they are read; the others are judged together.
    private async Task<(List<PlannedRow> Rows, SettledRows Settled)> MatchAsync(ParsedSheet sheet, RowMatcher matcher,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = new List<PlannedRow>();
        var settled = new SettledRows();
        var file = new WholeFile(sheet);
        foreach (var batch in sheet.Batches(_options.LookupBatchSize))
        {
            var changes = settled.Changes.Count;
            var judged = await matcher.MatchAsync(batch, settled, cancellationToken).ConfigureAwait(false);
            if (!file.Keep(batch, judged, settled.Changes.Count - changes)) break;
            rows.AddRange(judged);
            progress?.Report(new ImportProgress(ImportStage.Reading, sheet.RowsRead, null));
        }
        if (sheet.Refusal is null) await DrawInAsync(sheet, matcher, settled, rows, cancellationToken).ConfigureAwait(false);
        return (rows, settled);
    }

    // Settled rows on which another one has a bearing are judged like any other.
    private async Task DrawInAsync(ParsedSheet sheet, RowMatcher matcher, SettledRows settled, List<PlannedRow> rows, CancellationToken cancellationToken)
    {
        var drawnIn = settled.DrawnInBy(rows);
        if (drawnIn.Count == 0) return;
        var before = rows.Count;
        foreach (var batch in drawnIn.Chunk(_options.LookupBatchSize))
            rows.AddRange(await matcher.MatchAsync(batch, settled, sheet.Layout!, cancellationToken).ConfigureAwait(false));
        if (rows.Count < before + drawnIn.Count)
        {
            var missing = drawnIn.Select(row => row.Ordinal).Except(rows.Skip(before).Select(row => row.Ordinal)).ToHashSet();
            foreach (var batch in sheet.Batches(_options.LookupBatchSize, missing))
                rows.AddRange(await matcher.MatchAsync(batch, null, cancellationToken).ConfigureAwait(false));
        }
        rows.Sort((one, other) => one.Ordinal.CompareTo(other.Ordinal));
    }

    // Steps 2 and 3 of section 5, in turn until nothing changes: the accepted rows only get fewer.
    private static async Task SettleAsync(FinalUsers state, UserLookup users, ReportBudget reports, CancellationToken cancellationToken)
    {
        var judge = new FinalStateJudge(state, users, reports);
        var circles = new ManagerCircles(state, users, reports);
        while (true)
        {
            judge.Settle();
            var failed = await circles.FindAsync(cancellationToken).ConfigureAwait(false);
            if (failed.Count == 0) return;
            foreach (var (row, reasons) in failed) judge.Reject(row, reasons);
        }
    }

    private ImportCheck Refused(ImportIssue refusal, CheckSource source) => new()
    {
        Rows = new RowCounts(0, 0, 0, 0, 0, 0),
        Counts = new CheckCounts(),
        Issues = [refusal],
        Groups = [],
        RejectedRows = [],
        Changes = ChangeSet.Create(source.Id, source.CheckedAt, source.Action, source.FileName, source.Sha256, [], [], _options.BatchSize),
        Culture = source.Culture,
        Refusal = refusal,
    };
}
