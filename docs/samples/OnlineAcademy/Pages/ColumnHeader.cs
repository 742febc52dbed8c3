using System.Globalization;
using UserImport.Columns;

namespace OnlineAcademy.Pages;

/// <summary>Column keys as people read them.</summary>
public static class ColumnHeader
{
    /// <summary>Returns the header of a column in a language.</summary>
    public static string Of(string key, CultureInfo culture) =>
        UserColumns.All.FirstOrDefault(column => column.Key == key)?.Header(culture) ?? key;
}
