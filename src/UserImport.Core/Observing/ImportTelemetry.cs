using System.Diagnostics;
using System.Diagnostics.Metrics;
using UserImport.Applying;
using UserImport.Planning;

namespace UserImport.Observing;

/// <summary>What the import tells an operator: counts, durations, sizes and codes, never a value of a cell or the name of a file.</summary>
/// <remarks>Names and units follow the conventions of OpenTelemetry; docs/hosting.md lists them for hosts.</remarks>
internal static class ImportTelemetry
{
    public const string Name = "UserImport.Core";

    private static readonly string? Version = typeof(ImportTelemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly Meter Meter = new(Name, Version);

    private static readonly Counter<long> Rows =
        Meter.CreateCounter<long>("userimport.rows", "{row}", "Rows of checked files, by what becomes of them.");

    private static readonly Counter<long> Rejections =
        Meter.CreateCounter<long>("userimport.rejections", "{row}", "Rows that may not be imported, by code; a row counts once for each of its codes.");

    private static readonly Counter<long> Changes =
        Meter.CreateCounter<long>("userimport.changes", "{change}", "Changes of imports, by kind and by how they ended.");

    private static readonly Histogram<double> Durations = Meter.CreateHistogram("userimport.stage.duration", "s",
        "How long a stage took.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 900] });

    private static readonly Histogram<long> Sizes = Meter.CreateHistogram("userimport.file.size", "By",
        "Size of the files that were read.", null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1 << 14, 1 << 16, 1 << 18, 1 << 20, 1 << 22, 1 << 24, 1 << 26, 1 << 28] });

    public static ActivitySource Activities { get; } = new(Name, Version);

    /// <summary>Whether anybody listens; if not, nothing is measured at all.</summary>
    public static bool IsObserved => Activities.HasListeners() ||
        Rows.Enabled || Rejections.Enabled || Changes.Enabled || Durations.Enabled || Sizes.Enabled;

    public static void CountSize(long bytes, Activity? activity)
    {
        Sizes.Record(bytes);
        activity?.SetTag("userimport.file.size", bytes);
    }

    public static void CountDuration(TimeSpan duration, string stage, string? error)
    {
        var tags = new TagList { { "userimport.stage", stage } };
        if (error is not null) tags.Add("error.type", error);
        Durations.Record(duration.TotalSeconds, tags);
    }

    public static void Count(ImportCheck check, Activity? activity)
    {
        activity?.SetTag("userimport.action", ActionOf(check.Changes.Action));
        if (check.Refusal is { } refusal) activity?.SetTag("userimport.refusal", refusal.Code);
        if (check.Changes.Brakes.Count > 0) activity?.SetTag("userimport.brakes", check.Changes.Brakes.Select(brake => brake.Code).ToArray());
        CountRows("added", check.Rows.Added);
        CountRows("updated", check.Rows.Updated);
        CountRows("unchanged", check.Rows.Unchanged);
        CountRows("rejected", check.Rows.Rejected);
        CountRows("duplicate", check.Rows.Duplicates);
        if (!Rejections.Enabled) return;
        var codes = check.RejectedRows.SelectMany(row =>
            row.Issues.Where(issue => issue.Severity == IssueSeverity.Error).Select(issue => issue.Code).Distinct());
        foreach (var (code, rows) in codes.CountBy(code => code)) Rejections.Add(rows, Tag("userimport.code", code));

        void CountRows(string result, int rows)
        {
            activity?.SetTag("userimport.rows." + result, rows);
            if (rows > 0) Rows.Add(rows, Tag("userimport.result", result));
        }
    }

    public static void Count(ChangeSet changes, ImportResult result, Activity? activity)
    {
        activity?.SetTag("userimport.change_set.id", changes.Id.ToString());
        var ended = result.Outcomes.Zip(changes.Changes, (outcome, change) => (change.Kind, Outcome: outcome.Kind)).CountBy(one => one);
        foreach (var ((kind, outcome), count) in ended)
            Changes.Add(count, Tag("userimport.kind", KindOf(kind)), Tag("userimport.outcome", OutcomeOf(outcome)));
        foreach (var outcome in ended.GroupBy(one => one.Key.Outcome))
            activity?.SetTag("userimport.changes." + OutcomeOf(outcome.Key), outcome.Sum(one => one.Value));
    }

    private static KeyValuePair<string, object?> Tag(string key, string value) => new(key, value);

    private static string ActionOf(ImportAction action) => action switch
    {
        ImportAction.AddOnly => "add_only",
        ImportAction.UpdateOnly => "update_only",
        _ => "add_and_update",
    };

    private static string KindOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Updated => "updated",
        _ => "invited",
    };

    private static string OutcomeOf(ChangeOutcomeKind outcome) => outcome switch
    {
        ChangeOutcomeKind.Applied => "applied",
        ChangeOutcomeKind.AlreadyApplied => "already_applied",
        ChangeOutcomeKind.ChangedSince => "changed_since",
        ChangeOutcomeKind.Failed => "failed",
        _ => "not_attempted",
    };
}
