namespace UserImport.Benchmarks.Workloads;

/// <summary>What an upload does to the users that a host has.</summary>
public enum UploadKind
{
    /// <summary>2 % of the rows add a user, 5 % change one field, and the rest changes nothing.</summary>
    ChangesLittle,

    /// <summary>Every row repeats what is stored; 2 % ask for an invitation.</summary>
    ChangesNothing,

    /// <summary>Every row changes its user's cost center.</summary>
    ChangesEverybody,

    /// <summary>Every row adds a user, as in the first import of a host.</summary>
    AddsEverybody,

    /// <summary>Every row names a company that nobody has defined, and is rejected.</summary>
    NamesUnknownCompanies,
}
