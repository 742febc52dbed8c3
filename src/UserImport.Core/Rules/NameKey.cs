using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>Names of companies, departments, functions, teams and languages as they are compared (M3).</summary>
internal static class NameKey
{
    /// <summary>Compares keys: ordinal, ignoring case.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>Returns the key of a name: cleaned by R1, with each run of white space as one space.</summary>
    public static string Of(string name) => CellText.FoldSpaces(CellText.Clean(name));

    /// <summary>Whether two names are the same name.</summary>
    public static bool Same(string one, string other) => one == other || Comparer.Equals(Of(one), Of(other));
}
