namespace UserImport.Tests.Conformance;

/// <summary>A small organisational structure that conforms, to be varied.</summary>
internal sealed class Organisation(OrgStructure? structure = null) : IOrgStructureLookup
{
    public static OrgStructure Sound { get; } = new()
    {
        Companies = [new("Closed", IsRetired: true), new("Zorggroep Noord"), new("Zorggroep Zuid")],
        Departments = [new("Finance", "Zorggroep Noord"), new("Finance", "Zorggroep Zuid"), new("Care")],
        Functions = [new("Controller"), new("Nurse, senior")],
        Teams = [new("Team A")],
        Languages = [new("nl"), new("en")],
    };

    public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(structure ?? Sound);
}
