using System.Diagnostics;

namespace UserImport.Observing;

/// <summary>One step of the story while somebody listens: an activity, and the time that each stage in it takes.</summary>
internal sealed class ObservedStep : IProgress<ImportProgress>
{
    private readonly TimeProvider _time;
    private string _stage;
    private long _since;
    private IProgress<ImportProgress>? _progress;
    private long? _fileSize;

    private ObservedStep(Activity? activity, string stage, TimeProvider time)
    {
        (Activity, _stage, _time) = (activity, stage, time);
        _since = time.GetTimestamp();
    }

    /// <summary>The activity of the step; null if only measurements are listened to.</summary>
    public Activity? Activity { get; }

    /// <summary>Runs a step, observed if anybody listens; else it gets null. Exceptions pass through untouched.</summary>
    public static async Task<T> RunAsync<T>(string name, string firstStage, TimeProvider time, Func<ObservedStep?, Task<T>> step)
    {
        if (!ImportTelemetry.IsObserved) return await step(null).ConfigureAwait(false);
        using var activity = ImportTelemetry.Activities.StartActivity(name);
        var observed = new ObservedStep(activity, firstStage, time);
        var running = step(observed);
        try
        {
            return await running.ConfigureAwait(false);
        }
        finally
        {
            observed.End(running);
        }
    }

    /// <summary>The same for a step that returns nothing.</summary>
    public static Task RunAsync(string name, string stage, TimeProvider time, Func<Task> step) =>
        RunAsync(name, stage, time, async _ =>
        {
            await step().ConfigureAwait(false);
            return true;
        });

    /// <summary>Returns the upload, whose bytes are counted while it is read if its length is not known.</summary>
    public Stream Measure(Stream upload)
    {
        _fileSize = upload.CanSeek ? Math.Max(upload.Length - upload.Position, 0) : 0;
        return upload.CanSeek ? upload : new CountedUpload(upload, read => _fileSize += read);
    }

    /// <summary>Returns a progress that tells the stages apart and passes everything on.</summary>
    public IProgress<ImportProgress> Watch(IProgress<ImportProgress>? progress)
    {
        _progress = progress;
        return this;
    }

    public void Report(ImportProgress value)
    {
        if (value.Stage == ImportStage.Planning && _stage != "planning") Enter("planning");
        _progress?.Report(value);
    }

    private void Enter(string stage)
    {
        ImportTelemetry.CountDuration(_time.GetElapsedTime(_since), _stage, null);
        (_stage, _since) = (stage, _time.GetTimestamp());
        Activity?.AddEvent(new ActivityEvent(stage));
    }

    // The type of an exception is told, its message never: a host's own may hold anything.
    private void End(Task step)
    {
        var error = step.IsCanceled ? typeof(OperationCanceledException).FullName : step.Exception?.InnerException?.GetType().FullName;
        ImportTelemetry.CountDuration(_time.GetElapsedTime(_since), _stage, error);
        if (_fileSize is { } bytes) ImportTelemetry.CountSize(bytes, Activity);
        if (error is null) return;
        Activity?.SetTag("error.type", error);
        Activity?.SetStatus(ActivityStatusCode.Error);
    }
}
