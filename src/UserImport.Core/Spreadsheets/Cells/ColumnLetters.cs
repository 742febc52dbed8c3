namespace UserImport.Spreadsheets.Cells;

/// <summary>The letters by which a sheet names its columns.</summary>
internal static class ColumnLetters
{
    /// <summary>Returns the letters of a column, from 1: A, B … Z, AA.</summary>
    public static string Of(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + (column - 1) % 26) + letters;
        return letters;
    }
}
