namespace UserImport.Tests;

/// <summary>Users for tests: a complete, valid one by number, to be varied with <c>with</c>.</summary>
internal static class Build
{
    public static UserRecord User(string employeeNumber, string? email = null, params string[] managers) => new()
    {
        EmployeeNumber = employeeNumber,
        FirstName = "Sanne",
        Prefix = "de",
        LastName = "Vries " + employeeNumber,
        Email = email ?? EmailOf(employeeNumber),
        Company = "Zorggroep Noord",
        Department = "Finance",
        Functions = ["Controller"],
        CostCenter = "4100",
        Active = true,
        Language = "nl",
        Teams = ["Team A"],
        Managers = [.. managers.Select(Reference)],
    };

    public static UserReference Reference(string employeeNumber) => new(employeeNumber, EmailOf(employeeNumber));

    public static string EmailOf(string employeeNumber) => $"u{employeeNumber}@example.nl";
}
