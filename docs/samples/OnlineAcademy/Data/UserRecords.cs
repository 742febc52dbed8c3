using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UserImport;

namespace OnlineAcademy.Data;

/// <summary>Users as the import knows them.</summary>
public static class UserRecords
{
    private const int PageSize = 1000;

    private static readonly Expression<Func<User, UserRecord>> Mapping = user => new UserRecord
    {
        EmployeeNumber = user.EmployeeNumber,
        FirstName = user.FirstName,
        Prefix = user.Prefix,
        LastName = user.LastName,
        Email = user.Email,
        Company = user.Company.Name,
        Department = user.Department.Name,
        Functions = user.Functions.OrderBy(function => function.Id).Select(function => function.Name).ToList(),
        CostCenter = user.CostCenter,
        Active = user.Active,
        Language = user.LanguageCode,
        Teams = user.Teams.OrderBy(team => team.Id).Select(team => team.Name).ToList(),
        Managers = user.Managers.OrderBy(manager => manager.Id)
            .Select(manager => new UserReference(manager.EmployeeNumber, manager.Email)).ToList(),
        Locked = user.Locked,
        Version = Token(user.Id, user.Version),
    };

    /// <summary>Returns the users of a query as the import knows them; lists come with a query each, not multiplied.</summary>
    internal static Task<List<UserRecord>> ToRecordsAsync(this IQueryable<User> users, CancellationToken cancellationToken) =>
        users.AsNoTracking().AsSplitQuery().Select(Mapping).ToListAsync(cancellationToken);

    /// <summary>Streams the users of a query by employee number, a page at a time, so that no size is too large.</summary>
    public static async IAsyncEnumerable<UserRecord> StreamAsync(
        this AcademyContext db, IQueryable<User> users, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        string? last = null;
        while (true)
        {
            var after = last is null ? users : users.Where(user => string.Compare(user.NumberKey, last) > 0);
            var page = await after.OrderBy(user => user.NumberKey).Take(PageSize).ToRecordsAsync(cancellationToken);
            foreach (var user in page) yield return user;
            if (page.Count < PageSize) yield break;
            last = UserKeys.OfEmployeeNumber(page[^1].EmployeeNumber);
        }
    }

    // The key is part of it: a user who is deleted and added again is another one.
    private static string Token(int id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id}.{version}");
}
