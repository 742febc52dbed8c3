using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using UserImport;
using UserImport.Planning;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>A change set of several batches, the state that it leaves when nobody disturbs it, and databases to apply it to.</summary>
internal sealed class DisturbedImport(DatabaseCopies copies, ChangeSet changes, string path, IReadOnlyList<string> expected)
{
    private const int BatchSize = 50;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Copies of the database before the import.</summary>
    public DatabaseCopies Copies { get; } = copies;

    /// <summary>The changes.</summary>
    public ChangeSet Changes { get; } = changes;

    /// <summary>Where the change set lies as a document.</summary>
    public string Path { get; } = path;

    /// <summary>What a database holds after the import, see <see cref="StateAsync"/>.</summary>
    public IReadOnlyList<string> Expected { get; } = expected;

    /// <summary>Checks an upload that adds, updates, swaps and rotates addresses, moves people to new managers, and invites.</summary>
    public static async Task<DisturbedImport> MakeAsync(DatabaseCopies copies, string path)
    {
        ChangeSet changes;
        await using (var academy = await TestAcademy.OpenAsync(copies.Original, services => services.Configure<UserImportOptions>(o => o.BatchSize = BatchSize)))
        {
            changes = (await academy.CheckAsync(Edited, inviteAll: true)).Changes;
            changes.BatchSizes.Count.Should().BeGreaterThan(2);
        }
        await using (var file = File.Create(path)) await changes.WriteAsync(file, Token);
        var undisturbed = await copies.NewAsync();
        await using (var academy = await TestAcademy.OpenAsync(undisturbed))
            (await academy.Importer.ApplyAsync(changes, changes.Fingerprint, null, Token)).Applied.Should().Be(changes.Changes.Count);
        return new DisturbedImport(copies, changes, path, await StateAsync(undisturbed));
    }

    /// <summary>Applies the change set in this process, to the end.</summary>
    public async Task ResumeAsync(DatabaseChoice database)
    {
        await using var academy = await TestAcademy.OpenAsync(database);
        var result = await academy.Importer.ApplyAsync(Changes, Changes.Fingerprint, null, Token);
        result.Applied.Should().Be(Changes.Changes.Count);
    }

    /// <summary>Returns all that an import may touch: users with how often they were written, batches on record, invitations.</summary>
    public static async Task<IReadOnlyList<string>> StateAsync(DatabaseChoice database)
    {
        await using var academy = await TestAcademy.OpenAsync(database);
        await using var db = await academy.ContextAsync();
        var users = (await academy.UsersAsync()).Select(user =>
            $"{user with { Version = user.Version!.Split('.')[1], Functions = [], Teams = [], Managers = [] }} " +
            $"{string.Join('|', user.Functions)} {string.Join('|', user.Teams)} " +
            string.Join('|', user.Managers.Select(manager => manager.EmployeeNumber).Order(StringComparer.Ordinal)));
        var batches = await db.AppliedBatches.OrderBy(batch => batch.ChangeSetId).ThenBy(batch => batch.Number).ToListAsync(Token);
        var invited = await db.Invitations
            .Join(db.Users, invitation => invitation.UserId, user => user.Id, (invitation, user) => new { invitation.ChangeSetId, user.NumberKey })
            .OrderBy(invitation => invitation.NumberKey).ToListAsync(Token);
        return
        [
            .. users,
            .. batches.Select(batch => $"batch {batch.Number} of {batch.ChangeSetId}: {batch.Outcomes}"),
            .. invited.Select(invitation => $"invitation {invitation}"),
        ];
    }

    private static IEnumerable<UserRecord> Edited(IReadOnlyList<UserRecord> users)
    {
        var free = users.Where(user => user.Locked is null).ToList();
        var (boss, other) = (NewUser("N-100", "zoë"), NewUser("N-101", "yara"));
        var moved = new Dictionary<string, string>();
        for (var i = 0; i + 12 < free.Count; i += 12)
        {
            (moved[free[i].EmployeeNumber], moved[free[i + 1].EmployeeNumber]) = (free[i + 1].Email, free[i].Email);
            (moved[free[i + 2].EmployeeNumber], moved[free[i + 3].EmployeeNumber]) = (free[i + 3].Email, "was." + free[i + 3].Email);
        }
        foreach (var (user, i) in users.Select((user, i) => (user, i)))
        {
            if (user.Locked is not null || i % 5 == 4) yield return user;
            else
                yield return user with
                {
                    FirstName = user.FirstName + "-",
                    Email = moved.GetValueOrDefault(user.EmployeeNumber, user.Email),
                    Teams = i % 3 == 0 ? ["Blue", "Sports"] : user.Teams,
                    Functions = i % 7 == 0 ? ["Planner"] : user.Functions,
                    Managers = i % 6 == 1 ? [new UserReference(boss.EmployeeNumber, boss.Email)] : user.Managers,
                };
        }
        yield return boss with { Teams = ["Blue"], Managers = [new UserReference(other.EmployeeNumber, other.Email)] };
        yield return other;
        for (var i = 0; i < 40; i++)
            yield return NewUser($"N-{i:D2}", $"nieuw{i}") with { Functions = ["Planner"], Teams = ["Green"], Managers = [new UserReference(other.EmployeeNumber, other.Email)] };
    }
}
