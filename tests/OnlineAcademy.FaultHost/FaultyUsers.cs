using UserImport;
using UserImport.Applying;

namespace OnlineAcademy.FaultHost;

/// <summary>The academy's repository, with a fault point before and after every call.</summary>
internal sealed class FaultyUsers(IUserRepository users, FaultPoints points) : IUserRepository
{
    /// <inheritdoc />
    public Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken) =>
        AroundAsync("look-up by number", () => users.FindByEmployeeNumberAsync(employeeNumbers, cancellationToken));

    /// <inheritdoc />
    public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
        AroundAsync("look-up by email", () => users.FindByEmailAsync(emails, cancellationToken));

    /// <inheritdoc />
    public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
        AroundAsync($"batch {batch.Number}", () => users.ApplyAsync(batch, cancellationToken));

    private async Task<T> AroundAsync<T>(string call, Func<Task<T>> run)
    {
        await points.ReachAsync($"before {call}");
        var answer = await run();
        await points.ReachAsync($"after {call}");
        return answer;
    }
}
