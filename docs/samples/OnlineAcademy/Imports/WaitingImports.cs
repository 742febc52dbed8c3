using System.Collections.Concurrent;
using System.Threading.Channels;
using UserImport;

namespace OnlineAcademy.Imports;

/// <summary>The imports that wait for a background worker, and how far the running ones are.</summary>
public sealed class WaitingImports
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, ImportProgress> _progress = new();

    /// <summary>Puts an import in the queue; what is to be done is its state in the database.</summary>
    public void Add(Guid id) => _waiting.Writer.TryWrite(id);

    /// <summary>Returns the imports as they come.</summary>
    public IAsyncEnumerable<Guid> ReadAsync(CancellationToken cancellationToken) => _waiting.Reader.ReadAllAsync(cancellationToken);

    /// <summary>How far an import is; null if it does not run here.</summary>
    public ImportProgress? Find(Guid id) => _progress.TryGetValue(id, out var progress) ? progress : null;

    /// <summary>Returns where an import reports how far it is.</summary>
    public IProgress<ImportProgress> ProgressOf(Guid id) => new Reporter(this, id);

    /// <summary>Forgets how far an import is, because it no longer runs.</summary>
    public void Ended(Guid id) => _progress.TryRemove(id, out _);

    private sealed class Reporter(WaitingImports queue, Guid id) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => queue._progress[id] = value;
    }
}
