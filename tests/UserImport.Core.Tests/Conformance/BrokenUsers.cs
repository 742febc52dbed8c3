using UserImport.Applying;
using UserImport.Planning;

namespace UserImport.Tests.Conformance;

/// <summary>Repositories that are broken on purpose, each in one way that a host might get wrong.</summary>
internal static class BrokenUsers
{
    public sealed class FindsNumbersInOneCaseOnly : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmployeeNumberAsync(keys, cancellationToken)).Where(user => keys.Contains(user.EmployeeNumber.Replace("0C", "0c", StringComparison.Ordinal)))];
    }

    public sealed class FindsEmailsAsTyped : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmailAsync(keys, cancellationToken)).Where(user => keys.Contains(user.Email))];
    }

    public sealed class FindsTheFirstOnly : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmployeeNumberAsync(keys, cancellationToken)).Take(1)];
    }

    public sealed class FindsUsersTwice : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmailAsync(keys, cancellationToken)).SelectMany(user => new[] { user, user })];
    }

    public sealed class AsksWithTooManyParameters : InMemoryUsers
    {
        public override Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            keys.Count > 32_766 ? throw new InvalidOperationException("too many SQL variables") : base.FindByEmployeeNumberAsync(keys, cancellationToken);
    }

    public sealed class FoldsAllLetters : InMemoryUsers
    {
        public override Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
        {
            var folded = keys.Select(key => key.ToUpperInvariant()).ToHashSet();
            return Task.FromResult<IReadOnlyList<UserRecord>>([.. All.Where(user => folded.Contains(user.EmployeeNumber.ToUpperInvariant())).Take(1)]);
        }
    }

    public sealed class RewritesTheNumber : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmployeeNumberAsync(keys, cancellationToken)).Select(user => user with { EmployeeNumber = UserKeys.OfEmployeeNumber(user.EmployeeNumber) })];
    }

    public sealed class AsksForNothingBadly : InMemoryUsers
    {
        public override Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            keys.Count == 0 ? throw new InvalidOperationException("syntax error near ')'") : base.FindByEmailAsync(keys, cancellationToken);
    }

    public sealed class LosesThePrefix : InMemoryUsers
    {
        protected override UserRecord Stamp(UserRecord user) => base.Stamp(user) with { Prefix = "" };
    }

    public sealed class LosesOwnColumns : InMemoryUsers
    {
        protected override UserRecord Stamp(UserRecord user) => base.Stamp(user) with { Custom = new Dictionary<string, string>() };
    }

    public sealed class NeverClearsOwnColumns : InMemoryUsers
    {
        protected override UserRecord Stamp(UserRecord user) => base.Stamp(Has(user.EmployeeNumber) && user.Custom.Values.All(value => value.Length == 0)
            ? user with { Custom = this[user.EmployeeNumber].Custom }
            : user);
    }

    public sealed class LeavesLockedUsersOut : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmployeeNumberAsync(keys, cancellationToken)).Where(user => user.Locked is null)];
    }

    public sealed class LeavesLockedUsersOutByEmail : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmailAsync(keys, cancellationToken)).Where(user => user.Locked is null)];
    }

    public sealed class SaysNobodyIsLocked : InMemoryUsers
    {
        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmployeeNumberAsync(keys, cancellationToken)).Select(user => user with { Locked = null })];
    }

    public sealed class LoadsNobodyAsLocked : InMemoryUsers
    {
        public override Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            foreach (var user in All.Where(user => user.Locked is not null)) Users = Users.Without(user.EmployeeNumber).With(user with { Locked = null });
            return base.ApplyAsync(batch, cancellationToken);
        }
    }

    public sealed class TrimsZeros : InMemoryUsers
    {
        protected override UserRecord Stamp(UserRecord user) => base.Stamp(user) with { CostCenter = user.CostCenter.TrimStart('0') };
    }

    public sealed class LosesCase : InMemoryUsers
    {
        protected override UserRecord Stamp(UserRecord user) => base.Stamp(user) with { Email = UserKeys.OfEmail(user.Email) };
    }

    public sealed class NeverClearsTeams : InMemoryUsers
    {
        protected override UserTable WriteOne(UserTable users, UserWrite write) => write is { User.Teams.Count: 0, Change.Before: { } before }
            ? base.WriteOne(users, write with { User = write.User with { Teams = before.Teams } })
            : base.WriteOne(users, write);
    }

    public sealed class ForgetsManagersOnUpdate : InMemoryUsers
    {
        protected override UserTable WriteOne(UserTable users, UserWrite write)
        {
            users = base.WriteOne(users, write);
            return users.Update(users.Read(write.User.EmployeeNumber) with { Managers = [] });
        }
    }

    public sealed class KeepsTheVersion : InMemoryUsers
    {
        protected override UserRecord Stamp(UserRecord user) => base.Stamp(user) with { Version = "1" };
    }

    public sealed class KeepsTheFirstHalf : InMemoryUsers
    {
        protected override UserTable Write(UserTable users, IReadOnlyList<UserWrite> writes)
        {
            foreach (var write in writes) users = Users = base.Write(users, [write]);
            return users;
        }
    }

    public sealed class KeepsNoRecord : InMemoryUsers
    {
        protected override IReadOnlyList<ChangeOutcome>? Recall(ChangeBatch batch) => null;
    }

    public sealed class RecordsNoReasons : InMemoryUsers
    {
        protected override void Record(ChangeBatch batch, IReadOnlyList<ChangeOutcome> outcomes) =>
            base.Record(batch, [.. outcomes.Select(outcome => outcome with { Reason = null })]);
    }

    public sealed class RecordsSuccessOnly : InMemoryUsers
    {
        protected override void Record(ChangeBatch batch, IReadOnlyList<ChangeOutcome> outcomes) =>
            base.Record(batch, [.. outcomes.Select(outcome => new ChangeOutcome(outcome.Change, ChangeOutcomeKind.Applied))]);
    }

    public sealed class RecordsChangeSetsOnly : InMemoryUsers
    {
        private readonly Dictionary<Guid, IReadOnlyList<ChangeOutcome>> _record = [];

        protected override IReadOnlyList<ChangeOutcome>? Recall(ChangeBatch batch) => _record.GetValueOrDefault(batch.ChangeSetId);

        protected override void Record(ChangeBatch batch, IReadOnlyList<ChangeOutcome> outcomes) => _record.Add(batch.ChangeSetId, outcomes);
    }

    public sealed class RecordsNumbersOnly : InMemoryUsers
    {
        private readonly Dictionary<int, IReadOnlyList<ChangeOutcome>> _record = [];

        protected override IReadOnlyList<ChangeOutcome>? Recall(ChangeBatch batch) => _record.GetValueOrDefault(batch.Number);

        protected override void Record(ChangeBatch batch, IReadOnlyList<ChangeOutcome> outcomes) => _record[batch.Number] = outcomes;
    }

    public sealed class IgnoresCancellation : InMemoryUsers
    {
        public override Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) =>
            base.ApplyAsync(batch, CancellationToken.None);
    }

    /// <summary>Writes what was planned, whatever was decided.</summary>
    public sealed class DecidesNothing : InMemoryUsers
    {
        public override Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            foreach (var change in batch.Changes) Put(change.After);
            return Task.FromResult<IReadOnlyList<ChangeOutcome>>([.. batch.Changes.Select(change => new ChangeOutcome(change.Number, ChangeOutcomeKind.Applied))]);
        }
    }

    public sealed class ParksNoAddress : InMemoryUsers
    {
        protected override UserTable Park(UserTable users, IReadOnlyList<UserWrite> writes) => users;
    }

    public sealed class WritesBackwards : InMemoryUsers
    {
        protected override UserTable Write(UserTable users, IReadOnlyList<UserWrite> writes)
        {
            foreach (var write in writes.Reverse()) users = WriteOne(users, write);
            return Link(users, writes);
        }
    }

    public sealed class WritesSmallBatchesOnly : InMemoryUsers
    {
        protected override UserTable Write(UserTable users, IReadOnlyList<UserWrite> writes) =>
            writes.Count > 1000 ? throw new InvalidOperationException("too many SQL variables") : base.Write(users, writes);
    }

    public sealed class LinksTooEarly : InMemoryUsers
    {
        protected override UserTable WriteOne(UserTable users, UserWrite write)
        {
            users = base.WriteOne(users, write);
            return Link(users, [write]);
        }
    }

    public sealed class LinksNobody : InMemoryUsers
    {
        protected override UserTable Link(UserTable users, IReadOnlyList<UserWrite> writes) => users;
    }

    public sealed class LinksByAddress : InMemoryUsers
    {
        protected override UserTable Link(UserTable users, IReadOnlyList<UserWrite> writes) => base.Link(users, [.. writes.Select(write => write with
        {
            User = write.User with
            {
                Managers = [.. write.User.Managers.Select(manager => users.ByEmail([UserKeys.OfEmail(manager.Email)]).FirstOrDefault() is { } found
                    ? new UserReference(found.EmployeeNumber, found.Email) : manager)],
            },
        })]);
    }

    public sealed class RemembersOldAddressesOfManagers : InMemoryUsers
    {
        private readonly Dictionary<string, string> _addresses = [];

        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
            [.. (await base.FindByEmployeeNumberAsync(keys, cancellationToken)).Select(user => user with { Managers = [.. user.Managers.Select(Old)] })];

        private UserReference Old(UserReference manager) =>
            manager with { Email = _addresses.TryGetValue(manager.EmployeeNumber, out var old) ? old : _addresses[manager.EmployeeNumber] = manager.Email };

        protected override UserTable Link(UserTable users, IReadOnlyList<UserWrite> writes)
        {
            foreach (var manager in writes.SelectMany(write => write.User.Managers)) Old(manager);
            return base.Link(users, writes);
        }
    }

    public sealed class InvitesAgain : InMemoryUsers
    {
        public override async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            var outcomes = await base.ApplyAsync(batch, cancellationToken);
            Invite(batch.Changes.Where(change => change.SendInvitation && Recall(batch) is not null && Outbox.Any(sent => sent.EmployeeNumber == change.After.EmployeeNumber)));
            return outcomes;
        }
    }

    public sealed class InvitesWhoeverWasPlanned : InMemoryUsers
    {
        public override async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
        {
            var outcomes = await base.ApplyAsync(batch, cancellationToken);
            Invite(batch.Changes.Where(change => change.SendInvitation && Outbox.All(sent => sent.EmployeeNumber != change.After.EmployeeNumber)));
            return outcomes;
        }
    }

    public sealed class WritesInvitedUsers : InMemoryUsers
    {
        protected override UserTable Write(UserTable users, IReadOnlyList<UserWrite> writes)
        {
            users = base.Write(users, writes);
            foreach (var write in writes.Where(write => write.Change.Kind == ChangeKind.Invited))
                users = users.Update(write.User with { Managers = [] });
            return users;
        }
    }
}
