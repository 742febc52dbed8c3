using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;

namespace OnlineAcademy.Pages.Imports;

/// <summary>The import history.</summary>
public sealed class IndexModel(IDbContextFactory<AcademyContext> contexts) : PageModel
{
    private const int PageSize = 25;

    /// <summary>The imports of the page, the latest first.</summary>
    public IReadOnlyList<Import> Imports { get; private set; } = [];

    /// <summary>The page, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; } = 1;

    /// <summary>Shows a page.</summary>
    public async Task OnGetAsync(int? page, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Imports.AsNoTracking().Where(import => import.State != ImportState.Uploading);
        Pages = Math.Max(1, (await all.CountAsync(cancellationToken) + PageSize - 1) / PageSize);
        Number = Math.Clamp(page ?? 1, 1, Pages);
        Imports = await all.OrderByDescending(import => import.CreatedAt)
            .Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
    }
}
