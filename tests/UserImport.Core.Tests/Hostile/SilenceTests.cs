using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Runtime.ExceptionServices;
using UserImport.Planning;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>What stands in a cell never stands in an exception, an activity, a measurement or an event: an upload is personal data.</summary>
public sealed class SilenceTests
{
    private const string Secret = "Zq7kPrivateWx9";

    [Fact]
    public async Task No_value_of_a_cell_is_in_any_exception_activity_measurement_event_or_trace()
    {
        using var overheard = new Listeners();
        foreach (var file in Files())
        {
            foreach (var window in Reading.Windows) Outcome.Of(file, window);
            var check = await Upload.CheckAsync(file);
            using var document = new MemoryStream();
            await check.Changes.WriteAsync(document, TestContext.Current.CancellationToken);
            document.SetLength(document.Length / 2);
            document.Position = 0;
            var reading = () => ChangeSet.ReadAsync(document, TestContext.Current.CancellationToken);
            (await reading.Should().ThrowAsync<ChangeSetException>()).Which.ToString().Should().NotContain(Secret);
        }

        Listeners.All.Where(said => said.Contains(Secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
        Listeners.All.Should().Contain(said => said.Contains("workbook.damaged", StringComparison.Ordinal), "the listeners do hear the exceptions inside");
    }

    private static IEnumerable<byte[]> Files()
    {
        yield return With(Secret);
        yield return With("a_x0001_" + Secret);
        yield return With(Secret + "@acme.nl, \"" + Secret);
        yield return With(new string('k', 33_000) + Secret);
        foreach (var broken in new[] { "<b/>", "<" + Secret, "&" + Secret + ";", "</" + Secret + ">", "<c " + Secret + "=1>", "]]>" }) yield return With(Secret + broken);
        yield return Of($"<row r=\"{Secret}\"/>");
        yield return Of($"<row r=\"3\"><c r=\"{Secret}\"><v>1</v></c></row>");
        yield return Of($"<row r=\"3\"><c r=\"A3\" t=\"{Secret}\"><v>1</v></c><c r=\"C3\" t=\"s\"><v>{Secret}</v></c><c r=\"E3\"><v>{Secret}</v></c></row>");
        yield return Of($"{Secret}<row r=\"3\"/>");
        var cut = UsersSheet.Good();
        cut.Zip = (_, all) => all[UsersSheet.Sheet].Crc = 1;
        yield return cut.Change(UsersSheet.Sheet, ">C3<", $">{Secret}<").ToArray();
    }

    private static byte[] With(string text) =>
        Of(UsersSheet.Row(3, [.. "ABCDEFGHIJ".Select(column => (column, $"<c r=\"{column}3\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))]));

    private static byte[] Of(string third) => UsersSheet.Of(third).ToArray();

    private sealed class Listeners : EventListener
    {
        private static readonly ConcurrentQueue<string> Said = [];
        private readonly ActivityListener _activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Said.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"),
        };

        private readonly MeterListener _meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        private readonly TraceListener _trace = new Trace(Said);

        public Listeners()
        {
            ActivitySource.AddActivityListener(_activities);
            _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Said.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
            _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Said.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
            _meters.Start();
            System.Diagnostics.Trace.Listeners.Add(_trace);
            AppDomain.CurrentDomain.FirstChanceException += Hear;
        }

        public static IReadOnlyCollection<string> All => Said;

        public override void Dispose()
        {
            AppDomain.CurrentDomain.FirstChanceException -= Hear;
            System.Diagnostics.Trace.Listeners.Remove(_trace);
            _meters.Dispose();
            _activities.Dispose();
            base.Dispose();
        }

        // Of the library alone: what an XmlReader says to it never leaves it.
        private static void Hear(object? sender, FirstChanceExceptionEventArgs e)
        {
            if (e.Exception.GetType().Namespace?.StartsWith("UserImport", StringComparison.Ordinal) == true) Said.Enqueue($"{e.Exception.GetType()} {e.Exception.Message} {e.Exception.InnerException?.Message}");
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name.StartsWith("UserImport", StringComparison.Ordinal)) EnableEvents(eventSource, EventLevel.LogAlways);
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) => Said.Enqueue(string.Join(' ', eventData.Payload ?? new([])));

        private sealed class Trace(ConcurrentQueue<string> said) : TraceListener
        {
            public override void Write(string? message) => said.Enqueue(message ?? "");
            public override void WriteLine(string? message) => said.Enqueue(message ?? "");
        }
    }
}
