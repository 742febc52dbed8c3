using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Seeding;

/// <summary>Fills a new database with the sample's organisation and users.</summary>
internal static class AcademySeed
{
    private static readonly string[] UserColumns =
    [
        "Id", "EmployeeNumber", "NumberKey", "FirstName", "Prefix", "LastName", "Email", "EmailKey", "CompanyId",
        "DepartmentId", "CostCenter", "Active", "LanguageCode", "Locked", "Version", "SignIns",
    ];

    /// <summary>Writes the organisation and so many users, in the transaction that is open.</summary>
    public static async Task WriteAsync(AcademyContext db, int? users, CancellationToken cancellationToken)
    {
        SampleOrganisation.AddTo(db);
        await db.SaveChangesAsync(cancellationToken);
        var count = users ?? SampleUsers.DefaultCount;
        var rows = BulkRows.For(db);
        await rows.WriteAsync("Users", UserColumns, SampleUsers.Make(count).Select(Row), cancellationToken);
        await rows.WriteAsync("UserFunctions", ["FunctionId", "UserId"], Links(count, user => user.Functions), cancellationToken);
        await rows.WriteAsync("UserTeams", ["TeamId", "UserId"], Links(count, user => user.Teams), cancellationToken);
        await rows.WriteAsync("UserManagers", ["ManagerId", "UserId"], Links(count, user => user.Managers), cancellationToken);
        if (!db.Database.IsNpgsql()) return;
        var keys = new (string Table, int Next)[]
        {
            ("Users", count + 1), ("Companies", await db.Companies.MaxAsync(c => c.Id, cancellationToken) + 1),
            ("Departments", await db.Departments.MaxAsync(d => d.Id, cancellationToken) + 1),
            ("Functions", await db.Functions.MaxAsync(f => f.Id, cancellationToken) + 1),
            ("Teams", await db.Teams.MaxAsync(t => t.Id, cancellationToken) + 1),
        };
        foreach (var (table, next) in keys)
            await db.Database.ExecuteSqlAsync(
                $"SELECT setval(pg_get_serial_sequence({$"\"{table}\""}, 'Id'), {next}, false)", cancellationToken);
        // What PostgreSQL knows of tables that were filled in one go it would learn a minute later; its plans are poor until then.
        await db.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
    }

    private static object?[] Row(SampleUser user) =>
    [
        user.Id, user.Number, UserKeys.OfEmployeeNumber(user.Number), user.FirstName, user.Prefix, user.LastName, user.Email,
        UserKeys.OfEmail(user.Email), user.Company, user.Department, user.CostCenter, user.Active, user.Language, user.Locked,
        1, user.Id % 40,
    ];

    private static IEnumerable<object?[]> Links(int count, Func<SampleUser, int[]> keys) =>
        SampleUsers.Make(count).SelectMany(user => keys(user).Select(key => new object?[] { key, user.Id }));
}
