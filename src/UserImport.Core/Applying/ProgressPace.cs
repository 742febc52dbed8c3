namespace UserImport.Applying;

/// <summary>Reports how far applying is: the first and the last step always, between them at most ten times a second (P7).</summary>
internal sealed class ProgressPace(IProgress<ImportProgress>? progress, TimeProvider time, long total)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private long? _last;

    public void Report(long done)
    {
        if (progress is null) return;
        var now = time.GetTimestamp();
        if (_last is { } last && done < total && time.GetElapsedTime(last, now) < Pause) return;
        _last = now;
        progress.Report(new ImportProgress(ImportStage.Applying, done, total));
    }
}
