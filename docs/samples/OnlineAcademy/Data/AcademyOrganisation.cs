using Microsoft.EntityFrameworkCore;
using UserImport;

namespace OnlineAcademy.Data;

/// <summary>The port to the organisational structure: retired units are in it too, marked.</summary>
public sealed class AcademyOrganisation(IDbContextFactory<AcademyContext> contexts) : IOrgStructureLookup
{
    /// <inheritdoc />
    public async Task<OrgStructure> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new OrgStructure
        {
            Companies = await db.Companies.OrderBy(c => c.Id)
                .Select(c => new OrgUnit(c.Name, c.IsRetired)).ToListAsync(cancellationToken),
            Departments = await db.Departments.OrderBy(d => d.Id)
                .Select(d => new OrgDepartment(d.Name, d.Company == null ? null : d.Company.Name, d.IsRetired))
                .ToListAsync(cancellationToken),
            Functions = await db.Functions.OrderBy(f => f.Id)
                .Select(f => new OrgUnit(f.Name, f.IsRetired)).ToListAsync(cancellationToken),
            Teams = await db.Teams.OrderBy(t => t.Id)
                .Select(t => new OrgUnit(t.Name, t.IsRetired)).ToListAsync(cancellationToken),
            Languages = await db.Languages.OrderBy(l => l.Code)
                .Select(l => new OrgLanguage(l.Code, null, l.IsRetired)).ToListAsync(cancellationToken),
        };
    }
}
