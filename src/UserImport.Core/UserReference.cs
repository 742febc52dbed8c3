namespace UserImport;

/// <summary>Names one user: the employee number says who, the email is their address at that time.</summary>
/// <param name="EmployeeNumber">The stored employee number.</param>
/// <param name="Email">The email address that goes with it.</param>
public sealed record UserReference(string EmployeeNumber, string Email);
