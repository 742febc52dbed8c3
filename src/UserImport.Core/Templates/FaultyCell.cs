using System.Globalization;
using UserImport.Columns;

namespace UserImport.Templates;

/// <summary>
/// A cell whose fault lies in its kind and not in its text: written as text, a number that lost its zeros would be a new user (R3), and
/// what cannot be read would be a value or a blank (R4). Whoever types over it types text, for that is its format.
/// </summary>
/// <param name="Value">The number, or the error value.</param>
/// <param name="IsError">Whether it is an error value.</param>
internal readonly record struct FaultyCell(string Value, bool IsError)
{
    private const string Unreadable = "#VALUE!";

    private static readonly string[] ErrorValues = ["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"];

    /// <summary>Returns the cell for a fault; null if it stays one as text.</summary>
    public static FaultyCell? Of(UserColumn column, string code, string text) => code[(code.LastIndexOf('.') + 1)..] switch
    {
        "damaged" or "isDate" => new(Unreadable, true),
        "errorValue" => new(ErrorValues.Contains(text) ? text : Unreadable, true),
        "zerosLost" or "digitsLost" or "invalid" when column.Kind is ColumnKind.EmployeeNumber && IsNumber(text) => new(text, false),
        _ => null,
    };

    private static bool IsNumber(string text) => double.TryParse(text,
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);
}
