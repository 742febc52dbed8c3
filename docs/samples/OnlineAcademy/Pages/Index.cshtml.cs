using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Pages;

/// <summary>The list of users, with filters and exports.</summary>
public sealed class IndexModel(IDbContextFactory<AcademyContext> contexts) : PageModel
{
    private const int PageSize = 25;

    /// <summary>Which users are shown.</summary>
    public UserFilter Filter { get; private set; } = new();

    /// <summary>The users of the page.</summary>
    public IReadOnlyList<UserRecord> Users { get; private set; } = [];

    /// <summary>The names of the companies.</summary>
    public IReadOnlyList<string> Companies { get; private set; } = [];

    /// <summary>The names of the departments.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    /// <summary>How many users there are.</summary>
    public int All { get; private set; }

    /// <summary>How many users fit the filter.</summary>
    public int Found { get; private set; }

    /// <summary>The page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync(string? text, string? company, string? department, string? active, int? page, CancellationToken cancellationToken)
    {
        Filter = new UserFilter { Text = text, Company = company, Department = department, Active = active };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        Companies = await db.Companies.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(cancellationToken);
        Departments = await db.Departments.Select(d => d.Name).Distinct().OrderBy(name => name).ToListAsync(cancellationToken);
        All = await db.Users.CountAsync(cancellationToken);
        Found = Filter.IsSet ? await Filter.Apply(db.Users).CountAsync(cancellationToken) : All;
        Pages = Math.Max(1, (Found + PageSize - 1) / PageSize);
        Number = Math.Clamp(page ?? 1, 1, Pages);
        var sorted = Filter.Apply(db.Users).OrderBy(user => user.LastName).ThenBy(user => user.FirstName).ThenBy(user => user.Id);
        Users = await db.ToRecordsAsync(sorted.Skip((Number - 1) * PageSize).Take(PageSize), cancellationToken);
    }
}
