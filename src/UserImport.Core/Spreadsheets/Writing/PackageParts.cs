using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Changes;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Packaging;
using DefinedNameElement = DocumentFormat.OpenXml.Spreadsheet.DefinedName;

namespace UserImport.Spreadsheets.Writing;

/// <summary>The small parts of a workbook's package, in a form that never varies: fixed identifiers and no dates.</summary>
internal static class PackageParts
{
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string ExtendedProperties = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string OfficeType = "application/vnd.openxmlformats-officedocument.";
    private const string SpreadsheetType = OfficeType + "spreadsheetml.";
    private const string Producer = "UserImport.Core";

    public static string SheetPath(int index) => FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml");

    public static void WriteContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", ContentTypes);
        WriteType("Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType("Default", "Extension", "xml", "application/xml");
        WriteType("Override", "PartName", "/xl/workbook.xml", SpreadsheetType + "sheet.main+xml");
        for (var i = 0; i < sheets; i++)
            WriteType("Override", "PartName", "/" + SheetPath(i), SpreadsheetType + "worksheet+xml");
        WriteType("Override", "PartName", "/xl/styles.xml", SpreadsheetType + "styles+xml");
        WriteType("Override", "PartName", "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        WriteType("Override", "PartName", "/docProps/app.xml", OfficeType + "extended-properties+xml");
        xml.WriteEndElement();

        void WriteType(string element, string attribute, string of, string type)
        {
            xml.WriteStartElement(element, ContentTypes);
            xml.WriteAttributeString(attribute, of);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    public static void WritePackageRelationships(XmlWriter xml) => WriteRelationships(xml,
        (PlainNamespaceWriter.Relationships + "/officeDocument", "xl/workbook.xml"),
        ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        (PlainNamespaceWriter.Relationships + "/extended-properties", "docProps/app.xml"));

    public static void WriteWorkbookRelationships(XmlWriter xml, int sheets) => WriteRelationships(xml,
        [.. Enumerable.Range(0, sheets).Select(i => (PlainNamespaceWriter.Relationships + "/worksheet", SheetPath(i)["xl/".Length..])),
         (PlainNamespaceWriter.Relationships + "/styles", "styles.xml")]);

    public static void WriteCoreProperties(XmlWriter xml, WorkbookDescription workbook)
    {
        xml.WriteStartElement("cp", "coreProperties", CoreProperties);
        xml.WriteElementString("dc", "title", DublinCore, workbook.Title);
        xml.WriteElementString("dc", "creator", DublinCore, Producer);
        xml.WriteElementString("dc", "language", DublinCore, workbook.Language);
        xml.WriteEndElement();
    }

    public static void WriteExtendedProperties(XmlWriter xml)
    {
        xml.WriteStartElement("Properties", ExtendedProperties);
        xml.WriteElementString("Application", ExtendedProperties, Producer);
        xml.WriteEndElement();
    }

    public static void WriteWorkbook(XmlWriter xml, WorkbookDescription workbook)
    {
        xml.WriteStartElement("workbook", PlainNamespaceWriter.Spreadsheet);
        xml.WriteAttributeString("xmlns", "r", null, PlainNamespaceWriter.Relationships);
        new BookViews(new WorkbookView()).WriteTo(xml);
        var sheets = workbook.Sheets.Select((sheet, i) => new Sheet
        {
            Name = sheet.Name,
            SheetId = (uint)i + 1,
            Id = RelationshipId(i),
            State = sheet.IsHidden ? SheetStateValues.Hidden : null,
        });
        new Sheets(sheets).WriteTo(xml);
        var names = workbook.Names.OrderBy(name => name.Name, StringComparer.OrdinalIgnoreCase).ThenBy(name => name.Sheet ?? -1);
        new DefinedNames(names.Select(name => new DefinedNameElement(name.Formula)
        {
            Name = name.Name,
            LocalSheetId = name.Sheet is { } sheet ? (uint)sheet : null,
        })).WriteTo(xml);
        xml.WriteEndElement();
    }

    private static void WriteRelationships(XmlWriter xml, params ReadOnlySpan<(string Type, string Target)> relationships)
    {
        xml.WriteStartElement("Relationships", PackageRelationships);
        for (var i = 0; i < relationships.Length; i++)
        {
            xml.WriteStartElement("Relationship", PackageRelationships);
            xml.WriteAttributeString("Id", RelationshipId(i));
            xml.WriteAttributeString("Type", relationships[i].Type);
            xml.WriteAttributeString("Target", relationships[i].Target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string RelationshipId(int index) => FormattableString.Invariant($"rId{index + 1}");
}
