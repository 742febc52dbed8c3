using UserImport.Applying;

using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Conformance;

/// <summary>Managers are persons: they are linked by number and read with the addresses they have.</summary>
internal static class ManagerCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("A user and their manager are added in one batch", "F3", async run =>
        {
            var read = await run.SeedAsync(run.User(1), run.User(2, 1)).ConfigureAwait(false);

            run.ExpectUser(run.User(2, 1), read[1]);
        }),
        new("New users who manage each other are added in one batch", "P3", async run =>
        {
            await run.MustApplyAsync(
                CaseRun.Add(run.User(1, 2)) with { Needs = [1], Group = 0 }, CaseRun.Add(run.User(2, 1)) with { Needs = [0], Group = 0 }).ConfigureAwait(false);

            run.ExpectUser(run.User(1, 2), await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false));
            run.ExpectUser(run.User(2, 1), await run.ReadAsync(run.NumberOf(2)).ConfigureAwait(false));
        }),
        new("An update replaces the managers", "F3", async run =>
        {
            var seen = (await run.SeedAsync(run.User(1, 2, 3), run.User(2), run.User(3), run.User(4)).ConfigureAwait(false))[0];
            var after = seen with { Managers = run.User(1, 3, 4).Managers };

            await run.MustApplyAsync(CaseRun.Update(seen, after)).ConfigureAwait(false);

            run.ExpectUser(after, await run.ReadAsync(run.NumberOf(1)).ConfigureAwait(false));
        }),
        new("A manager is read with the address they have now", "F3", async run =>
        {
            var seen = await run.SeedAsync(run.User(1), run.User(2, 1)).ConfigureAwait(false);
            await run.MustApplyAsync(CaseRun.Update(seen[0], seen[0] with { Email = run.EmailOf(8) })).ConfigureAwait(false);

            var person = await run.ReadAsync(run.NumberOf(2)).ConfigureAwait(false);
            var byEmail = (await run.FindByEmailAsync(run.EmailOf(2)).ConfigureAwait(false)).First(user => user.EmployeeNumber == run.NumberOf(2));

            foreach (var read in new[] { person, byEmail })
                run.Expect(read.Managers is [var manager] && manager.EmployeeNumber == run.NumberOf(1) && manager.Email == run.EmailOf(8),
                    "the manager has another number or address");
        }),
        new("A manager is linked by number, whatever its case and whatever the address beside it", "F3", async run =>
        {
            await run.SeedAsync(run.User(1), run.User(2)).ConfigureAwait(false);
            var user = run.User(3) with { Managers = [new UserReference(run.NumberOf(1).ToUpperInvariant(), run.EmailOf(2))] };

            await run.MustApplyAsync(CaseRun.Add(user)).ConfigureAwait(false);

            run.ExpectUser(run.User(3, 1), await run.ReadAsync(run.NumberOf(3)).ConfigureAwait(false));
        }),
        new("A manager who does not exist fails the change and nothing else", "F3", async run =>
        {
            var outcomes = await run.ApplyAsync(CaseRun.Batch(CaseRun.Add(run.User(1, 9)), CaseRun.Add(run.User(2)))).ConfigureAwait(false);

            run.ExpectOutcomes(outcomes, Failed, Applied);
            run.Expect(await run.TryReadAsync(run.NumberOf(1)).ConfigureAwait(false) is null, "the user was added without their manager");
        }),
    ];
}
