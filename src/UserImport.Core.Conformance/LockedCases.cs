using UserImport.Applying;

using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Conformance;

/// <summary>Users who may not be changed. Where the host locks nobody there is nothing to try.</summary>
internal static class LockedCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("A locked user is found by number and by email, with the reason", "M9", async run =>
        {
            if (!run.CanLock) return;
            var seen = (await run.SeedAsync(run.User(1)).ConfigureAwait(false))[0];
            await run.LockAsync(seen.EmployeeNumber).ConfigureAwait(false);

            var byNumber = await run.TryReadAsync(seen.EmployeeNumber).ConfigureAwait(false);
            var byEmail = (await run.FindByEmailAsync(run.EmailOf(1)).ConfigureAwait(false)).FirstOrDefault(user => user.EmployeeNumber == seen.EmployeeNumber);

            foreach (var (found, by) in new[] { (byNumber, "number"), (byEmail, "email") })
            {
                run.Expect(found is not null, $"a locked user is not found by {by}, so a row of theirs would add them anew");
                run.Expect(!string.IsNullOrWhiteSpace(found!.Locked), $"a locked user who is found by {by} carries no reason");
                run.ExpectUser(seen, found);
            }
        }),
        new("A user who was locked since the check is left as they are", "M9", async run =>
        {
            if (!run.CanLock) return;
            var seen = await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);
            await run.LockAsync(seen[0].EmployeeNumber).ConfigureAwait(false);

            var outcomes = await run.ApplyAsync(CaseRun.Batch(
                CaseRun.Update(seen[0], seen[0] with { LastName = "Planned" }), CaseRun.Update(seen[1], seen[1] with { LastName = "Planned" }))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, ChangedSince, Applied);
            run.ExpectUser(seen[0], await run.ReadAsync(seen[0].EmployeeNumber).ConfigureAwait(false));
        }),
    ];
}
