using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UserImport.Observing;
using UserImport.Planning;
using UserImport.Planning.People;
using UserImport.Rows;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>What the caller's own stream throws comes out as it is, of whatever kind and wherever it throws; so does cancellation.</summary>
public sealed class UploadStreamTests
{
    private static readonly byte[] Plain = UsersSheet.Good().ToArray();

    // UTF-16 is what the XmlReader reads and the tokenizer does not.
    private static readonly byte[] Wide = InUtf16(UsersSheet.Sheet, UsersSheet.Strings).ToArray();

    private static readonly RowParser Parser = new(Options.Create(new UserImportOptions()));

    // Some rows are added and some rejected.
    private static readonly ImportCheck Checked = Upload.CheckAsync(Upload.Of(40, UsersSheet.Headers[..7],
        row => [$"{row}", "Jan", "Poe", $"{row}@acme.nl", "Acme", row % 2 == 0 ? "Sales" : "Nowhere", "nl"])).GetAwaiter().GetResult();

    private static readonly Dictionary<string, (byte[] Content, bool IsSeekable, Func<Stream, Task> Run)> Calls = new()
    {
        ["CheckAsync"] = (Plain, true, Check),
        ["CheckAsync of a stream that cannot seek"] = (Plain, false, Check),
        ["CheckAsync while somebody listens"] = (Plain, true, CheckObserved),
        ["CheckAsync of a stream that cannot seek while somebody listens"] = (Plain, false, CheckObserved),
        ["CheckAsync of UTF-16"] = (Wide, true, Check),
        ["Parse"] = (Plain, true, stream => Read(Parser.Parse(stream))),
        ["Parse of UTF-16"] = (Wide, true, stream => Read(Parser.Parse(stream))),
        ["ParseAsync"] = (Plain, true, async stream => await Read(await Parser.ParseAsync(stream))),
        ["ParseAsync of a stream that cannot seek"] = (Plain, false, async stream => await Read(await Parser.ParseAsync(stream))),
        ["ChangeSet.ReadAsync"] = (Document(check => check.Changes.WriteAsync), true, stream => ChangeSet.ReadAsync(stream)),
        ["ImportCheck.ReadAsync"] = (Document(check => check.WriteAsync), true, stream => ImportCheck.ReadAsync(stream)),
        ["ChangeSet.WriteAsync"] = ([], false, stream => Checked.Changes.WriteAsync(stream)),
        ["ImportCheck.WriteAsync"] = ([], false, stream => Checked.WriteAsync(stream)),
        ["WriteTemplateAsync"] = ([], false, stream => Importing(importer => importer.WriteTemplateAsync(stream))),
        ["ExportAsync"] = ([], false, stream => Importing(importer => importer.ExportAsync(Many().ToAsyncEnumerable(), stream))),
        ["WriteCorrectionsAsync"] = ([], false, stream => Importing(importer => importer.WriteCorrectionsAsync(Checked, stream))),
    };

    public static TheoryData<string> Names => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_exception_of_the_callers_stream_passes_through_whatever_it_is_and_at_whichever_call_it_comes(string name)
    {
        var (content, isSeekable, run) = Calls[name];
        foreach (var make in FailingStream.Failures)
        {
            var calls = 0;
            for (var failure = make(); await FailsAsync(content, isSeekable, run, failure, calls); failure = make()) calls++;
            calls.Should().BeInRange(1, 2_000, "every stream is used");
        }
    }

    [Fact]
    public async Task Cancellation_is_no_refusal()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        var parsing = () => Parser.Parse(new MemoryStream(Plain), null, source.Token);
        var waiting = () => Parser.ParseAsync(new MemoryStream(Plain), null, source.Token);

        parsing.Should().Throw<OperationCanceledException>();
        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }

    // Whether the stream failed; anything but its own exception is a failure of the test.
    private static async Task<bool> FailsAsync(byte[] content, bool isSeekable, Func<Stream, Task> run, Exception failure, int after)
    {
        await using var stream = new FailingStream(content, failure, after) { IsSeekable = isSeekable };
        try
        {
            await run(stream);
            return false;
        }
        catch (Exception e) when (ReferenceEquals(e, failure))
        {
            return true;
        }
    }

    private static async Task Check(Stream upload) => RequireRows((await Story.Of().CheckAsync(upload)).Refusal);

    private static async Task CheckObserved(Stream upload)
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ImportTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        await Check(upload);
    }

    private static Task Read(ParsedSheet sheet)
    {
        using (sheet)
        {
            var rows = sheet.Refusal is null ? sheet.Rows.Count() : 0;
            RequireRows(sheet.Refusal);
            rows.Should().Be(3);
        }
        return Task.CompletedTask;
    }

    private static void RequireRows(ImportIssue? refusal) => refusal.Should().BeNull("a stream that fails is not a bad file");

    private static async Task Importing(Func<UserImporter, Task> run)
    {
        await using var services = Story.Services(new StoryUsers(Story.Structure, []), new UserImportOptions());
        await run(services.GetRequiredService<UserImporter>());
    }

    private static IEnumerable<UserRecord> Many() => Enumerable.Range(0, 2_000).Select(i => Story.User(i.ToString("'N'0", CultureInfo.InvariantCulture)));

    private static byte[] Document(Func<ImportCheck, Func<Stream, CancellationToken, Task>> write)
    {
        using var document = new MemoryStream();
        write(Checked)(document, CancellationToken.None).GetAwaiter().GetResult();
        return document.ToArray();
    }

    private static RawWorkbook InUtf16(params string[] parts)
    {
        var book = UsersSheet.Good();
        foreach (var part in parts) book.Set(part, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(book.Get(part).Replace("UTF-8", "UTF-16", StringComparison.Ordinal))]);
        return book;
    }
}
