using UserImport.Applying;

using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Conformance;

/// <summary>Users who are not as they were seen: the library decides, and the host writes that and nothing else.</summary>
internal static class StaleCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("A user who was changed since the check is not overwritten, and the rest goes on", "P4", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);
            var edited = seen[0] with { CostCenter = "edited" };
            await run.MustApplyAsync(CaseRun.Update(seen[0], edited)).ConfigureAwait(false);

            var outcomes = await run.ApplyAsync(CaseRun.Batch(
                CaseRun.Update(seen[0], seen[0] with { LastName = "Planned" }), CaseRun.Update(seen[1], seen[1] with { LastName = "Planned" }))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, ChangedSince, Applied);
            run.ExpectUser(edited, await run.ReadAsync(edited.EmployeeNumber).ConfigureAwait(false));
            run.ExpectUser(seen[1] with { LastName = "Planned" }, await run.ReadAsync(seen[1].EmployeeNumber).ConfigureAwait(false));
        }),
        new("A user who is gone is not added again by an update", "P4", async run =>
        {
            var gone = run.User(1);

            var outcomes = await run.ApplyAsync(CaseRun.Batch(CaseRun.Update(gone, gone with { LastName = "Planned" }))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, ChangedSince);
            run.Expect(await run.TryReadAsync(gone.EmployeeNumber).ConfigureAwait(false) is null, "the user was added");
        }),
        new("A number that somebody has by now is not added again, in any case of its letters", "P4", async run =>
        {
            var there = (await run.SeedAsync(run.User(1)).ConfigureAwait(false))[0];
            var again = run.User(2) with { EmployeeNumber = there.EmployeeNumber.ToUpperInvariant() };

            run.ExpectOutcomes(await run.ApplyAsync(CaseRun.Batch(CaseRun.Add(again))).ConfigureAwait(false), ChangedSince);

            run.ExpectUser(there, await run.ReadAsync(there.EmployeeNumber).ConfigureAwait(false));
        }),
        new("A user who stands as planned is already applied", "P4", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);
            var before = seen[0] with { LastName = "Former", Version = null };

            var outcomes = await run.ApplyAsync(CaseRun.Batch(CaseRun.Update(before, seen[0]), CaseRun.Add(run.User(2)))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, AlreadyApplied, AlreadyApplied);
        }),
        new("An address that somebody took since the check fails the change", "P4", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);

            var outcomes = await run.ApplyAsync(CaseRun.Batch(
                CaseRun.Update(seen[0], seen[0] with { Email = run.EmailOf(2).ToUpperInvariant() }), CaseRun.Add(run.User(3) with { Email = run.EmailOf(2) }),
                CaseRun.Add(run.User(4)))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, Failed, Failed, Applied);
            run.ExpectUser(seen[0], await run.ReadAsync(seen[0].EmployeeNumber).ConfigureAwait(false));
            run.Expect(await run.TryReadAsync(run.NumberOf(3)).ConfigureAwait(false) is null, "the user was added");
        }),
        new("What needs a change that is not applied is not written", "P4", async run =>
        {
            await run.SeedAsync(run.User(1) with { LastName = "Somebody else" }).ConfigureAwait(false);

            var outcomes = await run.ApplyAsync(CaseRun.Batch(CaseRun.Add(run.User(1)), CaseRun.Add(run.User(2, 1)) with { Needs = [0] })).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, ChangedSince, Failed);
            run.Expect(await run.TryReadAsync(run.NumberOf(2)).ConfigureAwait(false) is null, "the user was added");
        }),
        new("What needs a change of an earlier batch that was not applied is not written", "P4", async run =>
        {
            var batch = new Applying.ChangeBatch
            {
                ChangeSetId = Guid.NewGuid(), Number = 1, Changes = [CaseRun.Add(run.User(2)) with { Number = 1, Needs = [0] }], NotApplied = new HashSet<int> { 0 },
            };

            var outcomes = await run.ApplyAsync(batch).ConfigureAwait(false);

            run.Expect(outcomes is [{ Change: 1, Kind: Failed }], "the change did not fail");
            run.Expect(await run.TryReadAsync(run.NumberOf(2)).ConfigureAwait(false) is null, "the user was added");
        }),
    ];
}
