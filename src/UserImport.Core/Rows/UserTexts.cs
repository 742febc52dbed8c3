using UserImport.Columns;

namespace UserImport.Rows;

/// <summary>The values of a stored user as texts of cells.</summary>
internal static class UserTexts
{
    /// <summary>Returns the text of a list whose entries hold neither commas nor quotes.</summary>
    public static string OfList(UserRecord user, UserColumn column) => column.Index switch
    {
        7 => string.Join(", ", user.Functions),
        12 => string.Join(", ", user.Teams),
        13 => string.Join(", ", user.Managers.Select(manager => manager.Email)),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>Returns the stored text of a column; null if the column holds a list, a flag or a language.</summary>
    public static string? Of(UserRecord user, UserColumn column) => column.Index switch
    {
        0 => user.EmployeeNumber,
        1 => user.FirstName,
        2 => user.Prefix,
        3 => user.LastName,
        4 => user.Email,
        5 => user.Company,
        6 => user.Department,
        8 => user.CostCenter,
        7 or 9 or 10 or 11 or 12 or 13 => null,
        _ => user.Custom.GetValueOrDefault(column.Key, ""),
    };
}
