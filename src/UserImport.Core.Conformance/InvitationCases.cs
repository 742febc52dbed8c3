using UserImport.Applying;

using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Conformance;

/// <summary>Invitations belong to the batch: at most one for a user and a change set.</summary>
internal static class InvitationCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("Whoever is to be invited is invited once, and nobody else", "F5", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);
            var batch = CaseRun.Batch(
                CaseRun.Update(seen[0], seen[0] with { LastName = "Renamed" }) with { SendInvitation = true }, CaseRun.Invite(seen[1]),
                CaseRun.Add(run.User(3)) with { SendInvitation = true }, CaseRun.Add(run.User(4)));

            run.ExpectOutcomes(await run.ApplyAsync(batch).ConfigureAwait(false), Applied, Applied, Applied, Applied);
            await run.ApplyAsync(batch).ConfigureAwait(false);

            for (var index = 1; index <= 4; index++)
                await ExpectInvitationsAsync(run, index, index == 4 ? 0 : 1).ConfigureAwait(false);
        }),
        new("An invitation alone leaves the user as they are", "K2", async run =>
        {
            var seen = (await run.SeedAsync(run.User(1, 2), run.User(2)).ConfigureAwait(false))[0];

            await run.MustApplyAsync(CaseRun.Invite(seen)).ConfigureAwait(false);

            run.ExpectUser(seen, await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false));
        }),
        new("Nobody is invited by a change that is not applied", "P6", async run =>
        {
            var seen = (await run.SeedAsync(run.User(1)).ConfigureAwait(false))[0];
            await run.MustApplyAsync(CaseRun.Update(seen, seen with { CostCenter = "edited" })).ConfigureAwait(false);

            var outcomes = await run.ApplyAsync(CaseRun.Batch(
                CaseRun.Update(seen, seen with { LastName = "Planned" }) with { SendInvitation = true }, CaseRun.Invite(run.User(9)))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, ChangedSince, ChangedSince);
            await ExpectInvitationsAsync(run, 1, 0).ConfigureAwait(false);
            await ExpectInvitationsAsync(run, 9, 0).ConfigureAwait(false);
        }),
    ];

    private static async Task ExpectInvitationsAsync(CaseRun run, int index, int expected)
    {
        var found = await run.InvitationsAsync(run.NumberOf(index)).ConfigureAwait(false);
        run.Expect(found == expected, $"expected {expected} invitations for user {index}, found {found}");
    }
}
