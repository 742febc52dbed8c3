using System.Text;
using UserImport.Columns;

namespace UserImport.Rows;

/// <summary>The values of a stored user as texts of cells, where a cell was found to say exactly that.</summary>
internal static class UserTexts
{
    /// <summary>
    /// Whether the text of a cell follows from the user: a flag or a language has several spellings, and so have the order and the spaces of a list
    /// and the letters of managers' addresses.
    /// </summary>
    public static bool Has(UserRecord user, UserColumn column, ReadOnlySpan<byte> text) => column.Kind switch
    {
        ColumnKind.Flag or ColumnKind.Language => false,
        ColumnKind.List when column.Index == UserColumns.Managers.Index => user.Managers is [var only] && Ascii.Equals(text, only.Email),
        ColumnKind.List => !text.Contains((byte)','),
        _ => true,
    };

    /// <summary>Returns the text of a column whose lists hold neither commas nor quotes in their entries.</summary>
    public static string Of(UserRecord user, UserColumn column) => column.Index switch
    {
        0 => CellText.Clean(user.EmployeeNumber),
        1 => CellText.Clean(user.FirstName),
        2 => CellText.Clean(user.Prefix),
        3 => CellText.Clean(user.LastName),
        4 => CellText.Clean(user.Email),
        5 => CellText.Clean(user.Company),
        6 => CellText.Clean(user.Department),
        7 => string.Join(", ", user.Functions),
        8 => CellText.Clean(user.CostCenter),
        12 => string.Join(", ", user.Teams),
        13 => string.Join(", ", user.Managers.Select(manager => manager.Email)),
        9 or 10 or 11 => throw new ArgumentOutOfRangeException(nameof(column)),
        _ => CellText.Clean(user.Custom.GetValueOrDefault(column.Key, "")),
    };
}
