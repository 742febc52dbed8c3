using System.Text;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Tests.Spreadsheets;

/// <summary>A workbook of raw parts; every part can be replaced, renamed, recoded or left out before it is written.</summary>
internal sealed class RawWorkbook
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    private readonly List<KeyValuePair<string, byte[]>> _parts = [];

    private RawWorkbook()
    {
    }

    /// <summary>What is done to the archive before it is written.</summary>
    public Action<RawZip, IReadOnlyDictionary<string, RawEntry>>? Zip { get; set; }

    /// <summary>A workbook with one sheet of these rows, each <c>&lt;row&gt;…&lt;/row&gt;</c>.</summary>
    public static byte[] WithSheet(string rows) => Of(rows).ToArray();

    /// <summary>The same, still to be changed. Styles: 1 is a date, 2 is 00000, 3 is text.</summary>
    public static RawWorkbook Of(string rows, params string[] sharedStrings)
    {
        var book = new RawWorkbook();
        book.Set("[Content_Types].xml", $"""
            {Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            </Types>
            """);
        book.Set("_rels/.rels", Relationships(("rId1", "officeDocument", "xl/workbook.xml")));
        book.Set("xl/workbook.xml", $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Users" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        book.Set("xl/_rels/workbook.xml.rels", Relationships(("rId1", "worksheet", "worksheets/sheet1.xml"),
            ("rId2", "styles", "styles.xml"), ("rId3", "sharedStrings", "sharedStrings.xml")));
        book.Set("xl/styles.xml", $"""
            {Declaration}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs></styleSheet>
            """);
        book.Set("xl/sharedStrings.xml", $"""
            {Declaration}<sst xmlns="{Main}">{string.Concat(sharedStrings.Select(text => $"<si>{text}</si>"))}</sst>
            """);
        book.Set("xl/worksheets/sheet1.xml", $"""{Declaration}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
        return book;
    }

    /// <summary>The XML of a relationships part; kinds without a slash are the transitional ones of documents.</summary>
    public static string Relationships(params (string Id, string Kind, string Target)[] all)
    {
        var list = string.Concat(all.Select(one =>
            $"""<Relationship Id="{one.Id}" Type="{(one.Kind.Contains('/', StringComparison.Ordinal) ? one.Kind : $"{Relations}/{one.Kind}")}" Target="{one.Target}"/>"""));
        return $"""{Declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{list}</Relationships>""";
    }

    public RawWorkbook Set(string part, string xml) => Set(part, new UTF8Encoding(false).GetBytes(xml));

    public RawWorkbook Set(string part, byte[] content)
    {
        var at = _parts.FindIndex(one => one.Key == part);
        if (at < 0) _parts.Add(new(part, content));
        else _parts[at] = new(part, content);
        return this;
    }

    public RawWorkbook Remove(string part)
    {
        _parts.RemoveAll(one => one.Key == part);
        return this;
    }

    public RawWorkbook Rename(string part, string name)
    {
        var content = Encoding.UTF8.GetBytes(Get(part));
        return Remove(part).Set(name, content);
    }

    public string Get(string part) => Encoding.UTF8.GetString(_parts.Find(one => one.Key == part).Value);

    public RawWorkbook Change(string part, Func<string, string> change) => Set(part, change(Get(part)));

    public RawWorkbook Change(string part, string old, string replacement) =>
        Change(part, text => text.Contains(old, StringComparison.Ordinal)
            ? text.Replace(old, replacement, StringComparison.Ordinal)
            : throw new InvalidOperationException($"{part} does not hold {old}"));

    public byte[] ToArray()
    {
        var zip = new RawZip();
        var entries = _parts.ToDictionary(part => part.Key, part => zip.Add(part.Key, part.Value));
        Zip?.Invoke(zip, entries);
        return zip.ToArray();
    }
}
