using Microsoft.Extensions.Time.Testing;
using UserImport.Applying;
using UserImport.Planning;
using UserImport.Tests.Changes;
using UserImport.Tests.Planning;
using static UserImport.Applying.ChangeOutcomeKind;

namespace UserImport.Tests.Applying;

public class ChangeSetApplierTests
{
    private static readonly UserRecord A = Build.User("1"), B = Build.User("2"), C = Build.User("3");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "P5")]
    public async Task Applying_again_answers_from_the_record_and_touches_nobody()
    {
        var users = new InMemoryUsers(A);
        var set = Drafts.Set(1, Drafts.Updated(A, A with { FirstName = "Bo" }) with { SendInvitation = true }, Drafts.Added(B));

        var first = await users.ApplyAsync(set);
        var standing = users.All;
        var second = await users.ApplyAsync(set);

        first.Applied.Should().Be(2);
        second.Should().BeEquivalentTo(first);
        users.All.Should().BeEquivalentTo(standing);
        users.Outbox.Should().Equal((set.Id, "1"));
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task What_needs_a_change_of_an_earlier_batch_that_failed_is_not_applied()
    {
        var users = new InMemoryUsers(C with { Email = A.Email });
        var set = Drafts.Set(1, Drafts.Added(A), Drafts.Added(B with { Managers = [Build.Reference("1")] }));

        var result = await users.ApplyAsync(set);

        result.Outcomes.Should().Equal(
            new ChangeOutcome(0, Failed, OutcomeReasons.EmailTaken), new ChangeOutcome(1, Failed, OutcomeReasons.NeedsNotApplied));
        users.Has("2").Should().BeFalse();
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Cancelling_stops_between_batches_and_the_same_change_set_resumes()
    {
        var users = new InMemoryUsers();
        var set = Drafts.Set(1, Drafts.Added(A), Drafts.Added(B), Drafts.Added(C));
        using var stop = new CancellationTokenSource();
        var progress = new Steps(step => { if (step.Done == 1) stop.Cancel(); });

        var applying = () => Applier(users, new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) })
            .ApplyAsync(set, null, progress, stop.Token);

        await applying.Should().ThrowAsync<OperationCanceledException>();
        users.All.Should().ContainSingle();
        (await users.ApplyAsync(set)).Applied.Should().Be(3);
        users.All.Should().HaveCount(3);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task Progress_comes_at_most_ten_times_a_second_and_always_at_the_end()
    {
        var set = Drafts.Set(1, [.. Enumerable.Range(0, 100).Select(i => Drafts.Added(Build.User($"{i}")))]);
        var steps = new Steps();

        await Applier(new InMemoryUsers(), new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(30) })
            .ApplyAsync(set, null, steps, Cancel);

        steps.All.Select(step => step.Done).Should().BeInAscendingOrder().And.StartWith(0L).And.EndWith(100L);
        steps.All.Count.Should().BeInRange(20, 30);
        steps.All.Should().OnlyContain(step => step.Stage == ImportStage.Applying && step.Total == 100);
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task An_exception_of_the_repository_passes_through_and_applying_again_resumes()
    {
        var users = new FailingUsers(1);
        var set = Drafts.Set(1, Drafts.Added(A), Drafts.Added(B));

        await FluentActions.Awaiting(() => users.ApplyAsync(set)).Should().ThrowAsync<TimeoutException>();

        (await users.ApplyAsync(set)).Applied.Should().Be(2);
        users.All.Should().HaveCount(2);
    }

    [Fact]
    [Trait("Rule", "K5")]
    public async Task A_braked_change_set_is_applied_only_with_an_acknowledgement_that_names_its_fingerprint()
    {
        var plain = Drafts.Set(500, Drafts.Added(A));
        var braked = ChangeSet.Create(Guid.NewGuid(), plain.CreatedAt, plain.Action, null, null, plain.Changes,
            [new TrippedBrake("brake.rejections", 60, 100, 50, "60 of 100 rows are rejected.")], 500);
        var users = new InMemoryUsers();

        foreach (var acknowledged in new[] { null, "", plain.Fingerprint, braked.Fingerprint.ToUpperInvariant() })
            (await FluentActions.Awaiting(() => Applier(users, TimeProvider.System).ApplyAsync(braked, acknowledged, null, Cancel))
                .Should().ThrowAsync<ChangeSetException>().WithMessage("*brake.rejections*")).Which.Fault.Should().Be(ChangeSetFault.NotAcknowledged);

        users.ApplyCalls.Should().Be(0);
        (await Applier(users, TimeProvider.System).ApplyAsync(braked, braked.Fingerprint, null, Cancel)).Applied.Should().Be(1);
        (await Applier(users, TimeProvider.System).ApplyAsync(plain, "whatever", null, Cancel)).AlreadyApplied.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "P7")]
    public async Task A_repository_that_hangs_ends_with_the_cancellation_and_nothing_else()
    {
        using var stop = new CancellationTokenSource();

        var applying = Applier(new HangingUsers(), TimeProvider.System).ApplyAsync(Drafts.Set(500, Drafts.Added(A)), null, null, stop.Token);
        applying.IsCompleted.Should().BeFalse();
        await stop.CancelAsync();

        await FluentActions.Awaiting(() => applying).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task An_empty_change_set_is_applied_at_once()
    {
        var result = await new InMemoryUsers().ApplyAsync(Drafts.Set(500));

        result.Outcomes.Should().BeEmpty();
    }

    public static TheoryData<ChangeOutcome?[]?> WrongAnswers => new(
        null,
        [new(0, Applied)],
        [new(0, Applied), new(0, Applied)],
        [new(0, Applied), new(2, Applied)],
        [new(0, Applied), null],
        [new(0, Applied), new(1, NotAttempted)],
        [new(0, Applied), new(1, (ChangeOutcomeKind)9)],
        [new(0, Applied), new(1, Applied), new(1, Applied)]);

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    [Trait("Rule", "P6")]
    public async Task An_answer_that_is_not_one_outcome_a_change_is_refused_and_names_the_contract(ChangeOutcome?[]? answer)
    {
        var set = Drafts.Set(2, Drafts.Added(A), Drafts.Added(B));

        var applying = () => new AnsweringUsers(answer!).ApplyAsync(set);

        await applying.Should().ThrowAsync<InvalidOperationException>().WithMessage("*IUserRepository.ApplyAsync*batch 0*");
    }

    private static ChangeSetApplier Applier(IUserRepository users, TimeProvider time) => new(users, time);

    private sealed class FailingUsers(int failingBatch) : InMemoryUsers
    {
        private bool _failed;

        public override Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            if (batch.Number != failingBatch || _failed) return base.ApplyAsync(batch, cancellationToken);
            _failed = true;
            throw new TimeoutException();
        }
    }

    private sealed class AnsweringUsers(IReadOnlyList<ChangeOutcome> answer) : InMemoryUsers
    {
        public override Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
            Task.FromResult(answer);
    }

    private sealed class HangingUsers : InMemoryUsers
    {
        public override async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return [];
        }
    }

    private sealed class Steps(Action<ImportProgress>? act = null) : IProgress<ImportProgress>
    {
        public List<ImportProgress> All { get; } = [];

        public void Report(ImportProgress value)
        {
            All.Add(value);
            act?.Invoke(value);
        }
    }
}
