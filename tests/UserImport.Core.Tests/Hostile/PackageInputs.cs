using System.Globalization;
using UserImport.Spreadsheets.Packaging;
using UserImport.Tests.Spreadsheets;
using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Archives in order whose parts are missing, point to nowhere, or are something else.</summary>
internal static class PackageInputs
{
    private const string Damaged = "workbook.damaged";
    private const string Types = "[Content_Types].xml";
    private const string Target = "worksheets/sheet1.xml";

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Of("no content types", () => UsersSheet.Good().Remove(Types), Damaged),
        Of("content types that are no XML", () => UsersSheet.Good().Set(Types, "not XML"), Damaged),
        Of("content types that are cut off", () => UsersSheet.Good().Change(Types, "</Types>", ""), Damaged),
        Of("no relationships of the package", () => UsersSheet.Good().Remove("_rels/.rels"), Damaged),
        Of("no workbook part", () => UsersSheet.Good().Remove(UsersSheet.Book), Damaged),
        Part("a workbook part outside the archive", "_rels/.rels", "xl/workbook.xml", "../../../../etc/passwd", Damaged),
        Part("a workbook part on a network share", "_rels/.rels", "xl/workbook.xml", "file://server/share/workbook.xml", Damaged),
        Of("a workbook part that is a sheet", () => UsersSheet.Good().Set(UsersSheet.Book, $"<worksheet xmlns=\"{RawWorkbook.Main}\"/>"), "workbook.notExcel"),
        Of("a workbook part of nobody's namespace", () => UsersSheet.Good().Set(UsersSheet.Book, "<workbook xmlns=\"urn:x\"/>"), "workbook.notExcel"),
        Of("a workbook part without anything", () => UsersSheet.Good().Set(UsersSheet.Book, ""), Damaged),
        Of("a workbook part of more than a mebibyte", () => UsersSheet.Good().Change(UsersSheet.Book, "</workbook>", Random(2 << 20) + "</workbook>"), "workbook.tooLarge OtherPartBytes"),
        Of("relationships of the workbook that are cut off", () => UsersSheet.Good().Change(UsersSheet.BookRelations, "</Relationships>", ""), Damaged),
        Of("no relationships of the workbook", () => UsersSheet.Good().Remove(UsersSheet.BookRelations), Damaged),
        Part("no sheet in the workbook", UsersSheet.Book, "<sheet name=\"Users\" sheetId=\"1\" r:id=\"rId1\"/>", "", "workbook.noHeaders"),
        Of("no part of the sheet", () => UsersSheet.Good().Remove(UsersSheet.Sheet), Damaged),
        Part("a sheet without a relationship", UsersSheet.Book, " r:id=\"rId1\"", "", Damaged),
        Part("a sheet of a relationship that is not there", UsersSheet.Book, "rId1", "rId99", Damaged),
        Part("a sheet on a web server", UsersSheet.BookRelations, "Target=\"worksheets/sheet1.xml\"", "Target=\"http://127.0.0.1:9/sheet1.xml\" TargetMode=\"External\"", Damaged),
        Part("a sheet on a web server that is called internal", UsersSheet.BookRelations, Target, "http://127.0.0.1:9/sheet1.xml", Damaged),
        Part("a sheet that is the styles", UsersSheet.BookRelations, Target, "styles.xml", Damaged),
        Part("a sheet that is the workbook itself", UsersSheet.BookRelations, Target, "workbook.xml", Damaged),
        Part("a sheet that is its own relationships", UsersSheet.BookRelations, Target, "_rels/workbook.xml.rels", Damaged),
        Part("a hidden sheet alone", UsersSheet.Book, "sheetId=\"1\"", "sheetId=\"1\" state=\"veryHidden\"", "workbook.noHeaders"),
        Part("a chart sheet alone", UsersSheet.BookRelations, "relationships/worksheet", "relationships/chartsheet", "workbook.noHeaders"),
        Of("more sheets without headers than are looked through", () => ManySheets(51), "workbook.tooLarge Sheets") with { Allocated = 16 << 20 },
        Of("a damaged sheet without headers in front of the users", DamagedSheetInFront, Damaged) with { Inflated = 2 << 20 },
        Of("styles that are no XML", () => UsersSheet.Good().Set(UsersSheet.Styles, "{}"), Damaged),
        Of("styles that are a sheet", () => UsersSheet.Good().Set(UsersSheet.Styles, $"<worksheet xmlns=\"{RawWorkbook.Main}\"/>"), Damaged),
        Part("styles that are missing", UsersSheet.BookRelations, "styles.xml", "nostyles.xml", Damaged),
        Of("styles that say that they are larger than any may be", () => Claim(UsersSheet.Styles, 9 << 20), "workbook.tooLarge StyleBytes"),
        Of("shared strings that are a sheet", () => UsersSheet.Good().Set(UsersSheet.Strings, $"<worksheet xmlns=\"{RawWorkbook.Main}\"/>"), Damaged),
        Of("shared strings that are cut off", () => UsersSheet.Good().Change(UsersSheet.Strings, "</sst>", ""), Damaged),
        Of("shared strings that are missing where a cell wants one", () => UsersSheet.Cell('C', "t=\"s\"", "<v>0</v>").Remove(UsersSheet.Strings), Damaged),
        Of("shared strings that say that they are larger than any may be", () => Claim(UsersSheet.Strings, 65 << 20), "workbook.tooLarge SharedStringBytes"),
        Of("a mark that points to a sheet without headers", () => UsersSheet.Good().Change(UsersSheet.Sheet, "Employee number", "Number")
            .Change(UsersSheet.Sheet, "Email address", "Mail"), "workbook.noHeaders"),
        Part("a workbook with macros by its type", Types, "officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main", "workbook.macros"),
        Of("a workbook with a VBA project", () => UsersSheet.Good().Set(UsersSheet.BookRelations, RawWorkbook.Relationships(("rId1", "worksheet", Target),
            ("rId4", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"))).Set("xl/vbaProject.bin", "x"), "workbook.macros"),
        Of("a hundred thousand relationships", () => UsersSheet.Good().Set(UsersSheet.BookRelations, ManyRelationships(100_000)), "workbook.tooLarge OtherPartBytes"),
        Of("ten thousand defined names", () => UsersSheet.Good().Change(UsersSheet.Book, "</workbook>", $"<definedNames>{Names(10_000)}</definedNames></workbook>"))
            with { Inflated = 1 << 20, Allocated = 8 << 20 },
    ];

    private static RawWorkbook Claim(string part, int bytes)
    {
        var book = UsersSheet.Good();
        book.Zip = (_, all) => all[part].ClaimedBytes = bytes;
        return book;
    }

    private static RawWorkbook ManySheets(int count)
    {
        var numbers = Enumerable.Range(1, count).ToList();
        return RawWorkbook.Of("<row><c><v>1</v></c></row>")
            .Change(UsersSheet.Book, "<sheet name=\"Users\" sheetId=\"1\" r:id=\"rId1\"/>", string.Concat(numbers.Select(n =>
                string.Create(CultureInfo.InvariantCulture, $"<sheet name=\"S{n}\" sheetId=\"{n}\" r:id=\"rId1\"/>"))));
    }

    // Twenty rows of it are looked at, and the fault is behind them.
    private static RawWorkbook DamagedSheetInFront()
    {
        var book = UsersSheet.Good()
            .Change(UsersSheet.Book, "<sheets>", "<sheets><sheet name=\"New\" sheetId=\"9\" r:id=\"rId9\"/>")
            .Change(UsersSheet.BookRelations, "</Relationships>", $"<Relationship Id=\"rId9\" Type=\"{RawWorkbook.Relations}/worksheet\" Target=\"worksheets/new.xml\"/></Relationships>")
            .Set("xl/worksheets/new.xml", $"<worksheet xmlns=\"{RawWorkbook.Main}\"><sheetData>{string.Concat(Enumerable.Range(1, 1_000).Select(n => UsersSheet.Row(n)))}</sheetData></worksheet>");
        book.Zip = (_, all) => all["xl/worksheets/new.xml"].Crc = 1;
        return book;
    }

    private static string ManyRelationships(int count) => RawWorkbook.Relationships(
        [.. Enumerable.Range(1, count).Select(n => (string.Create(CultureInfo.InvariantCulture, $"rId{n}"), "worksheet", Target))]);

    private static string Names(int count) => string.Concat(Enumerable.Range(1, count).Select(n =>
        string.Create(CultureInfo.InvariantCulture, $"<definedName name=\"N{n}\">1</definedName>")));

    private static string Random(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, (text, source) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = (char)('a' + source.Next(26));
        });
    }
}
