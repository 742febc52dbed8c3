using System.Globalization;

namespace UserImport.Conformance;

/// <summary>How users are found.</summary>
internal static class LookupCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("Every user with one of the numbers is found, each once", "M1", async run =>
        {
            await run.SeedAsync(run.User(1), run.User(2), run.User(3)).ConfigureAwait(false);

            var found = await run.FindAsync(Key(run, 1), Key(run, 3), Key(run, 9)).ConfigureAwait(false);

            ExpectFound(run, found, [run.NumberOf(1), run.NumberOf(3)], run.NumberOf(9));
        }),
        new("Every user with one of the emails is found, each once", "M6", async run =>
        {
            await run.SeedAsync(run.User(1), run.User(2), run.User(3)).ConfigureAwait(false);

            var found = await run.FindByEmailAsync(run.EmailOf(1), run.EmailOf(3), run.EmailOf(9)).ConfigureAwait(false);

            ExpectFound(run, found, [run.NumberOf(1), run.NumberOf(3)], run.NumberOf(9));
        }),
        new("A lookup of thousands of keys at once is answered", "M1", async run =>
        {
            await run.SeedAsync(run.User(1)).ConfigureAwait(false);
            var strangers = Enumerable.Range(1000, 40_000).ToList();

            var byNumber = await run.FindAsync([.. strangers.Select(index => Key(run, index)), Key(run, 1)]).ConfigureAwait(false);
            var byEmail = await run.FindByEmailAsync([.. strangers.Select(run.EmailOf), run.EmailOf(1)]).ConfigureAwait(false);

            ExpectFound(run, byNumber, [run.NumberOf(1)], run.NumberOf(9));
            ExpectFound(run, byEmail, [run.NumberOf(1)], run.NumberOf(9));
        }),
        new("A lookup of nothing is answered", "M1", async run =>
        {
            run.Expect(await run.FindAsync().ConfigureAwait(false) is not null, "null was returned");
            run.Expect(await run.FindByEmailAsync().ConfigureAwait(false) is not null, "null was returned");
        }),
        new("A number is found whatever the case of its ASCII letters, and keeps its spelling", "M1", async run =>
        {
            var user = run.User(1) with { EmployeeNumber = run.NumberOf(1) + "aBc" };
            await run.SeedAsync(user).ConfigureAwait(false);

            var found = await run.FindAsync(run.NumberOf(1).ToLowerInvariant() + "abc").ConfigureAwait(false);

            ExpectFound(run, found, [user.EmployeeNumber], run.NumberOf(9));
        }),
        new("Numbers that differ only in letters outside ASCII are two users", "M1", async run =>
        {
            var upper = run.User(1) with { EmployeeNumber = run.NumberOf(1) + "É" };
            var lower = run.User(2) with { EmployeeNumber = run.NumberOf(1) + "é" };
            var plain = run.User(3) with { EmployeeNumber = run.NumberOf(1) + "e" };
            await run.SeedAsync(upper, lower, plain).ConfigureAwait(false);

            var found = await run.FindAsync(UserKeys.OfEmployeeNumber(upper.EmployeeNumber)).ConfigureAwait(false);

            ExpectFound(run, found, [upper.EmployeeNumber], run.NumberOf(9));
        }),
        new("An email is found by its canonical key, and keeps its spelling", "M6", async run =>
        {
            var mixed = run.User(1) with { Email = run.EmailOf(1).Replace("example", "EXAMPLE", StringComparison.Ordinal) };
            var international = run.User(2) with { Email = run.EmailOf(2).Replace("example", "Bücher", StringComparison.Ordinal) };
            await run.SeedAsync(mixed, international).ConfigureAwait(false);

            var found = await run.FindByEmailAsync(UserKeys.OfEmail(mixed.Email), UserKeys.OfEmail(international.Email)).ConfigureAwait(false);

            ExpectFound(run, found, [mixed.EmployeeNumber, international.EmployeeNumber], run.NumberOf(9));
            foreach (var expected in new[] { mixed, international })
                run.ExpectUser(expected, found.First(user => user.EmployeeNumber == expected.EmployeeNumber));
        }),
    ];

    private static string Key(CaseRun run, int index) => UserKeys.OfEmployeeNumber(run.NumberOf(index));

    private static void ExpectFound(CaseRun run, IReadOnlyList<UserRecord> found, string[] numbers, string stranger)
    {
        run.Expect(found is not null, "null was returned");
        foreach (var number in numbers)
        {
            var times = found!.Count(user => user.EmployeeNumber == number);
            run.Expect(times == 1, string.Create(CultureInfo.InvariantCulture, $"a user who was asked for came {times} times"));
        }
        run.Expect(found!.All(user => user.EmployeeNumber != stranger), "a user who does not exist was found");
    }
}
