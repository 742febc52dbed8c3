using FsCheck;
using FsCheck.Fluent;
using UserImport.Applying;
using UserImport.Changes;
using UserImport.Planning;
using UserImport.Tests.Changes;
using UserImport.Tests.Planning;

namespace UserImport.Tests.Applying;

/// <summary>What holds for every change set over every mixture of users who stand as seen, were edited, deleted, added or moved.</summary>
public class ApplyingProperties
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static Gen<(UserRecord[] Stored, ChangeSet Set, int Seed)> Worlds =>
        from world in ChangeSetSamples.World
        from seed in Gen.Choose(0, int.MaxValue)
        select (world.Stored, world.Set, seed);

    [Fact]
    [Trait("Rule", "P3")]
    public void Whatever_a_change_needs_comes_before_it_or_in_the_same_batch_and_groups_are_whole() =>
        Prop.ForAll(ChangeSetSamples.World.ToArbitrary(), world =>
        {
            var set = world.Set;
            var batchOf = set.BatchSizes.SelectMany((size, batch) => Enumerable.Repeat(batch, size)).ToArray();
            foreach (var change in set.Changes)
            {
                change.Needs.All(need => need < change.Number || (change.Group != null && set.Changes[need].Group == change.Group))
                    .Should().BeTrue();
                change.Needs.Should().BeInAscendingOrder().And.NotContain(change.Number);
            }
            foreach (var group in set.Changes.Where(change => change.Group != null).GroupBy(change => change.Group))
            {
                group.Select(change => batchOf[change.Number]).Distinct().Should().ContainSingle();
                group.Count().Should().Be(group.Max(change => change.Number) - group.Min(change => change.Number) + 1).And.BeGreaterThan(1);
            }
            ChangeOrder.IsSound(set.Changes, set.BatchSizes).Should().BeTrue();
        }).Check(Often);

    [Fact]
    [Trait("Rule", "P3")]
    public void Undisturbed_every_change_is_applied_and_no_state_on_the_way_breaks_a_constraint() =>
        Prop.ForAll(ChangeSetSamples.World.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);

            var result = users.ApplyAsync(world.Set).GetAwaiter().GetResult();

            result.Applied.Should().Be(world.Set.Changes.Count);
            foreach (var change in world.Set.Changes)
                UserComparison.Differences(users[change.After.EmployeeNumber], change.After).Should().BeEmpty();
            users.Outbox.Should().BeEquivalentTo(
                world.Set.Changes.Where(change => change.SendInvitation).Select(change => (world.Set.Id, change.After.EmployeeNumber)));
        }).Check(Often);

    [Fact]
    [Trait("Rule", "P4")]
    public void Disturbed_nothing_is_overwritten_the_rest_goes_on_and_no_constraint_breaks() =>
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);
            Disturb(users, world.Set, new Random(world.Seed));
            var disturbed = users.All.ToDictionary(user => user.EmployeeNumber);

            var result = users.ApplyAsync(world.Set).GetAwaiter().GetResult();

            result.Outcomes.Select(outcome => outcome.Change).Should().Equal(world.Set.Changes.Select(change => change.Number));
            var applied = world.Set.Changes.Where(change => result.Outcomes[change.Number].Kind == ChangeOutcomeKind.Applied).ToList();
            foreach (var change in applied)
            {
                if (change.Before is { } before && change.Kind == ChangeKind.Updated)
                    UserComparison.Differences(before, disturbed[before.EmployeeNumber]).Should().BeEmpty();
                if (change.Kind != ChangeKind.Invited)
                    UserComparison.Differences(change.After, users[change.After.EmployeeNumber]).Should().BeEmpty();
                change.Needs.All(need => Stands(result.Outcomes[need])).Should().BeTrue();
            }
            foreach (var group in world.Set.Changes.Where(change => change.Group != null).GroupBy(change => change.Group))
                (group.All(change => Stands(result.Outcomes[change.Number])) || !group.Any(applied.Contains)).Should().BeTrue();
            var touched = applied.Where(change => change.Kind != ChangeKind.Invited).Select(change => change.After.EmployeeNumber).ToHashSet();
            foreach (var (number, user) in disturbed.Where(pair => !touched.Contains(pair.Key)))
                users[number].Should().BeEquivalentTo(user, options => options.Excluding(record => record.Managers));
            users.Outbox.Should().BeEquivalentTo(
                applied.Where(change => change.SendInvitation).Select(change => (world.Set.Id, change.After.EmployeeNumber)));
        }).Check(Often);

    [Fact]
    [Trait("Rule", "P4")]
    public void A_change_is_skipped_only_for_a_reason_that_holds() =>
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);
            Disturb(users, world.Set, new Random(world.Seed));
            var disturbed = users.All;

            var result = users.ApplyAsync(world.Set).GetAwaiter().GetResult();

            foreach (var change in world.Set.Changes)
            {
                var (_, kind, reason) = result.Outcomes[change.Number];
                var user = disturbed.SingleOrDefault(one => one.EmployeeNumber == change.After.EmployeeNumber);
                var holds = reason switch
                {
                    null => kind is ChangeOutcomeKind.Applied or ChangeOutcomeKind.AlreadyApplied,
                    OutcomeReasons.UserMissing => user is null,
                    OutcomeReasons.UserExists => change.Before is null && user is not null,
                    OutcomeReasons.UserChanged => UserComparison.Differences(change.Before!, user!).Count > 0,
                    OutcomeReasons.UserLocked => user!.Locked is not null,
                    OutcomeReasons.UserInactive => !user!.Active,
                    OutcomeReasons.EmailTaken => users.All.Any(other => other.EmployeeNumber != change.After.EmployeeNumber && other.Email == change.After.Email),
                    OutcomeReasons.ManagerMissing => change.After.Managers.Any(manager => !users.Has(manager.EmployeeNumber)),
                    OutcomeReasons.NeedsNotApplied => world.Set.Changes.Any(other => !Stands(result.Outcomes[other.Number]) &&
                        (change.Needs.Contains(other.Number) || (change.Group != null && other.Group == change.Group)
                        || change.After.Managers.Any(manager => manager.EmployeeNumber == other.After.EmployeeNumber))),
                    OutcomeReasons.InvitationNotSent => kind == ChangeOutcomeKind.AlreadyApplied && change.SendInvitation,
                    _ => false,
                };
                holds.Should().BeTrue("change {0} ended as {1} {2}", change.Number, kind, reason);
            }
        }).Check(Often);

    [Fact]
    [Trait("Rule", "P4")]
    public void Deciding_is_pure_whatever_the_order_of_the_users_and_however_many_more_are_loaded() =>
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);
            var random = new Random(world.Seed);
            Disturb(users, world.Set, random);
            var all = users.All.ToArray();
            var batch = Batches.Of(world.Set);
            var asked = all.Where(user => batch.EmployeeNumbers.Contains(UserKeys.OfEmployeeNumber(user.EmployeeNumber))
                || batch.Emails.Contains(UserKeys.OfEmail(user.Email))).ToArray();

            var first = batch.Decide(all);
            var again = batch.Decide(all);
            random.Shuffle(all);
            var shuffledAndTwice = batch.Decide([.. all, .. all]);
            var exact = batch.Decide(asked);

            foreach (var other in new[] { again, shuffledAndTwice, exact }) other.Should().BeEquivalentTo(first, options => options.WithStrictOrdering());
        }).Check(Often);

    [Fact]
    [Trait("Rule", "P5")]
    public void Applying_twice_or_from_a_document_changes_nothing_more() =>
        Prop.ForAll(Worlds.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);
            Disturb(users, world.Set, new Random(world.Seed));
            var first = users.ApplyAsync(world.Set).GetAwaiter().GetResult();
            var (standing, sent) = (users.All, users.Outbox.ToArray());
            using var document = new MemoryStream();
            world.Set.WriteAsync(document).GetAwaiter().GetResult();
            document.Position = 0;

            var second = users.ApplyAsync(ChangeSet.ReadAsync(document).GetAwaiter().GetResult()).GetAwaiter().GetResult();

            second.Outcomes.Should().Equal(first.Outcomes);
            users.All.Should().BeEquivalentTo(standing);
            users.Outbox.Should().Equal(sent);
        }).Check(Often);

    [Fact]
    [Trait("Rule", "P4")]
    public void Without_the_record_every_applied_change_is_found_to_stand_already() =>
        Prop.ForAll(ChangeSetSamples.World.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);
            users.ApplyAsync(world.Set).GetAwaiter().GetResult();
            var changes = world.Set.Changes.Where(change => change.Kind != ChangeKind.Invited).ToArray();

            var forgetful = new ChangeBatch { ChangeSetId = Guid.NewGuid(), Number = 0, Changes = changes }.Decide(users.All);

            forgetful.Writes.Should().BeEmpty();
            forgetful.Outcomes.All(outcome => outcome.Kind == ChangeOutcomeKind.AlreadyApplied).Should().BeTrue();
        }).Check(Often);

    private static bool Stands(ChangeOutcome outcome) => outcome.Kind is ChangeOutcomeKind.Applied or ChangeOutcomeKind.AlreadyApplied;

    private static void Disturb(InMemoryUsers users, ChangeSet set, Random random)
    {
        foreach (var change in set.Changes.Where(_ => random.Next(4) == 0))
        {
            var number = change.After.EmployeeNumber;
            switch (random.Next(7))
            {
                case 0 when users.Has(number): users.Put(users[number] with { LastName = "Edited" }); break;
                case 1 when users.Has(number): users.Remove(number); break;
                case 2 when !users.Has(number): users.Put(Build.User(number, $"other-{number}@example.nl")); break;
                case 3 when users.Has(number): users.Put(users[number] with { Locked = "an administrator" }); break;
                case 4 when users.Has(number): users.Put(users[number] with { Active = false }); break;
                case 5 when users.All.All(user => user.Email != change.After.Email): users.Put(Build.User("Z" + number, change.After.Email)); break;
                case 6 when users.All.All(user => user.Email != change.After.Email || user.EmployeeNumber == number)
                    && change.After.Managers.All(manager => users.Has(manager.EmployeeNumber)): users.Put(change.After); break;
            }
        }
    }
}
