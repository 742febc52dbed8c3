using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Spreadsheets;

public sealed class WorkbookStreamTests
{
    private static readonly byte[] File = RawWorkbook.WithSheet("<row><c><v>1</v></c></row>");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_stream_is_read_from_where_it_stands_and_stays_open()
    {
        using var stream = new MemoryStream([.. "before"u8, .. File]);
        stream.Position = "before".Length;
        using (var workbook = Workbook.Open(stream, new ImportLimits(), false, Token))
            Reading.Rows(workbook, workbook.Sheets[0]).Should().HaveCount(1);
        stream.CanRead.Should().BeTrue();
    }

    [Fact]
    public void A_stream_that_gives_one_byte_at_a_time_is_read()
    {
        using var stream = new OddStream(File) { Most = 1 };
        using var workbook = Workbook.Open(stream, new ImportLimits(), false, Token);
        Reading.Rows(workbook, workbook.Sheets[0]).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_stream_that_can_seek_is_used_in_place()
    {
        using var stream = new MemoryStream(File);
        (await Workbook.BufferAsync(stream, new ImportLimits(), Token)).Should().BeSameAs(stream);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_kept_in_memory_up_to_the_limit()
    {
        using var stream = new OddStream(File) { IsForward = true, Most = 7 };
        var buffered = await Workbook.BufferAsync(stream, new ImportLimits { FileBytes = File.Length }, Token);
        using var workbook = Workbook.Open(buffered, new ImportLimits(), false, Token);
        Reading.Rows(workbook, workbook.Sheets[0]).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_stream_beyond_the_limit_is_not_read_to_its_end()
    {
        using var stream = new OddStream(new byte[1 << 20]) { IsForward = true };
        var buffering = () => Workbook.BufferAsync(stream, new ImportLimits { FileBytes = 100_000 }, Token);
        (await buffering.Should().ThrowAsync<WorkbookRefusedException>()).Which.Limit.Should().Be(nameof(ImportLimits.FileBytes));
        stream.Given.Should().BeLessThan(200_000);
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(EndOfStreamException))]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(TimeoutException))]
    public void An_exception_of_the_callers_stream_comes_out_as_it_is(Type type)
    {
        for (var reads = 0; reads < 12; reads++)
        {
            var failure = (Exception)Activator.CreateInstance(type)!;
            using var stream = new OddStream(File) { Failure = failure, FailAfter = reads };
            var reading = () =>
            {
                using var workbook = Workbook.Open(stream, new ImportLimits(), false, Token);
                Reading.Rows(workbook, workbook.Sheets[0]);
            };
            reading.Should().Throw<Exception>().Which.Should().BeSameAs(failure);
        }
    }

    [Fact]
    public void Cancellation_ends_the_reading()
    {
        using var source = new CancellationTokenSource();
        using var stream = new MemoryStream(RawWorkbook.WithSheet(string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 50_000))));
        using var workbook = Workbook.Open(stream, new ImportLimits(), false, source.Token);
        using var reader = workbook.OpenSheet(workbook.Sheets[0]);
        reader.Read().Should().BeTrue();
        source.Cancel();
        var reading = () =>
        {
            while (reader.Read())
            {
            }
        };
        reading.Should().Throw<OperationCanceledException>();
    }

    private sealed class OddStream(byte[] content) : MemoryStream(content)
    {
        private int _reads;

        public int Most { get; init; } = int.MaxValue;
        public bool IsForward { get; init; }
        public Exception? Failure { get; init; }
        public int FailAfter { get; init; }
        public long Given { get; private set; }

        public override bool CanSeek => !IsForward;

        // The base class sends every other way of reading through this one.
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Failure is not null && _reads++ >= FailAfter) throw Failure;
            var got = base.Read(buffer, offset, Math.Min(count, Most));
            Given += got;
            return got;
        }
    }
}
