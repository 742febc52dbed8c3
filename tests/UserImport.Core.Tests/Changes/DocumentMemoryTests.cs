using UserImport.Planning;
using UserImport.Tests.Hostile;

namespace UserImport.Tests.Changes;

/// <summary>A change set of 100,000 changes as a document: nothing of it is held a second time.</summary>
[Collection(nameof(Alone))]
[Trait("Rule", "P2")]
public sealed class DocumentMemoryTests : IDisposable
{
    private const int Changes = 100_000;
    private const long Slack = 4 << 20;

    private readonly string _path = Path.GetTempFileName();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task A_change_set_is_written_and_read_without_holding_it_twice()
    {
        var written = await CalmestAsync(WriteAsync);
        var read = await CalmestAsync(ReadAsync);

        (new FileInfo(_path).Length).Should().BeGreaterThan(8 * Slack, "a copy would be noticed");
        written.Beyond.Should().BeLessThan(Slack);
        read.Beyond.Should().BeLessThan(Slack);
        read.Own.Should().BeGreaterThan(8 * Slack, "the changes themselves are held once");
        read.Fingerprint.Should().Be(written.Fingerprint);
        read.Count.Should().Be(Changes);
        written.Count.Should().Be(Changes);
    }

    public void Dispose() => File.Delete(_path);

    private async Task<Passage> WriteAsync()
    {
        var set = Drafts.Set(500, [.. Enumerable.Range(0, Changes).Select(Draft)]);
        var held = Held();
        await using var file = new Watched(_path);
        await set.WriteAsync(file, Cancel);
        return new(file.Peak, held, set.Fingerprint, set.Changes.Count, new(set));
    }

    private async Task<Passage> ReadAsync()
    {
        await using var file = new Watched(_path);
        var set = await ChangeSet.ReadAsync(file, Cancel);
        return new(file.Peak, Held(), set.Fingerprint, set.Changes.Count, new(set));
    }

    // What tests before this one have left may be let go of at any moment, but only once.
    private static async Task<Passage> CalmestAsync(Func<Task<Passage>> pass)
    {
        var passages = new List<Passage>();
        for (var i = 0; i < 3; i++)
        {
            var passage = await pass();
            await GoneAsync(passage.Set);
            passages.Add(passage with { Own = passage.Held - Held() });
        }
        return passages.MinBy(passage => passage.Beyond)!;
    }

    // A set is held for as long as a thread is on its way out of the methods that had it.
    private static async Task GoneAsync(WeakReference set)
    {
        while (set.IsAlive)
        {
            await Task.Delay(1, Cancel);
            GC.Collect();
        }
    }

    private static UserChange Draft(int i)
    {
        var user = Build.User($"{i:D6}");
        return i % 2 == 0 ? Drafts.Added(user, i + 2) : Drafts.Updated(user, user with { LastName = "Anders", CostCenter = "4999" }, i + 2);
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>A change set on its way into its document or out of it: what was held at most meanwhile, and what with the set alone.</summary>
    private sealed record Passage(long Peak, long Held, string Fingerprint, int Count, WeakReference Set)
    {
        public long Beyond => Peak - Held;

        public long Own { get; init; }
    }

    /// <summary>A file that looks at what is held, every few megabytes.</summary>
    private sealed class Watched(string path) : FileStream(path, FileMode.Open)
    {
        private long _passed, _next;

        public long Peak { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Look(read);
            return read;
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await base.WriteAsync(buffer, cancellationToken);
            Look(buffer.Length);
        }

        private void Look(int bytes)
        {
            _passed += bytes;
            if (_passed < _next) return;
            _next = _passed + Slack;
            Peak = Math.Max(Peak, Held());
        }
    }
}
