using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace UserImport.Tests;

/// <summary>A measurement, with its tags as <c>key=value</c> in their order.</summary>
internal sealed record Measured(string Instrument, string? Unit, string Tags, double Value);

/// <summary>Everything that the activities and the meter of the library say while it is listened to.</summary>
internal sealed class Overheard : IDisposable
{
    private readonly ActivityListener? _activities;
    private readonly MeterListener? _meters;

    public Overheard(bool activities = true, bool measurements = true)
    {
        if (activities) ActivitySource.AddActivityListener(_activities = ListenToActivities());
        if (measurements) (_meters = ListenToMeasurements()).Start();
    }

    public List<Activity> Activities { get; } = [];

    public List<Measured> Measurements { get; } = [];

    /// <summary>All measurements of an instrument as <c>tags: value</c>.</summary>
    public IEnumerable<string> Of(string instrument) => Measurements.Where(one => one.Instrument == instrument).Select(one => $"{one.Tags}: {one.Value}");

    /// <summary>Every text and value that was said anywhere.</summary>
    public IEnumerable<string> Everything => Measurements.Select(one => one.ToString()).Concat(Activities.SelectMany(activity =>
        activity.TagObjects.Select(tag => $"{tag.Key}={Text(tag.Value)}")
            .Concat(activity.Events.SelectMany(happened => happened.Tags.Select(tag => $"{tag.Key}={Text(tag.Value)}").Prepend(happened.Name)))
            .Concat(activity.Baggage.Select(one => $"{one.Key}={one.Value}"))
            .Append($"{activity.DisplayName} {activity.StatusDescription}")));

    public void Dispose()
    {
        _activities?.Dispose();
        _meters?.Dispose();
    }

    private static string Text(object? value) => value is string[] many ? string.Join(',', many) : value?.ToString() ?? "";

    private ActivityListener ListenToActivities() => new()
    {
        ShouldListenTo = source => source.Name == "UserImport.Core",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = Activities.Add,
    };

    private MeterListener ListenToMeasurements()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, meters) =>
            {
                if (instrument.Meter.Name == "UserImport.Core") meters.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        return listener;
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measurements.Add(new Measured(instrument.Name, instrument.Unit,
            string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")), value));
}
