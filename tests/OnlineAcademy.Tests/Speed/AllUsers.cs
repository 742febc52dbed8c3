using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Tests.Speed;

/// <summary>Ways to read all users once, untracked, with functions, teams and managers; the fastest is the measure.</summary>
internal sealed class AllUsers
{
    private readonly Func<AcademyContext, Task<IReadOnlyList<object>>> _read;

    private AllUsers(string name, Func<AcademyContext, Task<IReadOnlyList<object>>> read) => (Name, _read) = (name, read);

    public static IReadOnlyList<AllUsers> Ways { get; } =
    [
        new("include", async db => await db.Users.AsNoTracking().AsSplitQuery()
            .Include(user => user.Functions).Include(user => user.Teams).Include(user => user.Managers).ToListAsync(Token)),
        new("projection", async db => await Projection(db).AsSplitQuery().ToListAsync(Token)),
        new("projection, one statement", async db => await Projection(db).AsSingleQuery().ToListAsync(Token)),
        new("lists put together in memory", PutTogetherAsync),
    ];

    public string Name { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Reads all users.</summary>
    public async Task<IReadOnlyList<object>> ReadAsync(IServiceProvider academy)
    {
        await using var db = await academy.GetRequiredService<IDbContextFactory<AcademyContext>>().CreateDbContextAsync(Token);
        return await _read(db);
    }

    /// <summary>Says what was read of a user, in words that are the same for all ways and for the import.</summary>
    public static string Describe(object user) => user switch
    {
        Row row => Describe(row.User, row.Functions, row.Teams, row.Managers),
        User entity => Describe(entity, entity.Functions.Select(function => function.Name), entity.Teams.Select(team => team.Name),
            entity.Managers.Select(manager => new UserReference(manager.EmployeeNumber, manager.Email))),
        UserRecord record => Describe([record.EmployeeNumber, record.FirstName, record.Prefix, record.LastName, record.Email,
            record.CostCenter, record.Active, record.Language, record.Locked], record.Functions, record.Teams, record.Managers),
        _ => throw new ArgumentException(user.GetType().Name, nameof(user)),
    };

    private static string Describe(
        User user, IEnumerable<string> functions, IEnumerable<string> teams, IEnumerable<UserReference> managers) =>
        Describe([user.EmployeeNumber, user.FirstName, user.Prefix, user.LastName, user.Email,
            user.CostCenter, user.Active, user.LanguageCode, user.Locked], functions, teams, managers);

    private static string Describe(
        object?[] values, IEnumerable<string> functions, IEnumerable<string> teams, IEnumerable<UserReference> managers) =>
        string.Join('|', [.. values, string.Join(';', functions.Order(StringComparer.Ordinal)),
            string.Join(';', teams.Order(StringComparer.Ordinal)),
            string.Join(';', managers.Select(manager => $"{manager.EmployeeNumber} {manager.Email}").Order(StringComparer.Ordinal))]);

    private static IQueryable<Row> Projection(AcademyContext db) => db.Users.AsNoTracking().Select(user => new Row(
        user, user.Functions.Select(function => function.Name).ToList(), user.Teams.Select(team => team.Name).ToList(),
        user.Managers.Select(manager => new UserReference(manager.EmployeeNumber, manager.Email)).ToList()));

    private static async Task<IReadOnlyList<object>> PutTogetherAsync(AcademyContext db)
    {
        var users = await db.Users.AsNoTracking().ToListAsync(Token);
        var functions = (await (from link in Links(db, "UserFunctions")
                                join function in db.Functions on (int)link["FunctionId"] equals function.Id
                                select new { UserId = (int)link["UserId"], function.Name }).ToListAsync(Token))
            .ToLookup(one => one.UserId, one => one.Name);
        var teams = (await (from link in Links(db, "UserTeams")
                            join team in db.Teams on (int)link["TeamId"] equals team.Id
                            select new { UserId = (int)link["UserId"], team.Name }).ToListAsync(Token))
            .ToLookup(one => one.UserId, one => one.Name);
        var managers = (await (from link in Links(db, "UserManagers")
                               join manager in db.Users on (int)link["ManagerId"] equals manager.Id
                               select new { UserId = (int)link["UserId"], manager.EmployeeNumber, manager.Email }).ToListAsync(Token))
            .ToLookup(one => one.UserId, one => new UserReference(one.EmployeeNumber, one.Email));
        return users.ConvertAll(user => new Row(user, [.. functions[user.Id]], [.. teams[user.Id]], [.. managers[user.Id]]));
    }

    private static IQueryable<Dictionary<string, object>> Links(AcademyContext db, string table) =>
        db.Set<Dictionary<string, object>>(table).AsNoTracking();

    private sealed record Row(User User, List<string> Functions, List<string> Teams, List<UserReference> Managers);
}
