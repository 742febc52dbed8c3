using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UserImport;

namespace OnlineAcademy.Data;

/// <summary>Users as the import knows them.</summary>
public static class UserRecords
{
    private const int PageSize = 1000;

    /// <summary>Returns the users of a query as the import knows them: one statement for all users, and one for each of their lists.</summary>
    internal static async Task<List<UserRecord>> ToRecordsAsync(this AcademyContext db, IQueryable<User> users, CancellationToken cancellationToken)
    {
        var rows = await users.Select(user => new
        {
            user.Id,
            user.Version,
            Company = user.Company.Name,
            Department = user.Department.Name,
            Record = new UserRecord
            {
                EmployeeNumber = user.EmployeeNumber,
                FirstName = user.FirstName,
                Prefix = user.Prefix,
                LastName = user.LastName,
                Email = user.Email,
                CostCenter = user.CostCenter,
                Active = user.Active,
                Language = user.LanguageCode,
                Locked = user.Locked,
            },
        }).ToListAsync(cancellationToken);
        if (rows.Count == 0) return [];
        var ids = rows.ConvertAll(row => row.Id);
        var functions = (await (from link in db.Links("UserFunctions") join function in db.Functions on (int)link["FunctionId"] equals function.Id
                                where ids.Contains((int)link["UserId"]) orderby function.Id
                                select new { UserId = (int)link["UserId"], function.Name }).ToListAsync(cancellationToken)).ToLookup(one => one.UserId, one => one.Name);
        var teams = (await (from link in db.Links("UserTeams") join team in db.Teams on (int)link["TeamId"] equals team.Id
                            where ids.Contains((int)link["UserId"]) orderby team.Id
                            select new { UserId = (int)link["UserId"], team.Name }).ToListAsync(cancellationToken)).ToLookup(one => one.UserId, one => one.Name);
        var managers = (await (from link in db.Links("UserManagers") join manager in db.Users on (int)link["ManagerId"] equals manager.Id
                               where ids.Contains((int)link["UserId"]) orderby manager.Id
                               select new { UserId = (int)link["UserId"], manager.EmployeeNumber, manager.Email }).ToListAsync(cancellationToken))
            .ToLookup(one => one.UserId, one => new UserReference(one.EmployeeNumber, one.Email));
        return rows.ConvertAll(row => row.Record with
        {
            Company = row.Company,
            Department = row.Department,
            Functions = [.. functions[row.Id]],
            Teams = [.. teams[row.Id]],
            Managers = [.. managers[row.Id]],
            Version = Token(row.Id, row.Version),
        });
    }

    /// <summary>Streams the users of a query by employee number, a page at a time, so that no size is too large.</summary>
    public static async IAsyncEnumerable<UserRecord> StreamAsync(
        this AcademyContext db, IQueryable<User> users, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        string? last = null;
        while (true)
        {
            var after = last is null ? users : users.Where(user => string.Compare(user.NumberKey, last) > 0);
            var page = await db.ToRecordsAsync(after.OrderBy(user => user.NumberKey).Take(PageSize), cancellationToken);
            foreach (var user in page) yield return user;
            if (page.Count < PageSize) yield break;
            last = UserKeys.OfEmployeeNumber(page[^1].EmployeeNumber);
        }
    }

    private static IQueryable<Dictionary<string, object>> Links(this AcademyContext db, string table) => db.Set<Dictionary<string, object>>(table).AsNoTracking();

    // The key is part of it: a user who is deleted and added again is another one.
    private static string Token(int id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id}.{version}");
}
