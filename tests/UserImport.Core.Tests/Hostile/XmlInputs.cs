using System.Text;
using System.Text.RegularExpressions;
using UserImport.Tests.Spreadsheets;
using static UserImport.Tests.Hostile.BadInput;

namespace UserImport.Tests.Hostile;

/// <summary>Sheets whose XML is not well formed, or well formed and meant to hurt.</summary>
internal static partial class XmlInputs
{
    private const string Damaged = "workbook.damaged";
    private const string TooDeep = "workbook.tooLarge XmlDepth";

    // The kinds of tokens that an XmlReader keeps in memory as a whole: refused before they fill it.
    private const int Endless = 6_000_000;
    private const long TokenBytes = 56 << 20;

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Head("a document type", "<!DOCTYPE worksheet>"),
        Head("a document type that reads a file", "<!DOCTYPE worksheet [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"),
        Head("a document type that asks a web server", "<!DOCTYPE worksheet SYSTEM \"http://127.0.0.1:9/x.dtd\">"),
        Head("a billion laughs", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"),
        Third("an entity that nobody defined", "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>&boom;</v></c></row>"),
        Third("an ampersand alone", "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>R&D</v></c></row>"),
        Third("the end of a CDATA section that never began", "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>a]]>b</v></c></row>"),
        Third("tags that cross", "<row r=\"3\"><c r=\"A3\"><v>1</c></v></row>"),
        Third("an end tag without a start tag", "</row>"),
        Third("a start tag without an end tag", "<row r=\"3\">"),
        Third("an attribute without quotes", "<row r=3></row>"),
        Third("an attribute twice", "<row r=\"3\" r=\"4\"></row>"),
        Third("an attribute without a value", "<row r></row>"),
        Third("attributes without a space between them", "<row r=\"3\"s=\"1\"></row>"),
        Third("a < in an attribute", "<row r=\"3\" x=\"<\"></row>"),
        Third("an attribute of a prefix that nobody declared", "<row r=\"3\" y:dy=\"1\"></row>"),
        Third("an element of a prefix that nobody declared", "<y:row r=\"3\"/>"),
        Third("a name that begins with a digit", "<3row/>"),
        Third("a comment without end", "<!-- "),
        Third("two dashes in a comment", "<!-- a -- b -->"),
        Third("a CDATA section without end", "<row r=\"3\"><c r=\"A3\" t=\"str\"><v><![CDATA[x</v></c></row>"),
        Third("a declaration in the middle", "<?xml version=\"1.0\"?>"),
        Third("an instruction without end", "<?x "),
        Change("two roots", sheet => sheet + "<worksheet/>"),
        Change("text behind the root", sheet => sheet + "x"),
        Change("zeros behind the root", sheet => sheet + new string('\0', 100)),
        Change("a sheet without its last tag", sheet => sheet.Replace("</worksheet>", "", StringComparison.Ordinal)),
        Change("a sheet without the end of its rows", sheet => sheet.Replace("</sheetData></worksheet>", "", StringComparison.Ordinal)),
        Change("a sheet that ends in the middle of a cell", sheet => sheet[..(sheet.IndexOf("D3", StringComparison.Ordinal) + 30)]),
        Change("a sheet that is only a declaration", _ => "<?xml version=\"1.0\"?>"),
        Change("a sheet of nothing", _ => ""),
        Change("a sheet of blanks", _ => new string(' ', 1_000)),
        Change("a sheet in an encoding of Windows", sheet => sheet.Replace("encoding=\"UTF-8\"", "encoding=\"windows-1252\"", StringComparison.Ordinal)),
        Change("a sheet that is a chart", sheet => sheet.Replace("worksheet", "chartsheet", StringComparison.Ordinal)),
        Change("a sheet of nobody's namespace", sheet => sheet.Replace(RawWorkbook.Main, "urn:x", StringComparison.Ordinal)),
        Change("rows in two places", sheet => sheet.Replace("</sheetData>", "</sheetData><sheetData/>", StringComparison.Ordinal)),
        Of("rows in a comment, behind a prefix of forty letters", () => Prefixed(UsersSheet.Good(), UsersSheet.Sheet, $"<sheetData>{UsersSheet.Row(9)}", "row")),
        Of("a shared string in a comment, behind a prefix of forty letters", () => Prefixed(UsersSheet.Cell('C', "t=\"s\"", "<v>0</v>", "<t>C3</t>"), UsersSheet.Strings, "<sst><si><t>no</t></si>", "si")),
        Of("rows in a comment of UTF-16 that are UTF-8", () => Recoded(UsersSheet.Good(), UsersSheet.Sheet, $"<sheetData>{UsersSheet.Row(9)}", "row")),
        Of("a shared string in a comment of UTF-16 that is UTF-8", () => Recoded(UsersSheet.Cell('C', "t=\"s\"", "<v>0</v>", "<t>C3</t>"), UsersSheet.Strings, "<sst><si><t>no</t></si>", "si")),
        Third("elements nested 65 deep", Nested(63), TooDeep),
        Third("elements nested 100,000 deep", Nested(100_000), TooDeep) with { Inflated = 1 << 20 },
        Third("elements nested deep in a cell", $"<row r=\"3\"><c r=\"A3\"><f>{Nested(80)}</f></c></row>", TooDeep),
        Long("a comment without measure", $"<!--{new string('k', Endless)}-->"),
        Long("an attribute without measure", $"<row r=\"3\" x=\"{new string('k', Endless)}\"/>"),
        Long("an attribute of three million characters", $"<row r=\"3\" x=\"{new string('k', 3_000_000)}\"/>"),
        Long("a name without measure", $"<{new string('k', Endless)}/>"),
        Long("an instruction without measure", $"<?x {new string('k', Endless)}?>"),
        Long("attributes without number", $"<row r=\"3\" {string.Concat(Enumerable.Range(0, 600_000).Select(i => $"a{i}=\"\" "))}/>"),
    ];

    private static BadInput Head(string name, string documentType) =>
        Of(name, () => UsersSheet.Good().Change(UsersSheet.Sheet, "<worksheet", documentType + "<worksheet"), Damaged);

    private static BadInput Third(string name, string third, string outcome = Damaged) => Of(name, () => UsersSheet.Of(third), outcome);

    private static BadInput Change(string name, Func<string, string> change) =>
        Of(name, () => UsersSheet.Good().Change(UsersSheet.Sheet, change), Damaged);

    private static BadInput Long(string name, string third) => Third(name, third) with { Inflated = 2 * Endless, Allocated = TokenBytes };

    // Every element of a part with a prefix, and a comment before the first of a name: no tokenizer may take it for what it looks like.
    private static RawWorkbook Prefixed(RawWorkbook book, string part, string comment, string before)
    {
        var prefix = new string('p', 40);
        return book.Change(part, xml =>
        {
            xml = StartOfTag().Replace(xml, $"$0{prefix}:").Replace("xmlns=", $"xmlns:{prefix}=", StringComparison.Ordinal);
            return xml.Insert(xml.IndexOf($"<{prefix}:{before}", StringComparison.Ordinal), $"<!--{comment}-->");
        });
    }

    // A part in UTF-16 with a comment whose bytes are the given text in ASCII.
    private static RawWorkbook Recoded(RawWorkbook book, string part, string comment, string before)
    {
        var xml = book.Get(part).Replace("UTF-8", "UTF-16", StringComparison.Ordinal);
        var at = xml.IndexOf($"<{before}", StringComparison.Ordinal);
        return book.Set(part, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml[..at] + "<!--"), .. Encoding.ASCII.GetBytes(comment.PadRight((comment.Length + 1) & ~1)),
            .. Encoding.Unicode.GetBytes("-->" + xml[at..])]);
    }

    [GeneratedRegex("</?(?=[a-z])")]
    private static partial Regex StartOfTag();

    private static string Nested(int depth) =>
        $"<extLst>{string.Concat(Enumerable.Repeat("<x>", depth))}{string.Concat(Enumerable.Repeat("</x>", depth))}</extLst>";
}
