using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Numbers and dates that no employee number or name can be (R2, R4, R5).</summary>
internal static class NumberInputs
{
    private const string Damaged = "damaged";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Number("a number of sixteen digits", "1234567890123456", "digitsLost"),
        Number("a number of 1e15", "1E15", "digitsLost"),
        Number("a negative number of 1e15", "-1000000000000000", "digitsLost"),
        Number("a number of twenty digits", "12345678901234567890", "digitsLost"),
        Number("the largest number", "1.7976931348623157E308", "digitsLost"),
        Number("a number of three hundred digits", new string('9', 300), "digitsLost"),
        Number("a fraction", "1.5", "invalid"),
        Number("the smallest number", "4.9E-324", "invalid"),
        Number("a number beyond all numbers", "1E999", Damaged),
        Number("a number of four hundred digits", new string('9', 400), Damaged),
        Number("no number", "NaN", Damaged),
        Number("the infinite", "Infinity", Damaged),
        Number("the infinite as a sign", "\u221E", Damaged),
        Number("a number that is a word", "seven", Damaged),
        Number("a number with a comma", "1,5", Damaged),
        Number("a number with a separator", "1 000", Damaged),
        Number("a hexadecimal number", "0x1F", Damaged),
        Number("a number with two signs", "--1", Damaged),
        Number("a number with an exponent of nothing", "1E", Damaged),
        Number("a number with a huge exponent", "1E99999999999999999999", Damaged),
        Number("a number in brackets", "(1)", Damaged),
        Number("a number with a currency", "\u20AC1", Damaged),
        Number("a number of full-width digits", "\uFF11\uFF12", Damaged),
        Number("a number of Arabic digits", "\u0661\u0662", Damaged),
        Of("a number beyond what a cell holds", () => UsersSheet.Cell('A', "", $"<v>{new string('1', 32_768)}</v>"), "workbook.tooLarge CellCharacters") with { Inflated = 128 << 10 },
        Of("a date as an employee number", () => UsersSheet.Cell('A', "s=\"1\"", "<v>45000</v>"), "A3 employeeNumber.isDate"),
        Of("a date as a name", () => UsersSheet.Cell('C', "s=\"1\"", "<v>45000</v>"), "C3 lastName.isDate"),
        Of("a date before all dates", () => UsersSheet.Cell('C', "s=\"1\"", "<v>-45000</v>"), "C3 lastName.isDate"),
        Of("a date after all dates", () => UsersSheet.Cell('C', "s=\"1\"", "<v>1E300</v>"), "C3 lastName.isDate"),
        Of("a date that is rounded beyond all dates", () => UsersSheet.Cell('C', "s=\"1\"", "<v>2958465.9999999995</v>"), "C3 lastName.isDate"),
        Of("a date of ISO 8601", () => UsersSheet.Cell('C', "t=\"d\"", "<v>2026-02-30T25:61:61Z</v>"), "C3 lastName.isDate"),
        Of("a date of ISO 8601 that is none", () => UsersSheet.Cell('C', "t=\"d\"", "<v>yesterday</v>"), "C3 lastName.isDate"),
        Of("a date as a flag", () => UsersSheet.Cell('J', "s=\"1\"", "<v>1</v>"), "J3 active.invalid"),
        Of("a number as a flag", () => UsersSheet.Cell('J', "", "<v>1</v>"), "J3 active.invalid"),
        Of("a broken number as a flag", () => UsersSheet.Cell('J', "", "<v>1E999</v>"), "J3 active.damaged"),
        Of("a broken number with the format of a date", () => UsersSheet.Cell('C', "s=\"1\"", "<v>1E999</v>"), "C3 lastName.damaged"),
    ];

    private static BadInput Number(string name, string value, string fault) =>
        Of(name, () => UsersSheet.Cell('A', "", $"<v>{value}</v>"), $"A3 employeeNumber.{fault}");
}
