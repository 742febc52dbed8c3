using Microsoft.EntityFrameworkCore;
using UserImport;
using UserImport.Applying;

namespace OnlineAcademy.Data;

/// <summary>The port to the users: batched look-ups by key, and batches that are written in one transaction, once.</summary>
public sealed class AcademyUsers(IDbContextFactory<AcademyContext> contexts, TimeProvider time) : IUserRepository
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
        IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ToRecordsAsync(db.Users.Where(user => employeeNumbers.Contains(user.NumberKey)), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<UserRecord>> FindByEmailAsync(
        IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ToRecordsAsync(db.Users.Where(user => emails.Contains(user.EmailKey)), cancellationToken);
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
        var users = await db.ToRecordsAsync(
            db.Users.Where(user => numbers.Contains(user.NumberKey) || emails.Contains(user.EmailKey)), cancellationToken);
        var organisation = await AssignableUnits.LoadAsync(db, cancellationToken);
        var decision = batch.Decide(users, organisation.Refuse(batch.Changes));

        // Addresses that move are parked first: a UNIQUE index knows no 'all at once'. Managers are linked last, when all are there.
        var writes = new UserWrites(db, organisation, decision);
        await writes.ParkAddressesAsync(cancellationToken);
        await writes.WriteUsersAsync(cancellationToken);
        await writes.LinkManagersAsync(cancellationToken);

        var now = time.GetUtcNow().UtcDateTime;
        await writes.InviteAsync(batch.ChangeSetId, now, cancellationToken);
        db.AppliedBatches.Add(Ledger.Write(batch, decision.Outcomes, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return decision.Outcomes;
    }
}
