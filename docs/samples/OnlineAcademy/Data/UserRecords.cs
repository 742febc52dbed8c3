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
        var ids = rows.ConvertAll(row => row.Id);
        var found = db.Users.Where(user => ids.Contains(user.Id));
        var functions = (await found.SelectMany(user => user.Functions, (user, function) => new { user.Id, function.Name, Order = function.Id })
            .OrderBy(one => one.Order).ToListAsync(cancellationToken)).ToLookup(one => one.Id, one => one.Name);
        var teams = (await found.SelectMany(user => user.Teams, (user, team) => new { user.Id, team.Name, Order = team.Id })
            .OrderBy(one => one.Order).ToListAsync(cancellationToken)).ToLookup(one => one.Id, one => one.Name);
        var managers = (await found.SelectMany(user => user.Managers, (user, manager) => new { user.Id, manager.EmployeeNumber, manager.Email, Order = manager.Id })
            .OrderBy(one => one.Order).ToListAsync(cancellationToken)).ToLookup(one => one.Id, one => new UserReference(one.EmployeeNumber, one.Email));
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

    // The key is part of it: a user who is deleted and added again is another one.
    private static string Token(int id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id}.{version}");
}
