using FsCheck;
using FsCheck.Fluent;
using UserImport.Applying;
using UserImport.Planning;
using UserImport.Tests.Changes;
using UserImport.Tests.Planning;
using UserImport.Tests.Templates;

namespace UserImport.Tests.Applying;

/// <summary>Deciding a batch, held against <see cref="ReferenceDecision"/> over every mixture of what can have become of its users.</summary>
[Trait("Rule", "P4")]
public class DecideProperties
{
    private static Gen<(UserRecord[] Stored, ChangeSet Set, int Seed)> Worlds =>
        from world in ChangeSetSamples.World
        from seed in Gen.Choose(0, int.MaxValue)
        select (world.Stored, world.Set, seed);

    [Fact]
    public void Every_mixture_of_stale_missing_standing_locked_and_conflicting_users_is_decided_as_the_book_says()
    {
        var kinds = new HashSet<(ChangeOutcomeKind, bool InGroup)>();
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var random = new Random(world.Seed);
            var users = Mixed(world.Stored, world.Set, random);
            foreach (var batch in BatchesOf(world.Set, random))
            {
                var failed = batch.Changes.Where(_ => random.Next(12) == 0).ToDictionary(change => change.Number, _ => OutcomeReasons.UnitRetired);

                var decision = batch.Decide(users, failed);

                var expected = new ReferenceDecision(batch, users, failed);
                decision.Outcomes.Select(outcome => outcome.Change).Should().Equal(batch.Changes.Select(change => change.Number));
                decision.Outcomes.Select(outcome => outcome.Kind).Should().Equal(expected.Kinds);
                decision.Writes.Select(write => write.Change).Should().Equal(batch.Changes.Where((_, i) => expected.Kinds[i] == ChangeOutcomeKind.Applied));
                foreach (var write in decision.Writes) write.User.Should().BeEquivalentTo(expected.Written(write.Change), "it is written so");
                kinds.UnionWith(batch.Changes.Select((change, i) => (expected.Kinds[i], change.Group is not null)));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithQuietOnSuccess(true));
        kinds.Should().HaveCount(8, "all four ends are met, inside and outside groups");
    }

    // Each user stands as seen, was edited, deleted, locked or deactivated, or stands as planned; and somebody may have come.
    private static List<UserRecord> Mixed(UserRecord[] stored, ChangeSet set, Random random)
    {
        var users = new List<UserRecord>();
        var changes = set.Changes.ToDictionary(change => change.After.EmployeeNumber);
        foreach (var user in stored)
        {
            var planned = changes.GetValueOrDefault(user.EmployeeNumber)?.After ?? user;
            UserRecord? now = random.Next(14) switch
            {
                0 => user with { LastName = "Edited" },
                1 => user with { Email = $"moved.{user.EmployeeNumber}@example.nl" },
                2 => null,
                3 => user with { Locked = "an administrator" },
                4 => user with { Active = false },
                5 or 6 => planned,
                7 => planned with { Prefix = "edited" },
                _ => user,
            };
            // Whoever is written gets another version; a host without versions has none.
            if (now is not null) users.Add(ReferenceEquals(now, user) ? now : now with { Version = user.Version is null ? null : "later" });
        }
        foreach (var change in set.Changes)
        {
            if (change.Kind == ChangeKind.Added && random.Next(5) is var now and < 2)
                users.Add(now == 0 ? change.After : change.After with { FirstName = "Somebody else" });
            if (change.Before?.Email != change.After.Email && random.Next(10) == 0)
                users.Add(Build.User("Z" + change.After.EmployeeNumber, change.After.Email));
        }
        var shuffled = users.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }

    private static IEnumerable<ChangeBatch> BatchesOf(ChangeSet set, Random random)
    {
        var start = 0;
        foreach (var (size, number) in set.BatchSizes.Select((size, number) => (size, number)))
        {
            var earlier = Enumerable.Range(0, start).Where(_ => random.Next(6) == 0).ToHashSet();
            yield return new ChangeBatch { ChangeSetId = set.Id, Number = number, Changes = [.. set.Changes.Skip(start).Take(size)], NotApplied = earlier };
            start += size;
        }
    }
}
