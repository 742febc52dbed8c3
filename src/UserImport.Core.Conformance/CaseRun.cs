using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UserImport.Applying;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Conformance;

/// <summary>One run of a case: users that nobody else has, calls in scopes of their own, expectations.</summary>
internal sealed class CaseRun
{
    private readonly ConformanceHost _host;
    private readonly ConformanceCase _case;
    private readonly string _mark = Guid.NewGuid().ToString("N")[..10];

    private CaseRun(ConformanceHost host, ConformanceCase running, CancellationToken cancellationToken)
    {
        _host = host;
        _case = running;
        Cancel = cancellationToken;
        OwnColumns = [.. host.Services.GetService<IOptions<UserImportOptions>>()?.Value.CustomColumns.Select(column => column.Key) ?? []];
    }

    public CancellationToken Cancel { get; }

    public OrgStructure Structure { get; private set; } = new();

    /// <summary>The keys of the host's own columns (C6).</summary>
    public IReadOnlyList<string> OwnColumns { get; }

    /// <summary>Whether the host can lock users (M9).</summary>
    public bool CanLock => _host.LockUser is not null;

    public static async Task<CaseRun> StartAsync(ConformanceHost host, ConformanceCase running, CancellationToken cancellationToken)
    {
        var run = new CaseRun(host, running, cancellationToken);
        run.Structure = await run.GetStructureAsync().ConfigureAwait(false);
        return run;
    }

    /// <summary>A complete user whom nobody has yet; the same index gives the same user within a run.</summary>
    public UserRecord User(int index, params int[] managers)
    {
        var department = Structure.Departments.FirstOrDefault(one => !one.IsRetired);
        return new UserRecord
        {
            EmployeeNumber = NumberOf(index),
            FirstName = "Conny",
            Prefix = "van der",
            LastName = string.Create(CultureInfo.InvariantCulture, $"Form {index}"),
            Email = EmailOf(index),
            Company = department?.Company ?? Structure.Companies.FirstOrDefault(one => !one.IsRetired)?.Name ?? "",
            Department = department?.Name ?? "",
            Functions = [.. Structure.Functions.Where(one => !one.IsRetired).Take(2).Select(one => one.Name)],
            CostCenter = "0410",
            Active = true,
            Language = Structure.Languages.FirstOrDefault(one => !one.IsRetired)?.Code ?? "nl",
            Teams = [.. Structure.Teams.Where(one => !one.IsRetired).Take(2).Select(one => one.Name)],
            Managers = [.. managers.Select(manager => new UserReference(NumberOf(manager), EmailOf(manager)))],
            Custom = Own("4"),
        };
    }

    /// <summary>One value for each of the host's own columns.</summary>
    public Dictionary<string, string> Own(string value) => OwnColumns.ToDictionary(key => key, _ => value, StringComparer.Ordinal);

    public string NumberOf(int index) => string.Create(CultureInfo.InvariantCulture, $"0C{_mark}-{index}");

    public string EmailOf(int index) => string.Create(CultureInfo.InvariantCulture, $"c{_mark}.{index}@example.com");

    /// <summary>A batch of a change set of its own; numbers go by place, needs and groups stay as they are.</summary>
    public static ChangeBatch Batch(params UserChange[] changes) => new()
    {
        ChangeSetId = Guid.NewGuid(),
        Number = 0,
        Changes = [.. changes.Select((change, number) => change with { Number = number })],
    };

    public static UserChange Add(UserRecord user) => new() { Number = 0, Row = 2, Kind = ChangeKind.Added, After = user };

    public static UserChange Update(UserRecord before, UserRecord after) =>
        new() { Number = 0, Row = 2, Kind = ChangeKind.Updated, Before = before, After = after with { Version = null } };

    public static UserChange Invite(UserRecord user) =>
        new() { Number = 0, Row = 2, Kind = ChangeKind.Invited, Before = user, After = user, SendInvitation = true };

    public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch) => InScopeAsync(users => users.ApplyAsync(batch, Cancel));

    /// <summary>Applies changes that must all be applied.</summary>
    public async Task MustApplyAsync(params UserChange[] changes)
    {
        var outcomes = await ApplyAsync(Batch(changes)).ConfigureAwait(false);
        ExpectOutcomes(outcomes, [.. changes.Select(_ => ChangeOutcomeKind.Applied)]);
    }

    /// <summary>Adds users, and returns them as the port reads them.</summary>
    public async Task<UserRecord[]> SeedAsync(params UserRecord[] users)
    {
        await MustApplyAsync([.. users.Select(Add)]).ConfigureAwait(false);
        var seeded = new UserRecord[users.Length];
        for (var i = 0; i < users.Length; i++) seeded[i] = await ReadAsync(users[i].EmployeeNumber).ConfigureAwait(false);
        return seeded;
    }

    public Task<IReadOnlyList<UserRecord>> FindAsync(params IEnumerable<string> numberKeys) =>
        InScopeAsync(users => users.FindByEmployeeNumberAsync([.. numberKeys], Cancel));

    public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(params IEnumerable<string> emailKeys) =>
        InScopeAsync(users => users.FindByEmailAsync([.. emailKeys], Cancel));

    /// <summary>Returns a user by exact number; null if there is none.</summary>
    public async Task<UserRecord?> TryReadAsync(string number)
    {
        var found = (await FindAsync(UserKeys.OfEmployeeNumber(number)).ConfigureAwait(false)).Where(user => user.EmployeeNumber == number).ToList();
        Expect(found.Count < 2, $"one user was found {found.Count} times");
        return found.FirstOrDefault();
    }

    public async Task<UserRecord> ReadAsync(string number)
    {
        var user = await TryReadAsync(number).ConfigureAwait(false);
        Expect(user is not null, "a user who was added is not found by the canonical number, or under another spelling");
        return user!;
    }

    public Task<int> InvitationsAsync(string number) =>
        InScopeOfAsync(services => _host.CountInvitations(services, number, Cancel));

    /// <summary>Locks a user as the host does it.</summary>
    public Task LockAsync(string number) => InScopeOfAsync(async services =>
    {
        await _host.LockUser!(services, number, Cancel).ConfigureAwait(false);
        return true;
    });

    public Task<OrgStructure> GetStructureAsync() =>
        InScopeOfAsync(services => services.GetRequiredService<IOrgStructureLookup>().GetAsync(Cancel));

    public Task<T> InScopeAsync<T>(Func<IUserRepository, Task<T>> act) =>
        InScopeOfAsync(services => act(services.GetRequiredService<IUserRepository>()));

    public void Expect(bool holds, string otherwise)
    {
        if (!holds) throw new ConformanceException(_case, otherwise + ".");
    }

    public void ExpectOutcomes(IReadOnlyList<ChangeOutcome>? outcomes, params ChangeOutcomeKind[] kinds)
    {
        var found = outcomes is null ? "null" : string.Join(", ", outcomes.Select(one => $"{one.Change}: {one.Kind}{(one.Reason is null ? "" : $" ({one.Reason})")}"));
        var expected = string.Join(", ", kinds.Select((kind, number) => $"{number}: {kind}"));
        var sound = outcomes is not null && outcomes.OrderBy(one => one.Change).Select(one => (one.Change, one.Kind))
            .SequenceEqual(kinds.Select((kind, number) => (number, kind)));
        Expect(sound, $"expected the outcomes {expected}; found {found}");
    }

    public void ExpectUser(UserRecord expected, UserRecord found)
    {
        var differing = Comparison.Differences(expected, found);
        Expect(differing.Count == 0, $"the user is not as expected in {string.Join(", ", differing)}");
    }

    private async Task<T> InScopeOfAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        var scope = _host.Services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false)) return await act(scope.ServiceProvider).ConfigureAwait(false);
    }
}
