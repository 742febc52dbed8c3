using System.Text;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Tests.Spreadsheets;

public sealed class WorkbookTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Rels = "xl/_rels/workbook.xml.rels";
    private const string Row = """<row r="1"><c r="A1" t="s"><v>0</v></c></row>""";

    private static readonly Dictionary<string, Action<RawWorkbook>> Habits = new()
    {
        ["absolute targets"] = book => book.Change(Rels, "\"worksheets/", "\"/xl/worksheets/"),
        ["targets with .."] = book => book.Change(Rels, "\"worksheets/", "\"../xl/./worksheets/"),
        ["targets with backslashes"] = book => book.Change(Rels, "worksheets/sheet1", "worksheets\\sheet1"),
        ["targets with percent escapes"] = book => book.Rename(Sheet, "xl/worksheets/my sheet.xml").Change(Rels, "sheet1.xml", "my%20sheet.xml"),
        ["names with percent escapes"] = book => book.Rename(Sheet, "xl/worksheets/my%20sheet.xml").Change(Rels, "sheet1.xml", "my sheet.xml"),
        ["names in another case"] = book => book.Rename(Sheet, "XL/WorkSheets/Sheet1.XML"),
        ["names with backslashes"] = book => book.Rename(Sheet, "xl\\worksheets\\sheet1.xml").Rename("xl/sharedStrings.xml", "xl\\sharedStrings.xml"),
        ["a workbook part elsewhere"] = book => book.Rename("xl/workbook.xml", "book.xml").Rename(Rels, "_rels/book.xml.rels")
            .Change("_rels/.rels", "xl/workbook.xml", "book.xml").Change("_rels/book.xml.rels", text => text
                .Replace("\"worksheets/", "\"xl/worksheets/", StringComparison.Ordinal).Replace("\"s", "\"/xl/s", StringComparison.Ordinal)),
        ["strict namespaces"] = book => AllParts(book, text => text
            .Replace(RawWorkbook.Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
            .Replace(RawWorkbook.Relations, "http://purl.oclc.org/ooxml/officeDocument/relationships", StringComparison.Ordinal)),
        ["prefixed elements"] = book => AllParts(book, text => System.Text.RegularExpressions.Regex.Replace(text, "(</?)([a-zA-Z])", "$1x:$2")
            .Replace("xmlns=", "xmlns:x=", StringComparison.Ordinal)),
        ["UTF-16"] = book => AllParts(book, text => text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal), Encoding.Unicode),
        ["UTF-16, the other way round"] = book => AllParts(book, text => text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal), Encoding.BigEndianUnicode),
        ["UTF-16 without a mark"] = book => AllParts(book, text => text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal), new UnicodeEncoding(false, false)),
        ["UTF-8 with a mark"] = book => AllParts(book, text => text, new UTF8Encoding(true)),
        ["no declarations"] = book => AllParts(book, text => text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
        ["single quotes"] = book => AllParts(book, text => text.Replace('"', '\'')),
        ["comments everywhere"] = book => AllParts(book, text => text.Replace("><", "><!-- <c> --><?pi > ?><", StringComparison.Ordinal)),
        ["a dimension that lies"] = book => book.Change(Sheet, "<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>"),
        ["counts that lie"] = book => book.Change("xl/sharedStrings.xml", "<sst ", "<sst count=\"2000000000\" uniqueCount=\"-1\" "),
        ["broken hyperlinks"] = book => book.Change(Sheet, "</sheetData>", $"</sheetData><hyperlinks><hyperlink ref=\"A1\" r:id=\"rId1\" xmlns:r=\"{RawWorkbook.Relations}\"/></hyperlinks>")
            .Set("xl/worksheets/_rels/sheet1.xml.rels", RawWorkbook.Relationships(("rId1", "hyperlink", "mailto:a@b@c d&quot;"))),
        ["alternate content"] = book => book.Change(Sheet, "<sheetData>", "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"x\"><sheetData><row/></sheetData></mc:Choice><mc:Fallback><sheetData>")
            .Change(Sheet, "</sheetData></worksheet>", "</sheetData></mc:Fallback></mc:AlternateContent></worksheet>"),
        ["parts in another order"] = book => { var sheet = book.Get(Sheet); book.Remove(Sheet); var types = book.Get("[Content_Types].xml");
            book.Remove("[Content_Types].xml").Set(Sheet, sheet).Set("[Content_Types].xml", types); },
        ["no namespace"] = book => book.Change(Sheet, $" xmlns=\"{RawWorkbook.Main}\"", ""),
        ["external relationships"] = book => book.Change(Rels, "</Relationships>", "<Relationship Id=\"rId8\" Type=\"x/externalLinkPath\" Target=\"file:///c:/x.xlsx\" TargetMode=\"External\"/></Relationships>"),
    };

    private static readonly Dictionary<string, Action<RawWorkbook>> Faults = new()
    {
        ["no content types"] = book => book.Remove("[Content_Types].xml"),
        ["no package relationships"] = book => book.Remove("_rels/.rels"),
        ["no workbook part"] = book => book.Remove("xl/workbook.xml"),
        ["no workbook relationships"] = book => book.Remove(Rels),
        ["no sheet part"] = book => book.Remove(Sheet),
        ["no shared strings that a cell wants"] = book => book.Remove("xl/sharedStrings.xml"),
        ["no styles that are announced"] = book => book.Remove("xl/styles.xml"),
        ["a sheet that is external"] = book => book.Change(Rels, "Target=\"worksheets/sheet1.xml\"", "Target=\"worksheets/sheet1.xml\" TargetMode=\"External\""),
        ["a sheet that is something else"] = book => book.Change(Sheet, text => text.Replace("worksheet", "chartsheet", StringComparison.Ordinal)),
        ["a sheet of another namespace"] = book => book.Change(Sheet, RawWorkbook.Main, "urn:other"),
        ["a sheet without an end"] = book => book.Change(Sheet, "</sheetData></worksheet>", ""),
        ["a sheet that ends in its rows"] = book => book.Change(Sheet, "</sheetData>", ""),
        ["a sheet with an end too many"] = book => book.Change(Sheet, "</worksheet>", "</worksheet></worksheet>"),
        ["damage behind the rows"] = book => book.Change(Sheet, "</sheetData>", "</sheetData><mergeCells><b></mergeCells>"),
        ["text behind the root"] = book => book.Change(Sheet, "</worksheet>", "</worksheet>x"),
        ["an empty sheet part"] = book => book.Set(Sheet, ""),
        ["an entity that nobody declared"] = book => book.Change(Sheet, "<v>0", "<v>&nbsp;0"),
        ["a DOCTYPE in the sheet"] = book => book.Change(Sheet, "<worksheet", "<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet"),
        ["a DOCTYPE in the shared strings"] = book => book.Change("xl/sharedStrings.xml", "<sst", "<!DOCTYPE sst><sst"),
        ["a DOCTYPE in the workbook"] = book => book.Change("xl/workbook.xml", "<workbook", "<!DOCTYPE workbook SYSTEM \"http://localhost/x\"><workbook"),
        ["another encoding"] = book => book.Set(Sheet, Encoding.Latin1.GetBytes(book.Get(Sheet).Replace("UTF-8", "ISO-8859-1", StringComparison.Ordinal))),
        ["bytes that are not UTF-8"] = book => book.Set(Sheet, Encoding.Latin1.GetBytes(book.Get(Sheet).Replace("<v>0", "<!--é--><v>0", StringComparison.Ordinal))),
        ["half a surrogate pair in UTF-8"] = book => book.Set("xl/sharedStrings.xml", Encoding.Latin1.GetBytes(book.Get("xl/sharedStrings.xml").Replace("Jan", "\u00ED\u00A0\u0080", StringComparison.Ordinal))),
        ["overlong UTF-8"] = book => book.Set("xl/sharedStrings.xml", Encoding.Latin1.GetBytes(book.Get("xl/sharedStrings.xml").Replace("Jan", "\u00C0\u0080", StringComparison.Ordinal))),
        ["half a surrogate pair in UTF-16"] = book => book.Set(Sheet, Encoding.Unicode.GetBytes("<worksheet><!--").Concat(new byte[] { 0x00, 0xD8 }).Concat(Encoding.Unicode.GetBytes("--></worksheet>")).ToArray()),
        ["UTF-32"] = book => book.Set(Sheet, Encoding.UTF32.GetPreamble().Concat(Encoding.UTF32.GetBytes(book.Get(Sheet))).ToArray()),
        ["shared strings that are something else"] = book => book.Set("xl/sharedStrings.xml", book.Get(Sheet)),
        ["shared strings without an end"] = book => book.Change("xl/sharedStrings.xml", "</sst>", ""),
        ["styles that are something else"] = book => book.Set("xl/styles.xml", book.Get(Sheet)),
        ["attributes twice"] = book => book.Change(Sheet, "t=\"s\"", "t=\"s\" t=\"n\""),
        ["an undeclared prefix"] = book => book.Change(Sheet, "t=\"s\"", "t=\"s\" x:t=\"n\""),
    };

    public static TheoryData<string> HabitNames => new(Habits.Keys);

    public static TheoryData<string> FaultNames => new(Faults.Keys);

    [Theory]
    [MemberData(nameof(HabitNames))]
    public void A_file_that_some_program_writes_is_read_whatever_its_habits(string habit)
    {
        var book = RawWorkbook.Of(Row, "<t>Jan</t>");
        Habits[habit](book);
        Reading.Rows(book.ToArray()).Should().Equal("1: A=Text:Jan");
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void A_file_with_broken_parts_is_damaged(string fault)
    {
        var book = RawWorkbook.Of(Row, "<t>Jan</t>");
        Faults[fault](book);
        Reading.Refusal(book.ToArray()).Code.Should().Be("workbook.damaged");
    }

    [Fact]
    public void Shared_strings_that_are_announced_but_missing_are_damage_only_where_a_cell_wants_one()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>").Remove("xl/sharedStrings.xml");
        Reading.Rows(book.ToArray()).Should().Equal("1: A=Number:1");
    }

    [Fact]
    public void Sheets_and_defined_names_are_listed_in_the_order_of_the_workbook()
    {
        var book = RawWorkbook.Of("").Change("xl/workbook.xml", "</sheets>", """
            <sheet name="Chart" sheetId="2" r:id="rId4"/><sheet name="Module1" sheetId="7" r:id=""/><sheet name="A &amp; B" sheetId="3" r:id="rId5" state="hidden"/>
            <sheet name="Secret" sheetId="4" r:id="rId6" state="veryHidden"/></sheets><definedNames>
            <definedName name="Mark">"v1"</definedName><definedName name="Area" localSheetId="3">'A &amp; B'!$A$1</definedName></definedNames>
            """).Set(Rels, RawWorkbook.Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId4", "chartsheet", "c.xml"),
                ("rId5", "worksheet", "b.xml"), ("rId6", "worksheet", "c.xml")));
        using var workbook = Reading.Open(book.ToArray());
        workbook.Sheets.Select(sheet => (sheet.Name, sheet.IsHidden, sheet.Index))
            .Should().Equal(("Users", false, 0), ("A & B", true, 3), ("Secret", true, 4));
        workbook.DefinedNames.Should().Equal(new DefinedName("Mark", "\"v1\"", null), new DefinedName("Area", "'A & B'!$A$1", 3));
    }

    private static void AllParts(RawWorkbook book, Func<string, string> change, Encoding? encoding = null)
    {
        foreach (var part in new[] { Sheet, "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", Rels, "_rels/.rels", "[Content_Types].xml" })
        {
            var text = change(book.Get(part));
            book.Set(part, (encoding?.GetPreamble() ?? []).Concat((encoding ?? new UTF8Encoding(false)).GetBytes(text)).ToArray());
        }
    }
}
