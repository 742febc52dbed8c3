namespace UserImport.Conformance;

/// <summary>What is stored of a user.</summary>
internal static class StoringCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("A user is read back with every value that was written", "P6", async run =>
        {
            var full = run.User(1);
            var plain = run.User(2) with { Prefix = "", CostCenter = "", Functions = [], Teams = [], Active = false };

            var read = await run.SeedAsync(full, plain).ConfigureAwait(false);

            run.ExpectUser(full, read[0]);
            run.ExpectUser(plain, read[1]);
        }),
        new("Text stays as it is, character by character", "R1", async run =>
        {
            var user = run.User(1) with
            {
                FirstName = "Zoë \"Zo\" O'Brien", Prefix = "%_[a]", LastName = "=1+1;DROP--\\ 日本 \U0001F600", CostCenter = "00410",
            };

            var read = await run.SeedAsync(user).ConfigureAwait(false);

            run.ExpectUser(user, read[0]);
        }),
        new("A change of case alone is stored", "M7", async run =>
        {
            var before = (await run.SeedAsync(run.User(1)).ConfigureAwait(false))[0];
            var after = before with { FirstName = before.FirstName.ToUpperInvariant(), Email = before.Email.ToUpperInvariant() };

            await run.MustApplyAsync(CaseRun.Update(before, after)).ConfigureAwait(false);

            run.ExpectUser(after, await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false));
        }),
        new("An update clears lists and optional text, and can deactivate", "A5", async run =>
        {
            var before = (await run.SeedAsync(run.User(1, 2), run.User(2)).ConfigureAwait(false))[0];
            var after = before with { Prefix = "", CostCenter = "", Functions = [], Teams = [], Managers = [], Active = false };

            await run.MustApplyAsync(CaseRun.Update(before, after)).ConfigureAwait(false);

            run.ExpectUser(after, await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false));
        }),
        new("An update leaves the columns alone that it does not name", "P4", async run =>
        {
            var before = (await run.SeedAsync(run.User(1, 2), run.User(2)).ConfigureAwait(false))[0];
            var after = before with { LastName = "Renamed" };

            await run.MustApplyAsync(CaseRun.Update(before, after)).ConfigureAwait(false);

            run.ExpectUser(after, await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false));
        }),
        new("The host's own columns are stored, changed and cleared", "C6", async run =>
        {
            var added = run.User(1) with { Custom = run.Own("n° 1, \"x\"") };
            var before = (await run.SeedAsync(added).ConfigureAwait(false))[0];
            run.ExpectUser(added, before);

            var changed = before with { Custom = run.Own("00410") };
            if (run.OwnColumns.Count > 0) await run.MustApplyAsync(CaseRun.Update(before, changed)).ConfigureAwait(false);
            var then = await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false);
            run.ExpectUser(changed, then);

            var cleared = then with { LastName = "Cleared", Custom = run.Own("") };
            await run.MustApplyAsync(CaseRun.Update(then, cleared)).ConfigureAwait(false);
            run.ExpectUser(cleared, await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false));
        }),
        new("A version token changes whenever a value changes, or there is none", "P4", async run =>
        {
            var before = (await run.SeedAsync(run.User(1, 2), run.User(2), run.User(3)).ConfigureAwait(false))[0];

            await run.MustApplyAsync(CaseRun.Update(before, before with { CostCenter = "1" })).ConfigureAwait(false);
            var then = await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false);
            await run.MustApplyAsync(CaseRun.Update(then, then with { Managers = run.User(0, 3).Managers })).ConfigureAwait(false);
            var now = await run.ReadAsync(before.EmployeeNumber).ConfigureAwait(false);

            run.Expect(before.Version is null || before.Version != then.Version, "a changed cost center left the version token as it was");
            run.Expect(then.Version is null || then.Version != now.Version, "other managers left the version token as it was");
        }),
    ];
}
