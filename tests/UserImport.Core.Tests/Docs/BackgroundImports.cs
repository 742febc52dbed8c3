namespace UserImport.Tests.Docs;

using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

public sealed class BackgroundImports(IServiceScopeFactory scopes, Func<Guid, IServiceProvider, CancellationToken, Task> work)
{
    private readonly Channel<Guid> _waiting = Channel.CreateBounded<Guid>(capacity: 1000);

    public bool TryAdd(Guid import) => _waiting.Writer.TryWrite(import);

    // For the ExecuteAsync of a BackgroundService; each worker does one import at a time.
    public Task RunAsync(int workers, CancellationToken stopping) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(stopping)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var import in _waiting.Reader.ReadAllAsync(stopping))
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(import, scope.ServiceProvider, stopping);
        }
    }
}
