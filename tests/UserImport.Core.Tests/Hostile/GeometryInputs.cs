using System.Globalization;
using UserImport.Tests.Spreadsheets;
using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Rows and cells that are where they cannot be, and sheets that lie about their size.</summary>
internal static class GeometryInputs
{
    private const string Damaged = "workbook.damaged";
    private const string Misplaced = "C3 lastName.damaged";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Numbered("row 0", "0"),
        Numbered("a negative row", "-3"),
        Numbered("a row with a plus sign", "+3"),
        Numbered("a row that is a fraction", "3.0"),
        Numbered("a row that is a word", "three"),
        Numbered("a row without a number in its number", ""),
        Numbered("a row behind the last one", "1048577"),
        Numbered("a row beyond 32 bits", "4294967299"),
        Numbered("a row of thirty digits", "333333333333333333333333333333"),
        Of("a row without a number behind the last one", () => RawWorkbook.Of(UsersSheet.Header + UsersSheet.Row(2) +
            UsersSheet.Row(1_048_576) + "<row><c t=\"str\"><v>x</v></c></row>"), Damaged),
        Addressed("a cell without a column", "3"),
        Addressed("a cell without a row", "C"),
        Addressed("a cell without anything in its address", ""),
        Addressed("a cell with its row first", "3C"),
        Addressed("a cell with an absolute address", "$C$3"),
        Addressed("a cell with an address of R1C1", "R3C3"),
        Addressed("a cell behind the last column", "XFE3"),
        Addressed("a cell in a column of twenty letters", "CCCCCCCCCCCCCCCCCCCC3"),
        Addressed("a cell in a row of twenty digits", "C33333333333333333333"),
        Addressed("a cell of another row", "C2", Misplaced),
        Addressed("a cell of the row of headers", "C1", Misplaced),
        Addressed("a cell of a row that is not there", "C1048576", Misplaced),
        Of("a cell twice", () => UsersSheet.Of(UsersSheet.Row(3, ('C', Cell("C3") + Cell("C3")))), Misplaced),
        Of("a cell twice, the second time at the end", () => UsersSheet.Of(UsersSheet.Row(3, ('J', "<c r=\"J3\" t=\"inlineStr\"><is><t>x</t></is></c>" + Cell("C3")))), Misplaced),
        Of("a cell beyond the 256 columns", () => UsersSheet.Of(UsersSheet.Row(3, ('J', Cell("IW3")))), "workbook.tooLarge Columns"),
        Of("a cell in the last column of all", () => UsersSheet.Of(UsersSheet.Row(3, ('J', Cell("XFD3")))), "workbook.tooLarge Columns"),
        Of("16,384 blank cells in a row", () => UsersSheet.Of(UsersSheet.Row(3) + string.Concat(Enumerable.Repeat("<row r=\"3\">" +
            string.Concat(Enumerable.Repeat("<c/>", 16_384)) + "</row>", 10)))) with { Inflated = 2 << 20 },
        Of("16,385 cells in a row", () => UsersSheet.Of("<row r=\"3\">" + string.Concat(Enumerable.Repeat("<c/>", 16_385)) + "</row>"), Damaged) with { Inflated = 256 << 10 },
        Of("more rows than are allowed", () => RawWorkbook.Of(UsersSheet.Header + string.Concat(Enumerable.Repeat(
            $"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 7))}</row>", 100_001))), "workbook.tooLarge Rows") with { Inflated = 13 << 20, Allocated = 64 << 20 },
        Of("200,000 rows that hold nothing", () => UsersSheet.Of(UsersSheet.Row(3) + string.Concat(Enumerable.Range(5, 200_000).Select(n =>
            string.Create(CultureInfo.InvariantCulture, $"<row r=\"{n}\" s=\"1\"/>"))))) with { Inflated = 12 << 20, Allocated = 24 << 20 },
        Of("a dimension of the whole grid", () => UsersSheet.Good().Change(UsersSheet.Sheet, "<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>")),
        Of("a merged range of the whole grid", () => UsersSheet.Good().Change(UsersSheet.Sheet, "</sheetData>", "</sheetData><mergeCells count=\"4294967295\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")),
        Of("two billion shared strings, as the part says", () => UsersSheet.Good().Change(UsersSheet.Strings, "<sst ", "<sst count=\"2147483647\" uniqueCount=\"2147483647\" ")),
        Of("ten thousand blanks between the rows", () => UsersSheet.Of(new string(' ', 10_000) + UsersSheet.Row(3))),
        Of("ten thousand blanks between the cells", () => UsersSheet.Of(UsersSheet.Row(3, ('C', new string('\n', 10_000) + UsersSheet.PlainCell('C', 3))))),
        Between("ten thousand blanks and text between the rows", new string(' ', 10_000) + "x"),
        Between("text between the rows", "text"),
        Between("a cell between the rows", Cell("C3")),
        Between("a value between the rows", "<v>1</v>"),
        Of("text between the cells", () => UsersSheet.Of("<row r=\"3\">text</row>"), Damaged),
        Of("a row in a row", () => UsersSheet.Of("<row r=\"3\"><row r=\"3\"/></row>"), Damaged),
        Of("a cell in a cell", () => UsersSheet.Of($"<row r=\"3\"><c r=\"A3\">{Cell("A3")}</c></row>"), Damaged),
        Of("a row behind the headers that has their number", () => UsersSheet.Of(UsersSheet.Row(1)), "rows 2,1,4"),
        Of("a row behind the headers that has their number and no addresses", () => UsersSheet.Of("<row r=\"1\">" + Unaddressed(1) + "</row>"), "rows 2,1,4"),
        Of("an optional header of a shared string that is not there", () => UsersSheet.Good().Change(UsersSheet.Sheet, UsersSheet.Text('I', 1, "Prefix"), "<c r=\"I1\" t=\"s\"><v>9</v></c>"), Damaged),
        Of("an optional header without its result", () => UsersSheet.Good().Change(UsersSheet.Sheet, UsersSheet.Text('I', 1, "Prefix"), "<c r=\"I1\"><f>A9</f></c>"), Damaged),
        Of("an optional header with a control character", () => UsersSheet.Good().Change(UsersSheet.Sheet, ">Prefix<", ">Pre_x0001_fix<"), Damaged),
        Of("no rows at all", () => UsersSheet.Good().Change(UsersSheet.Sheet, text => text[..text.IndexOf("<sheetData", StringComparison.Ordinal)] + "</worksheet>"), "workbook.noHeaders"),
        Of("headers and nothing below them", () => RawWorkbook.Of(UsersSheet.Header), "workbook.noRows"),
        Of("headers and a row of blanks below them", () => RawWorkbook.Of(UsersSheet.Header + "<row><c t=\"str\"><v> </v></c></row>"), "workbook.noRows"),
        Of("a header twice", () => UsersSheet.Good().Change(UsersSheet.Sheet, ">Teams<", ">E-mail<"), "columns.repeated"),
        Of("a required header missing", () => UsersSheet.Good().Change(UsersSheet.Sheet, ">Language<", ">Tongue<"), "columns.missing"),
        Of("a damaged header", () => UsersSheet.Good().Change(UsersSheet.Sheet, ">Language<", ">Lang_x0001_uage<"), "columns.missing"),
    ];

    private static string Unaddressed(int row) =>
        string.Concat(UsersSheet.Headers.Select((_, i) => $"<c t=\"str\"><v>{UsersSheet.TextOf((char)('A' + i), row)}</v></c>"));

    private static string Cell(string address) => $"<c r=\"{address}\" t=\"inlineStr\"><is><t>x</t></is></c>";

    private static BadInput Numbered(string name, string number) =>
        Of(name, () => UsersSheet.Of(UsersSheet.Row(3).Replace("<row r=\"3\">", $"<row r=\"{number}\">", StringComparison.Ordinal)), Damaged);

    private static BadInput Addressed(string name, string address, string outcome = Damaged) =>
        Of(name, () => UsersSheet.Of(UsersSheet.Row(3, ('C', Cell(address)))), outcome);

    private static BadInput Between(string name, string xml) => Of(name, () => UsersSheet.Of(xml + UsersSheet.Row(3)), Damaged);
}
