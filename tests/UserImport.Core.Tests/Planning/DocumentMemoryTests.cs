using UserImport.Planning;
using UserImport.Tests.Hostile;

namespace UserImport.Tests.Planning;

/// <summary>A change set of 100,000 changes as a document: nothing of it is held a second time.</summary>
[Collection(nameof(Alone))]
[Trait("Rule", "P2")]
public sealed class DocumentMemoryTests : IDisposable
{
    private const int Changes = 100_000;
    private const long Slack = 4 << 20;

    private readonly string _path = Path.GetTempFileName();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_set_is_written_and_read_without_holding_it_twice()
    {
        var set = Drafts.Set(500, [.. Enumerable.Range(0, Changes).Select(Draft)]);
        var own = Held();

        long whileWriting;
        await using (var file = new Watched(_path))
        {
            await set.WriteAsync(file, Cancel);
            whileWriting = file.Peak;
        }
        var (fingerprint, count) = (set.Fingerprint, set.Changes.Count);
        set = null!;
        var without = Held();
        await using var document = new Watched(_path);
        var read = await ChangeSet.ReadAsync(document, Cancel);
        var with = Held();

        (new FileInfo(_path).Length).Should().BeGreaterThan(8 * Slack, "a copy would be noticed");
        whileWriting.Should().BeLessThan(own + Slack);
        document.Peak.Should().BeLessThan(with + Slack);
        (with - without).Should().BeGreaterThan(8 * Slack, "the changes themselves are held once");
        read.Fingerprint.Should().Be(fingerprint);
        read.Changes.Should().HaveCount(count);
    }

    public void Dispose() => File.Delete(_path);

    private static UserChange Draft(int i)
    {
        var user = Build.User($"{i:D6}");
        return i % 2 == 0 ? Drafts.Added(user, i + 2) : Drafts.Updated(user, user with { LastName = "Anders", CostCenter = "4999" }, i + 2);
    }

    private static long Held() => GC.GetTotalMemory(forceFullCollection: true);

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
