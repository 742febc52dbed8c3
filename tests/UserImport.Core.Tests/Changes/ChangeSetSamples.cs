using FsCheck;
using FsCheck.Fluent;
using UserImport.Changes;
using UserImport.Planning;

namespace UserImport.Tests.Changes;

/// <summary>Generated change sets over generated users: additions, swaps, rotations, hand-overs, managers, invitations.</summary>
internal static class ChangeSetSamples
{
    private static readonly string[] Texts = ["", "a", "Jansen", "van der", "O'Brien", "Zoë, \"R&D\" <x>", "日本", "\U0001F600", "tab\tand\nline", "=1+1"];

    private static Gen<string> Text => Gen.Elements(Texts);

    /// <summary>Stored users with unique addresses and managers among themselves, and a change set that is valid for them.</summary>
    public static Gen<(UserRecord[] Stored, ChangeSet Set)> World =>
        from size in Gen.Choose(1, 12)
        from added in Gen.Choose(0, 8)
        from seed in Gen.Choose(0, int.MaxValue)
        from batchSize in Gen.Choose(1, 6)
        from names in Text.ListOf(size + added)
        select Make(size, added, new Random(seed), batchSize, [.. names]);

    public static Gen<ChangeSet> Any =>
        from world in World
        from brakes in Gen.Choose(0, 2)
        from fileName in Gen.OneOf(Gen.Constant<string?>(null), Text.Select(text => (string?)text))
        select ChangeSet.Create(world.Set.Id, world.Set.CreatedAt, ImportAction.AddOnly, fileName, null, world.Set.Changes,
            [.. Enumerable.Repeat(new TrippedBrake("brake.clears", 3, 9, 20, "é"), brakes)], 3);

    private static (UserRecord[] Stored, ChangeSet Set) Make(int size, int added, Random random, int batchSize, string[] names)
    {
        var stored = Enumerable.Range(0, size).Select(i => Build.User($"S{i}") with
        {
            FirstName = names[i], Version = random.Next(2) == 0 ? null : $"{i}", Managers = Some(random, i, number => $"S{number}"),
        }).ToArray();
        var addresses = stored.Select(user => user.Email).Concat(Enumerable.Range(0, added).Select(i => $"n{i}@example.nl")).ToArray();
        random.Shuffle(addresses);
        var keepsAddress = random.Next(3) == 0;
        var drafts = new List<UserChange>();
        for (var i = 0; i < size + added; i++)
        {
            var managers = Some(random, size + added, number => number < size ? $"S{number}" : $"n{number - size}")
                .Where(manager => manager.EmployeeNumber != (i < size ? $"S{i}" : $"n{i - size}")).ToArray();
            if (i >= size)
            {
                drafts.Add(Drafts.Added(Build.User($"n{i - size}", keepsAddress ? $"n{i - size}@example.nl" : addresses[i]) with
                {
                    LastName = names[i], Managers = managers,
                }, i) with { SendInvitation = random.Next(2) == 0 });
                continue;
            }
            var after = stored[i] with
            {
                Email = keepsAddress ? stored[i].Email : addresses[i],
                Managers = random.Next(2) == 0 ? stored[i].Managers : managers,
                CostCenter = random.Next(2) == 0 ? "4100" : names[i],
            };
            if (UserComparison.Differences(stored[i], after).Count > 0) drafts.Add(Drafts.Updated(stored[i], after, i));
            else if (random.Next(2) == 0) drafts.Add(Drafts.Invited(stored[i], i));
        }
        var shuffled = drafts.ToArray();
        random.Shuffle(shuffled);
        return (stored, Drafts.Set(batchSize, shuffled));
    }

    private static UserReference[] Some(Random random, int below, Func<int, string> number) =>
        below == 0 ? [] : [.. Enumerable.Range(0, random.Next(3)).Select(_ => number(random.Next(below))).Distinct().Select(Build.Reference)];
}
