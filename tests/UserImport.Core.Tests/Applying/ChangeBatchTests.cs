using UserImport.Applying;
using UserImport.Planning;
using UserImport.Tests.Changes;
using UserImport.Tests.Planning;
using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Tests.Applying;

[Trait("Rule", "P4")]
public class ChangeBatchTests
{
    private static readonly UserRecord A = Build.User("1"), B = Build.User("2"), C = Build.User("3");
    private static readonly UserChange RenameA = Drafts.Updated(A, A with { FirstName = "Bo" });

    [Fact]
    public void A_new_user_is_written_with_every_column()
    {
        var decision = Batches.Decide([B], Drafts.Added(Build.User("1", null, "2")));

        var write = decision.Writes.Should().ContainSingle().Subject;
        write.User.Should().BeEquivalentTo(Build.User("1", null, "2"));
        write.Columns.Should().Contain(["EmployeeNumber", "Email", "Managers"]).And.NotContain("SendInvitation");
        write.ChangesEmail.Should().BeFalse();
        decision.Outcomes.Should().Equal(new ChangeOutcome(0, Applied));
    }

    [Fact]
    public void A_user_whom_somebody_else_added_in_the_same_way_is_already_applied_and_not_invited()
    {
        var decision = Batches.Decide([A], Drafts.Added(A) with { SendInvitation = true });

        decision.Writes.Should().BeEmpty();
        decision.Outcomes.Should().Equal(new ChangeOutcome(0, AlreadyApplied, OutcomeReasons.InvitationNotSent));
    }

    [Fact]
    public void A_user_whom_somebody_else_added_with_other_values_is_left_alone()
    {
        Outcome([A with { EmployeeNumber = "X1" }], Drafts.Added(B with { EmployeeNumber = "x1" }))
            .Should().Be(new ChangeOutcome(0, ChangedSince, OutcomeReasons.UserExists));
    }

    [Fact]
    public void An_update_writes_the_planned_columns_and_nothing_else()
    {
        var current = A with { Version = "17" };

        var write = Batches.Decide([current], RenameA).Writes.Should().ContainSingle().Subject;

        write.User.Should().Be(current with { FirstName = "Bo" });
        write.Columns.Should().Equal("FirstName");
    }

    [Fact]
    public void A_user_who_was_changed_in_any_column_is_never_overwritten()
    {
        Outcome([A with { CostCenter = "9" }], RenameA).Should().Be(new ChangeOutcome(0, ChangedSince, OutcomeReasons.UserChanged));
        Outcome([], RenameA).Should().Be(new ChangeOutcome(0, ChangedSince, OutcomeReasons.UserMissing));
        Outcome([A with { Locked = "an administrator" }], RenameA).Should().Be(new ChangeOutcome(0, ChangedSince, OutcomeReasons.UserLocked));
    }

    [Fact]
    public void A_user_who_stands_as_planned_is_already_applied()
    {
        Outcome([A with { FirstName = " Bo\t", CostCenter = "9" }], RenameA).Should().Be(new ChangeOutcome(0, AlreadyApplied));
    }

    [Fact]
    public void Another_version_token_alone_makes_nobody_stale()
    {
        var seen = A with { Version = "1", Functions = ["Controller", "Head  Nurse"], Managers = [Build.Reference("AB")] };
        var now = seen with { Version = "2", Functions = ["HEAD NURSE ", "Controller"], Company = "ZORGGROEP  noord", Managers = [new("ab", "new@example.nl")] };

        Outcome([now], Drafts.Updated(seen, seen with { FirstName = "Bo" })).Kind.Should().Be(Applied);
    }

    [Fact]
    public void An_equal_version_token_is_enough()
    {
        var seen = A with { Version = "1" };

        Outcome([seen with { CostCenter = "rounded by the host" }], Drafts.Updated(seen, seen with { FirstName = "Bo" })).Kind.Should().Be(Applied);
    }

    [Fact]
    public void An_exact_number_wins_over_one_that_differs_in_case()
    {
        UserRecord upper = Build.User("AB"), lower = Build.User("ab", "other@example.nl");

        Batches.Decide([lower, upper], Drafts.Updated(upper, upper with { FirstName = "Bo" }))
            .Writes.Should().ContainSingle().Which.User.EmployeeNumber.Should().Be("AB");
    }

    [Fact]
    public void An_address_that_somebody_took_since_fails_the_change()
    {
        Outcome([B with { Email = "U1@EXAMPLE.nl" }], Drafts.Added(A)).Should().Be(new ChangeOutcome(0, Failed, OutcomeReasons.EmailTaken));
    }

    [Fact]
    public void A_swap_is_written_as_a_whole_or_not_at_all()
    {
        UserChange[] swap = [Drafts.Updated(A, A with { Email = B.Email }), Drafts.Updated(B, B with { Email = A.Email })];

        var whole = Batches.Decide([A, B], swap);
        var none = Batches.Decide([A, B with { FirstName = "Bo" }], swap);

        whole.Writes.Should().HaveCount(2).And.OnlyContain(write => write.ChangesEmail);
        none.Writes.Should().BeEmpty();
        none.Outcomes.Should().Equal(
            new ChangeOutcome(0, Failed, OutcomeReasons.NeedsNotApplied), new ChangeOutcome(1, ChangedSince, OutcomeReasons.UserChanged));
    }

    [Fact]
    public void Whatever_needs_a_change_that_is_not_applied_fails_with_it()
    {
        var decision = Batches.Decide([A with { FirstName = "Bo" }],
            Drafts.Updated(A, A with { Email = "new@example.nl" }), Drafts.Added(B with { Email = A.Email }), Drafts.Added(C with { Managers = [Build.Reference("2")] }));

        decision.Outcomes.Select(outcome => (outcome.Kind, outcome.Reason)).Should().Equal(
            (ChangedSince, OutcomeReasons.UserChanged), (Failed, OutcomeReasons.NeedsNotApplied), (Failed, OutcomeReasons.NeedsNotApplied));
    }

    [Fact]
    public void A_need_that_failed_in_an_earlier_batch_is_not_forgotten()
    {
        var set = Drafts.Set(1, Drafts.Added(A), Drafts.Added(B with { Managers = [Build.Reference("1")] }));
        ChangeBatch Second(params int[] notApplied) => new()
        {
            ChangeSetId = set.Id, Number = 1, Changes = [set.Changes[1]], NotApplied = notApplied.ToHashSet(),
        };

        Second(0).Decide([A]).Outcomes.Should().Equal(new ChangeOutcome(1, Failed, OutcomeReasons.NeedsNotApplied));
        Second().Decide([A]).Outcomes.Should().Equal(new ChangeOutcome(1, Applied));
        Second().Decide([]).Outcomes.Should().Equal(new ChangeOutcome(1, Failed, OutcomeReasons.ManagerMissing));
    }

    [Fact]
    public void An_invitation_alone_needs_an_active_user_and_leaves_even_a_locked_one_as_they_are()
    {
        Batches.Decide([A with { Locked = "an administrator", FirstName = "Bo" }], Drafts.Invited(A)).Invitations
            .Should().ContainSingle().Which.Columns.Should().BeEmpty();
        Outcome([A with { Active = false }], Drafts.Invited(A)).Should().Be(new ChangeOutcome(0, ChangedSince, OutcomeReasons.UserInactive));
        Outcome([], Drafts.Invited(A)).Should().Be(new ChangeOutcome(0, ChangedSince, OutcomeReasons.UserMissing));
    }

    [Fact]
    [Trait("Rule", "P6")]
    public void A_change_that_the_database_refused_fails_with_what_needs_it_and_the_rest_is_written()
    {
        var batch = Batches.Of(Drafts.Added(A), Drafts.Added(B with { Managers = [Build.Reference("1")] }), Drafts.Added(C));

        var decision = batch.Decide([], new Dictionary<int, string> { [0] = OutcomeReasons.EmailTaken });

        decision.Writes.Should().ContainSingle().Which.User.EmployeeNumber.Should().Be("3");
        decision.Outcomes.Should().Equal(new ChangeOutcome(0, Failed, OutcomeReasons.EmailTaken),
            new ChangeOutcome(1, Failed, OutcomeReasons.NeedsNotApplied), new ChangeOutcome(2, Applied));
    }

    [Fact]
    public void A_batch_names_whom_to_load_by_canonical_keys()
    {
        var batch = Batches.Of(Drafts.Added(Build.User("AB", "Jan@Bücher.example", "M1")),
            Drafts.Updated(C, C with { Email = C.Email.ToUpperInvariant() }));

        batch.EmployeeNumbers.Should().BeEquivalentTo("ab", "m1", "3");
        batch.Emails.Should().BeEquivalentTo("jan@xn--bcher-kva.example");
    }

    private static ChangeOutcome Outcome(UserRecord[] current, UserChange draft) => Batches.Decide(current, draft).Outcomes.Single();
}
