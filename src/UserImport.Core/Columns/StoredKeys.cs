namespace UserImport.Columns;

/// <summary>The keys by which stored values are matched, whatever surrounds them in the host's database (R1).</summary>
internal static class StoredKeys
{
    /// <summary>Returns the key of an employee number (M1).</summary>
    public static string OfNumber(string employeeNumber) => UserKeys.OfEmployeeNumber(CellText.Clean(employeeNumber));

    /// <summary>Returns the key by which an address is free or taken (M6).</summary>
    public static string OfEmail(string email) => UserKeys.OfEmail(CellText.Clean(email));
}
