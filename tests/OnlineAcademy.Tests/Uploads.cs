using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Tests;

/// <summary>Workbooks as administrators make them: the export of a database, edited.</summary>
public static class Uploads
{
    /// <summary>Writes the users of a database into a workbook, as somebody edited them.</summary>
    public static async Task WriteAsync(
        DatabaseChoice database, string path, Func<IReadOnlyList<UserRecord>, IEnumerable<UserRecord>> edit)
    {
        var token = TestContext.Current.CancellationToken;
        await using var academy = await Academy.OpenAsync(database, token);
        await using var scope = academy.CreateAsyncScope();
        await using var db = await academy.GetRequiredService<IDbContextFactory<AcademyContext>>().CreateDbContextAsync(token);
        var users = await db.StreamAsync(db.Users, token).ToListAsync(token);
        await using var file = File.Create(path);
        await scope.ServiceProvider.GetRequiredService<UserImporter>()
            .ExportAsync(edit(users).ToAsyncEnumerable(), file, null, token);
    }

    /// <summary>A new user whom every rule lets in.</summary>
    public static UserRecord NewUser(string number, string name) => new()
    {
        EmployeeNumber = number,
        FirstName = name,
        LastName = "Nieuw",
        Email = $"{name}.nieuw@noorderveld.example",
        Company = "Noorderveld Infra",
        Department = "Planning",
        Language = "nl",
        Active = true,
    };

    /// <summary>Returns the same users with some of them changed.</summary>
    public static IEnumerable<UserRecord> With(
        this IEnumerable<UserRecord> users, string number, Func<UserRecord, UserRecord> change) =>
        users.Select(user => user.EmployeeNumber == number ? change(user) : user);
}
