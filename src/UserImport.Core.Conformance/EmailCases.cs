using UserImport.Applying;
using UserImport.Planning;
using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Conformance;

/// <summary>Addresses that change hands inside one batch.</summary>
internal static class EmailCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("Two users swap their addresses", "F2", run => RotateAsync(run, 2)),
        new("Three users rotate their addresses", "F2", run => RotateAsync(run, 3)),
        new("An address is handed over to a new user", "F2", async run =>
        {
            var seen = (await run.SeedAsync(run.User(1)).ConfigureAwait(false))[0];

            await run.MustApplyAsync(
                CaseRun.Update(seen, seen with { Email = run.EmailOf(8) }),
                CaseRun.Add(run.User(2) with { Email = run.EmailOf(1) }) with { Needs = [0] }).ConfigureAwait(false);

            run.ExpectUser(seen with { Email = run.EmailOf(8) }, await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false));
            run.ExpectUser(run.User(2) with { Email = run.EmailOf(1) }, await run.ReadAsync(run.NumberOf(2)).ConfigureAwait(false));
        }),
        new("Addresses move along a chain of users", "F2", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2), run.User(3)).ConfigureAwait(false);

            await run.MustApplyAsync(
                CaseRun.Update(seen[2], seen[2] with { Email = run.EmailOf(8) }),
                CaseRun.Update(seen[1], seen[1] with { Email = run.EmailOf(3) }) with { Needs = [0] },
                CaseRun.Update(seen[0], seen[0] with { Email = run.EmailOf(2) }) with { Needs = [1] }).ConfigureAwait(false);

            for (var index = 1; index <= 3; index++)
                run.ExpectUser(seen[index - 1] with { Email = run.EmailOf(index == 3 ? 8 : index + 1) }, await run.ReadAsync(run.NumberOf(index)).ConfigureAwait(false));
        }),
        new("A swap with a user who was changed since happens not at all", "P4", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);
            var edited = seen[1] with { CostCenter = "edited" };
            await run.MustApplyAsync(CaseRun.Update(seen[1], edited)).ConfigureAwait(false);

            run.ExpectOutcomes(await run.ApplyAsync(CaseRun.Batch(Rotation(run, seen))).ConfigureAwait(false), Failed, ChangedSince);

            run.ExpectUser(seen[0], await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false));
            run.ExpectUser(edited, await run.ReadAsync(run.NumberOf(2)).ConfigureAwait(false));
        }),
    ];

    private static async Task RotateAsync(CaseRun run, int count)
    {
        var seen = await run.SeedAsync([.. Enumerable.Range(1, count).Select(index => run.User(index))]).ConfigureAwait(false);

        await run.MustApplyAsync(Rotation(run, seen)).ConfigureAwait(false);

        for (var index = 1; index <= count; index++)
        {
            var email = run.EmailOf(index % count + 1);
            run.ExpectUser(seen[index - 1] with { Email = email }, await run.ReadAsync(run.NumberOf(index)).ConfigureAwait(false));
            var holders = await run.FindByEmailAsync(email).ConfigureAwait(false);
            run.Expect(holders.Count(user => UserKeys.OfEmail(user.Email) == email) == 1, "the email is not found by its new user alone");
        }
    }

    // Each takes the address of the next, the last that of the first.
    private static UserChange[] Rotation(CaseRun run, UserRecord[] seen) =>
    [
        .. seen.Select((user, place) =>
            CaseRun.Update(user, user with { Email = run.EmailOf((place + 1) % seen.Length + 1) }) with { Needs = [(place + 1) % seen.Length], Group = 0 }),
    ];
}
