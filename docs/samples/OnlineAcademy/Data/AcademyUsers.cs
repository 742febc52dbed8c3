using Microsoft.EntityFrameworkCore;
using UserImport;
using UserImport.Applying;
using UserImport.Columns;
using UserImport.Planning;

namespace OnlineAcademy.Data;

/// <summary>The port to the users: batched look-ups by key, and batches that are written in one transaction, once.</summary>
public sealed class AcademyUsers(IDbContextFactory<AcademyContext> contexts, TimeProvider time) : IUserRepository
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.Where(user => employeeNumbers.Contains(user.NumberKey)).ToRecordsAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Users.Where(user => emails.Contains(user.EmailKey)).ToRecordsAsync(cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Another writer may get in between; the batch then starts afresh, and the ledger says if it was committed.</remarks>
    public async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ApplyOnceAsync(batch, cancellationToken);
            }
            catch (Exception exception) when (attempt < 4 && Conflicts.AreWorthARetry(exception))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<ChangeOutcome>> ApplyOnceAsync(ChangeBatch batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockForImportAsync(cancellationToken);
        if (await db.AppliedBatches.FindAsync([batch.ChangeSetId, batch.Number], cancellationToken) is { } known)
            return Ledger.Read(known);

        var (numbers, emails) = (batch.EmployeeNumbers, batch.Emails);
        var users = await db.Users.Where(user => numbers.Contains(user.NumberKey) || emails.Contains(user.EmailKey))
            .WithEverything().ToDictionaryAsync(user => user.NumberKey, StringComparer.Ordinal, cancellationToken);
        var organisation = await AssignableUnits.LoadAsync(db, cancellationToken);
        var decision = batch.Decide([.. users.Values.Select(UserRecords.Of)], organisation.Refuse(batch.Changes));
        var writes = decision.Writes.Where(write => write.Change.Kind != ChangeKind.Invited).ToList();

        // Addresses that move are parked first: a UNIQUE index knows no 'all at once'.
        await db.ParkAddressesAsync([.. writes.Where(write => write.ChangesEmail).Select(write => users[Key(write.User)])], cancellationToken);
        foreach (var write in writes)
        {
            if (write.Change.Kind == ChangeKind.Added)
                users.Add(Key(write.User), db.Users.Add(NewUser(write.User)).Entity);
            organisation.Write(write.User, users[Key(write.User)]);
        }
        await db.SaveChangesAsync(cancellationToken);

        // Everybody has a key by now, so managers can be linked in any order.
        foreach (var write in writes.Where(write => write.Columns.Contains(UserColumns.Managers.Key)))
            users[Key(write.User)].Managers.Become(write.User.Managers.Select(manager => users[UserKeys.OfEmployeeNumber(manager.EmployeeNumber)]));
        var now = time.GetUtcNow().UtcDateTime;
        db.Invitations.AddRange(decision.Invitations.Select(write =>
            new Invitation { ChangeSetId = batch.ChangeSetId, UserId = users[Key(write.User)].Id, CreatedAt = now }));
        db.AppliedBatches.Add(Ledger.Write(batch, decision.Outcomes, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return decision.Outcomes;
    }

    private static string Key(UserRecord user) => UserKeys.OfEmployeeNumber(user.EmployeeNumber);

    private static User NewUser(UserRecord user) =>
        new() { EmployeeNumber = user.EmployeeNumber, NumberKey = Key(user), EmailKey = UserKeys.OfEmail(user.Email) };
}
