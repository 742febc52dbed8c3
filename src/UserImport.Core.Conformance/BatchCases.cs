using System.Collections;
using UserImport.Applying;
using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Conformance;

/// <summary>One batch is one transaction, once.</summary>
internal static class BatchCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("A batch that breaks off leaves nothing behind and can be applied afterwards", "P5", async run =>
        {
            var batch = CaseRun.Batch(
                CaseRun.Add(run.User(1)) with { SendInvitation = true },
                CaseRun.Add(run.User(2) with { Teams = new Unreadable(), Functions = new Unreadable() }));

            var attempt = run.ApplyAsync(batch);
            await ((Task)attempt).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            run.Expect(!attempt.IsCompletedSuccessfully, "a user whose lists cannot be read was stored");
            run.Expect(await run.TryReadAsync(run.NumberOf(1)).ConfigureAwait(false) is null, "the first user of the batch was kept");
            run.Expect(await run.InvitationsAsync(run.NumberOf(1)).ConfigureAwait(false) == 0, "an invitation of the batch was kept");
            var again = new ChangeBatch { ChangeSetId = batch.ChangeSetId, Number = 0, Changes = [batch.Changes[0], CaseRun.Add(run.User(2)) with { Number = 1 }] };
            run.ExpectOutcomes(await run.ApplyAsync(again).ConfigureAwait(false), Applied, Applied);
        }),
        new("A batch that was committed is answered from the record, with the outcomes and reasons of the first time", "P5", async run =>
        {
            var (stale, batch) = await MixedBatchAsync(run).ConfigureAwait(false);

            var first = await run.ApplyAsync(batch).ConfigureAwait(false);
            var standing = await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false);
            var second = await run.ApplyAsync(batch).ConfigureAwait(false);

            run.ExpectOutcomes(first, Applied, ChangedSince, Failed);
            run.ExpectOutcomes(second, Applied, ChangedSince, Failed);
            run.Expect(first.OrderBy(one => one.Change).SequenceEqual(second.OrderBy(one => one.Change)), "the record gives other reasons than the first answer");
            var now = await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false);
            run.ExpectUser(standing, now);
            run.Expect(standing.Version == now.Version, "the second time wrote the user again");
            run.ExpectUser(stale, await run.ReadAsync(stale.EmployeeNumber).ConfigureAwait(false));
        }),
        new("What happened since a batch was committed is not overwritten by applying it again", "P5", async run =>
        {
            var batch = CaseRun.Batch(CaseRun.Add(run.User(1)));
            await run.ApplyAsync(batch).ConfigureAwait(false);
            var added = await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false);
            var edited = added with { LastName = "Edited" };
            await run.MustApplyAsync(CaseRun.Update(added, edited)).ConfigureAwait(false);

            run.ExpectOutcomes(await run.ApplyAsync(batch).ConfigureAwait(false), Applied);

            run.ExpectUser(edited, await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false));
        }),
        new("Batches are told apart by change set and by number", "P5", async run =>
        {
            var first = CaseRun.Batch(CaseRun.Add(run.User(1)));
            var second = new ChangeBatch { ChangeSetId = first.ChangeSetId, Number = 1, Changes = [CaseRun.Add(run.User(2)) with { Number = 1 }] };
            var other = new ChangeBatch { ChangeSetId = Guid.NewGuid(), Number = 0, Changes = [CaseRun.Add(run.User(3))] };

            foreach (var batch in new[] { first, second, other }) await run.ApplyAsync(batch).ConfigureAwait(false);

            for (var index = 1; index <= 3; index++) await run.ReadAsync(run.NumberOf(index)).ConfigureAwait(false);
        }),
        new("Two that apply the same batch at the same time apply it once", "P5", async run =>
        {
            var batch = CaseRun.Batch(CaseRun.Add(run.User(1)) with { SendInvitation = true }, CaseRun.Add(run.User(2)));

            Task[] both = [Task.Run(() => run.ApplyAsync(batch), run.Cancel), Task.Run(() => run.ApplyAsync(batch), run.Cancel)];
            foreach (var one in both) await one.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // One of the two may lose with an exception of the database; applying again is the way on.
            run.ExpectOutcomes(await run.ApplyAsync(batch).ConfigureAwait(false), Applied, Applied);
            await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false);
            run.Expect(await run.InvitationsAsync(run.NumberOf(1)).ConfigureAwait(false) == 1, "the user was not invited exactly once");
        }),
        new("A cancelled call writes nothing", "P7", async run =>
        {
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync().ConfigureAwait(false);

            var attempt = run.InScopeAsync(users => users.ApplyAsync(CaseRun.Batch(CaseRun.Add(run.User(1))), cancelled.Token));
            await ((Task)attempt).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            run.Expect(attempt.IsCanceled, "no OperationCanceledException came out");
            run.Expect(await run.TryReadAsync(run.NumberOf(1)).ConfigureAwait(false) is null, "the user was written");
        }),
        new("A batch of two thousand users is applied", "P5", async run =>
        {
            var everybody = Enumerable.Range(1, 2000).Select(index => CaseRun.Add(run.User(index, index > 1 ? [1] : []))).ToArray();

            await run.MustApplyAsync(everybody).ConfigureAwait(false);

            run.ExpectUser(run.User(2000, 1), await run.ReadAsync(run.NumberOf(2000)).ConfigureAwait(false));
        }),
    ];

    // One change that can be applied, one whose user was changed since, one whose address somebody has.
    private static async Task<(UserRecord Stale, ChangeBatch Batch)> MixedBatchAsync(CaseRun run)
    {
        var seen = (await run.SeedAsync(run.User(2)).ConfigureAwait(false))[0];
        var edited = seen with { CostCenter = "edited" };
        await run.MustApplyAsync(CaseRun.Update(seen, edited)).ConfigureAwait(false);
        return (edited, CaseRun.Batch(
            CaseRun.Add(run.User(1)), CaseRun.Update(seen, seen with { LastName = "Planned" }), CaseRun.Add(run.User(3) with { Email = run.EmailOf(2) })));
    }

    private sealed class Unreadable : IReadOnlyList<string>
    {
        public int Count => throw Refused();

        public string this[int index] => throw Refused();

        public IEnumerator<string> GetEnumerator() => throw Refused();

        IEnumerator IEnumerable.GetEnumerator() => throw Refused();

        private static InvalidDataException Refused() => new("This list is unreadable on purpose.");
    }
}
