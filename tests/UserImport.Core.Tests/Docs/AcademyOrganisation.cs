namespace UserImport.Tests.Docs;

using UserImport;

public sealed class AcademyOrganisation : IOrgStructureLookup
{
    public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(new OrgStructure
    {
        Companies = [new("Northwind"), new("Contoso", IsRetired: true)],
        Departments = [new("Finance", Company: "Northwind"), new("Sales", Company: "Northwind"), new("Board")],
        Functions = [new("Controller"), new("Trainer")],
        Teams = [new("Team A"), new("Team B")],
        Languages = [new("en"), new("nl")],
    });
}
