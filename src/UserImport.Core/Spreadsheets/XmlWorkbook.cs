using System.Globalization;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Packaging;
using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets;

/// <summary>Reads the workbook part: its sheets and defined names.</summary>
internal sealed class XmlWorkbook
{
    public List<WorkbookSheet> Sheets { get; } = [];
    public List<DefinedName> DefinedNames { get; } = [];

    /// <summary>Reads the whole part; the caller disposes the stream.</summary>
    public static XmlWorkbook Read(Stream part, Relationships relationships, ImportLimits limits, NodeBudget effort)
    {
        using var xml = new XmlPart(part, limits, effort);
        var read = new XmlWorkbook();
        xml.MoveToRoot();
        if (!xml.Is("workbook")) throw new WorkbookRefusedException("workbook.notExcel");
        while (xml.NextChild(0))
        {
            if (xml.Is("sheets")) read.ReadSheets(xml, relationships);
            else if (xml.Is("definedNames")) read.ReadNames(xml, limits);
            else xml.Skip();
        }
        xml.ReadToEnd();
        return read;
    }

    private void ReadSheets(XmlPart xml, Relationships relationships)
    {
        var depth = xml.Depth;
        var index = 0;
        while (xml.NextChild(depth))
        {
            if (xml.Is("sheet"))
            {
                var id = xml.RelationshipId();
                var part = relationships.PartOfId(id, "worksheet", out var isWorksheet);
                var isHidden = xml.Attribute("state") is "hidden" or "veryHidden";
                // Excel lists the modules of its first macro language as sheets with an empty id.
                if (isWorksheet && id is not "") Sheets.Add(new WorkbookSheet(xml.Attribute("name") ?? "", isHidden, index, part));
                index++;
            }
            xml.Skip();
        }
    }

    private void ReadNames(XmlPart xml, ImportLimits limits)
    {
        var text = new CharBuffer(limits);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("definedName"))
            {
                var name = xml.Attribute("name") ?? "";
                int? sheet = int.TryParse(xml.Attribute("localSheetId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id : null;
                text.Clear();
                xml.ReadText(text);
                DefinedNames.Add(new DefinedName(name, text.Span.ToString(), sheet));
            }
            else xml.Skip();
        }
    }
}
