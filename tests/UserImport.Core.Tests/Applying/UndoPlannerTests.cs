using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using UserImport.Applying;
using UserImport.Changes;
using UserImport.Planning;
using UserImport.Tests.Changes;
using UserImport.Tests.Planning;
using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Tests.Applying;

[Trait("Rule", "P8")]
public class UndoPlannerTests
{
    private static readonly UserRecord A = Build.User("1"), B = Build.User("2"), C = Build.User("3");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_undo_restores_what_was_updated_and_deactivates_who_was_added()
    {
        var users = new InMemoryUsers(A, B);
        var set = Drafts.Set(500, Drafts.Updated(A, A with { Email = "new@example.nl" }, 2), Drafts.Added(C, 3));

        var undo = await UndoAsync(users, set, await users.ApplyAsync(set));

        undo.Should().BeEquivalentTo(new
        {
            Action = ImportAction.UpdateOnly, Undoes = (Guid?)set.Id, FileSha256 = (string?)null, FileName = "users.xlsx",
            CreatedAt = new DateTimeOffset(2026, 11, 3, 12, 0, 0, TimeSpan.Zero), Brakes = Array.Empty<TrippedBrake>(),
        });
        undo.Id.Should().NotBe(set.Id);
        undo.Changes.Select(change => change.Kind).Should().AllBeEquivalentTo(ChangeKind.Updated);
        undo.Changes[0].Fields.Should().Equal(new FieldChange("Email", "new@example.nl", A.Email));
        undo.Changes[1].Fields.Should().Equal(new FieldChange("Active", "x", ""));
        (await users.ApplyAsync(undo)).Applied.Should().Be(2);
        users["1"].Should().BeEquivalentTo(A, options => options.Excluding(user => user.Version));
        users["3"].Should().BeEquivalentTo(C with { Active = false }, options => options.Excluding(user => user.Version));
    }

    [Fact]
    public async Task Whoever_was_changed_since_is_left_alone_even_when_that_happens_after_the_planning()
    {
        var users = new InMemoryUsers(A, B);
        var set = Drafts.Set(500, Drafts.Updated(A, A with { FirstName = "Bo" }), Drafts.Updated(B, B with { FirstName = "Bo" }), Drafts.Added(C));
        var result = await users.ApplyAsync(set);
        users.Put(users["1"] with { CostCenter = "9" });
        users.Remove("3");
        var undo = await UndoAsync(users, set, result);
        users.Put(users["2"] with { CostCenter = "9" });

        var undone = await users.ApplyAsync(undo);

        undone.Outcomes.Select(outcome => (outcome.Kind, outcome.Reason)).Should().Equal(
            (ChangedSince, OutcomeReasons.UserChanged), (ChangedSince, OutcomeReasons.UserChanged), (ChangedSince, OutcomeReasons.UserMissing));
        users["1"].FirstName.Should().Be("Bo");
    }

    [Fact]
    public async Task Only_what_was_applied_is_undone()
    {
        var users = new InMemoryUsers(A with { FirstName = "Bo" }, B with { FirstName = "Other" }, C);
        var set = Drafts.Set(500, Drafts.Updated(A, A with { FirstName = "Bo" }), Drafts.Updated(B, B with { FirstName = "Bo" }), Drafts.Invited(C));

        var undo = await UndoAsync(users, set, await users.ApplyAsync(set));

        undo.Changes.Should().BeEmpty();
    }

    [Fact]
    public async Task It_says_what_it_cannot_undo_in_the_language_asked_for()
    {
        var users = new InMemoryUsers(A, B);
        var set = Drafts.Set(500, Drafts.Invited(A), Drafts.Added(C) with { SendInvitation = true });
        var result = await users.ApplyAsync(set);

        var undo = await UndoAsync(users, set, result);
        var dutch = await UndoAsync(users, set, result, CultureInfo.GetCultureInfo("nl"));

        undo.NotUndone.Select(entry => (entry.Code, string.Join(' ', entry.EmployeeNumbers), entry.Message)).Should().Equal(
            ("undo.invitationSent", "1 3", "Invitations that were sent and cannot be taken back: 2."),
            ("undo.addedStays", "3", "Users who were added, and are deactivated instead of deleted: 1."));
        dutch.NotUndone[0].Message.Should().Be("Uitnodigingen die zijn verstuurd en niet kunnen worden ingetrokken: 2.");
    }

    [Fact]
    public async Task An_address_that_an_added_user_took_stays_with_them_and_so_do_those_behind_it()
    {
        var users = new InMemoryUsers(A, B);
        var set = Drafts.Set(500,
            Drafts.Added(C with { Email = A.Email }), Drafts.Updated(A, A with { Email = B.Email, FirstName = "Bo" }), Drafts.Updated(B, B with { Email = "new@example.nl" }));

        var undo = await UndoAsync(users, set, await users.ApplyAsync(set));
        var undone = await users.ApplyAsync(undo);

        undo.NotUndone.Should().ContainSingle(entry => entry.Code == "undo.emailInUse").Which.EmployeeNumbers.Should().BeEquivalentTo("1", "2");
        undone.Outcomes.Should().OnlyContain(outcome => outcome.Kind == Applied).And.HaveCount(2);
        users["1"].Should().BeEquivalentTo(A with { Email = B.Email }, options => options.Excluding(user => user.Version));
    }

    [Fact]
    public async Task An_address_that_somebody_took_since_stays_with_them_and_the_other_values_come_back()
    {
        var users = new InMemoryUsers(A);
        var set = Drafts.Set(500, Drafts.Updated(A, A with { Email = "new@example.nl", FirstName = "Bo" }));
        var result = await users.ApplyAsync(set);
        users.Put(Build.User("9", A.Email.ToUpperInvariant()));

        var undo = await UndoAsync(users, set, result);

        (await users.ApplyAsync(undo)).Applied.Should().Be(1);
        users["1"].Should().BeEquivalentTo(A with { Email = "new@example.nl" }, options => options.Excluding(user => user.Version));
        undo.NotUndone.Should().ContainSingle(entry => entry.Code == "undo.emailInUse").Which.EmployeeNumbers.Should().Equal("1");
    }

    [Fact]
    public async Task A_swap_is_undone_as_one_group()
    {
        var users = new InMemoryUsers(A, B);
        var set = Drafts.Set(1, Drafts.Updated(A, A with { Email = B.Email }), Drafts.Updated(B, B with { Email = A.Email }));

        var undo = await UndoAsync(users, set, await users.ApplyAsync(set));

        undo.BatchSizes.Should().Equal(2);
        (await users.ApplyAsync(undo)).Applied.Should().Be(2);
        users["1"].Email.Should().Be(A.Email);
    }

    [Fact]
    public async Task A_result_of_another_change_set_is_refused()
    {
        var users = new InMemoryUsers(A);
        var set = Drafts.Set(500, Drafts.Invited(A));
        var result = await users.ApplyAsync(set);

        foreach (var wrong in new[] { result with { ChangeSetId = Guid.NewGuid() }, result with { Outcomes = [] }, result with { Outcomes = [new(1, Applied)] } })
            await FluentActions.Awaiting(() => UndoAsync(users, set, wrong)).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public void Undone_every_user_has_their_former_values_but_for_the_addresses_it_names() =>
        Prop.ForAll(ChangeSetSamples.World.ToArbitrary(), world =>
        {
            var users = new InMemoryUsers(world.Stored);
            var before = users.All;
            var result = users.ApplyAsync(world.Set).GetAwaiter().GetResult();
            var between = users.All;
            var undo = UndoAsync(users, world.Set, result).GetAwaiter().GetResult();

            var undone = users.ApplyAsync(undo).GetAwaiter().GetResult();

            undone.Applied.Should().Be(undo.Changes.Count);
            var kept = undo.NotUndone.Where(entry => entry.Code == "undo.emailInUse").SelectMany(entry => entry.EmployeeNumbers).ToHashSet();
            foreach (var user in before)
                UserComparison.Differences(user, users[user.EmployeeNumber]).Should().Equal(kept.Contains(user.EmployeeNumber) ? ["Email"] : []);
            users.All.Count(user => !user.Active).Should().Be(world.Set.Changes.Count(change => change.Kind == ChangeKind.Added));

            var redo = UndoAsync(users, undo, undone).GetAwaiter().GetResult();
            users.ApplyAsync(redo).GetAwaiter().GetResult();

            foreach (var user in between) UserComparison.Differences(user, users[user.EmployeeNumber]).Should().BeEmpty();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public async Task The_users_are_looked_up_in_batches()
    {
        var users = new InMemoryUsers();
        var set = Drafts.Set(500, [.. Enumerable.Range(0, 25).Select(i => Drafts.Added(Build.User($"{i}")))]);

        await UndoAsync(users, set, await users.ApplyAsync(set));

        users.FindByEmployeeNumberCalls.Should().Be(3);
        users.LargestQuestion.Should().Be(10);
    }

    private static Task<ChangeSet> UndoAsync(InMemoryUsers users, ChangeSet set, ImportResult result, CultureInfo? culture = null) =>
        new UndoPlanner(users, Options.Create(new UserImportOptions { LookupBatchSize = 10 }),
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 3, 12, 0, 0, TimeSpan.Zero))).PlanAsync(set, result, culture, Cancel);
}
