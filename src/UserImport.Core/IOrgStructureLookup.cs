namespace UserImport;

/// <summary>Port: gives the organisational structure, asked for once a template, an export or a check.</summary>
public interface IOrgStructureLookup
{
    /// <summary>Returns companies, departments, functions, teams and languages, retired ones marked.</summary>
    Task<OrgStructure> GetAsync(CancellationToken cancellationToken);
}
