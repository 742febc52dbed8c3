using UserImport.Tests.Spreadsheets;
using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Cells and strings that cannot be read: an error of their row, never a blank, never the text of another cell (R4).</summary>
internal static class CellInputs
{
    private const string Damaged = "C3 lastName.damaged";
    private const string Missing = "C3 lastName.missing";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Shared("a shared string behind the last one", "2"),
        Shared("a shared string of a negative index", "-1"),
        Shared("a shared string beyond 31 bits", "2147483648"),
        Shared("a shared string beyond 64 bits", "18446744073709551616"),
        Shared("a shared string of a fraction", "0.0"),
        Shared("a shared string of a word", "zero"),
        Shared("a shared string of nothing", ""),
        Shared("a shared string that is damaged itself", "0", "<t>a_x0001_b</t>"),
        Shared("a shared string of runs, one of them damaged", "0", "<r><t>a</t></r><r><t>_xD83D_</t></r>"),
        Shared("a shared string with an element in its text", "0", "<t>a<b/>c</t>"),
        Of("a shared string that comes first and is empty", () => UsersSheet.Cell('C', "t=\"s\"", "<v>0</v>", "<t/>", "<t>second</t>"), Missing),
        Of("a shared string that comes first and holds nothing", () => UsersSheet.Cell('C', "t=\"s\"", "<v>0</v>", "", "<t>second</t>").Change(UsersSheet.Strings, "<si></si>", "<si/>"), Missing),
        Cell("an inline text that says it is shared", "t=\"s\"", "<is><t>x</t></is>"),
        Cell("a type that nobody knows", "t=\"zzz\"", "<v>x</v>"),
        Cell("a boolean that is neither", "t=\"b\"", "<v>2</v>"),
        Cell("a boolean without a value", "t=\"b\"", "<v></v>"),
        Cell("a style that is a word", "s=\"x\"", "<v>1</v>"),
        Cell("a style that is negative", "s=\"-1\" t=\"str\"", "<v>x</v>"),
        Cell("two values", "t=\"str\"", "<v>x</v><v>y</v>"),
        Cell("two values, the second blank", "t=\"str\"", "<v>x</v><v/>"),
        Cell("a value and an inline text", "t=\"inlineStr\"", "<is><t>x</t></is><v>y</v>"),
        Cell("two inline texts", "t=\"inlineStr\"", "<is><t>x</t></is><is><t>y</t></is>"),
        Cell("many values behind a long text", "t=\"str\"", $"<v>{string.Concat(Enumerable.Repeat("_x", 16_000))}</v>{string.Concat(Enumerable.Repeat("<v/>", 10_000))}") with { Inflated = 256 << 10, Allocated = 4 << 20 },
        Cell("an unknown element in an inline text", "t=\"inlineStr\"", "<is><tt>x</tt></is>"),
        Cell("an unknown element in a run", "t=\"inlineStr\"", "<is><r><x:t xmlns:x=\"y\">x</x:t></r></is>"),
        Shared("a shared string of an unknown element", "0", "<tt>x</tt>"),
        Of("an inline text that says it is shared, and is an index", () => UsersSheet.Cell('C', "t=\"s\"", "<is><t>0</t></is>", "<t>first</t>"), Damaged),
        Cell("an element in a value", "t=\"str\"", "<v>x<b>y</b></v>"),
        Cell("an element in an inline text", "t=\"inlineStr\"", "<is><t>x<b>y</b></t></is>"),
        Cell("a control character", "t=\"str\"", "<v>a\u0001b</v>"),
        Cell("a control character alone", "t=\"str\"", "<v>\u0001</v>"),
        Cell("a zero", "t=\"str\"", "<v>a\0b</v>"),
        Cell("a reference to a control character", "t=\"str\"", "<v>a&#1;b</v>"),
        Cell("a reference to a zero", "t=\"str\"", "<v>a&#0;b</v>"),
        Cell("an escaped control character", "t=\"inlineStr\"", "<is><t>a_x0000_b</t></is>"),
        Cell("a formula without a result", "", "<f>A1</f>"),
        Cell("a formula with a result of nothing", "", "<f>A1</f><v></v>"),
        Cell("a shared formula without a result", "", "<f t=\"shared\" si=\"0\"/>"),
        Cell("a formula of commands without a result", "", "<f>cmd|'/c calc'!A1</f>"),
        Cell("an error value", "t=\"e\"", "<v>#N/A</v>", "C3 lastName.errorValue"),
        Cell("an error value of nothing", "t=\"e\"", "<v></v>", "C3 lastName.errorValue"),
        Cell("a formula with an error value", "t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>", "C3 lastName.errorValue"),
        Cell("a text of nothing", "t=\"str\"", "<v></v>", Missing),
        Cell("an inline text of a phonetic guide alone", "t=\"inlineStr\"", "<is><rPh sb=\"0\" eb=\"1\"><t>kana</t></rPh></is>", Missing),
        Of("a damaged employee number", () => UsersSheet.Cell('A', "t=\"s\"", "<v>9</v>"), "A3 employeeNumber.damaged"),
        Of("a damaged email", () => UsersSheet.Cell('D', "t=\"s\"", "<v>9</v>"), "D3 email.damaged"),
        Of("a damaged cell in a column that may be blank", () => UsersSheet.Cell('I', "t=\"s\"", "<v>9</v>"), "I3 prefix.damaged"),
        Of("a damaged list", () => UsersSheet.Cell('H', "t=\"s\"", "<v>9</v>"), "H3 teams.damaged"),
        Of("a list with a quotation mark that is not closed", () => UsersSheet.Text('H', "Red, \"Blue"), "H3 teams.invalid"),
        Of("a damaged flag", () => UsersSheet.Cell('J', "t=\"s\"", "<v>9</v>"), "J3 active.damaged"),
        Of("a flag that is a text of a boolean", () => UsersSheet.Text('J', "TRUE"), "J3 active.invalid"),
        Of("every cell of a row damaged", () => UsersSheet.Of("<row r=\"3\">" + string.Concat("ABCDEFGHIJ".Select(c => $"<c r=\"{c}3\" t=\"s\"><v>9</v></c>")) + "</row>"),
            "A3 employeeNumber.damaged", "B3 firstName.damaged", Damaged, "D3 email.damaged", "E3 company.damaged", "F3 department.damaged",
            "G3 language.damaged", "H3 teams.damaged", "I3 prefix.damaged", "J3 active.damaged"),
        Of("a text beyond what a cell holds", () => UsersSheet.Text('C', new string('k', 32_768)), "workbook.tooLarge CellCharacters") with { Inflated = 128 << 10 },
        Of("a shared string beyond what a cell holds, which nobody uses", () => UsersSheet.Of(UsersSheet.Row(3), $"<t>{new string('k', 32_768)}</t>"),
            "workbook.tooLarge CellCharacters"),
        Of("a text of 10 MiB", () => UsersSheet.Text('C', new string('k', 10 << 20)), "workbook.tooLarge CellCharacters") with { Inflated = 11 << 20, Allocated = 16 << 20 },
        Of("a text longer than a name may be", () => UsersSheet.Text('C', new string('k', 256)), "C3 lastName.tooLong"),
    ];

    private static BadInput Cell(string name, string attributes, string content, string outcome = Damaged) =>
        Of(name, () => UsersSheet.Cell('C', attributes, content), outcome);

    // Two strings are there, so that an index that is misread would find another cell's text.
    private static BadInput Shared(string name, string index, string first = "<t>first</t>") =>
        Of(name, () => UsersSheet.Cell('C', "t=\"s\"", $"<v>{index}</v>", first, "<t>second</t>"), Damaged);
}
