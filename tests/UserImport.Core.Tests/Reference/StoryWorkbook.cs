using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Tests.Reference;

/// <summary>One cell of a story's sheet, as its XML in the sheet says it: type, format and value.</summary>
public sealed record StoryCell(string Type, string Value, int Style = 0)
{
    public static StoryCell Text(string text) => new("inlineStr", text);

    public static StoryCell Number(string value) => new("n", value);

    public static StoryCell Date(string serial) => new("n", serial, 2);

    public static StoryCell Flag(bool value) => new("b", value ? "1" : "0");

    public static StoryCell Error(string value) => new("e", value);

    /// <summary>A shared string that does not exist.</summary>
    public static StoryCell Damaged { get; } = new("s", "99");

    /// <summary>A formula without a stored result.</summary>
    public static StoryCell Formula { get; } = new("formula", "");
}

/// <summary>Writes the smallest workbook that holds a story's sheet: blank cells are null, the first row is row 1.</summary>
internal static class StoryWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static MemoryStream Write(IReadOnlyList<IReadOnlyList<StoryCell?>> rows)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
                """);
            Part(zip, "_rels/.rels", $"""
                <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """);
            Part(zip, "xl/workbook.xml", $"""
                <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>
                """);
            Part(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """);
            Part(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            Part(zip, "xl/worksheets/sheet1.xml", Sheet(rows));
        }
        stream.Position = 0;
        return stream;
    }

    private static string Sheet(IReadOnlyList<IReadOnlyList<StoryCell?>> rows)
    {
        var xml = new StringBuilder($"<worksheet xmlns=\"{Main}\"><sheetData>");
        for (var row = 0; row < rows.Count; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Count; column++)
                if (rows[row][column] is { } cell)
                    xml.Append(Cell((char)('A' + column) + (row + 1).ToString(CultureInfo.InvariantCulture), cell));
            xml.Append("</row>");
        }
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(string address, StoryCell cell) => cell.Type switch
    {
        "inlineStr" => $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(cell.Value)}</t></is></c>",
        "formula" => $"<c r=\"{address}\"><f>1+1</f></c>",
        _ => $"<c r=\"{address}\" s=\"{cell.Style}\" t=\"{cell.Type}\"><v>{SecurityElement.Escape(cell.Value)}</v></c>",
    };

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }
}
