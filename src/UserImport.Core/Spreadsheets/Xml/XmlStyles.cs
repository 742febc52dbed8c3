using System.Globalization;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>Reads of the styles what the import needs: which cell formats show dates, and which pad with zeros (R2).</summary>
internal static class XmlStyles
{
    private const int NoDate = 0;

    /// <summary>Reads the whole part; the caller disposes the stream.</summary>
    public static NumberFormats Read(Stream part, ImportLimits limits, NodeBudget effort)
    {
        using var xml = new XmlPart(part, limits, effort);
        // Sorted: the file chooses the ids, and could choose them so that they all collide in a hash table.
        var codes = new SortedDictionary<int, sbyte>();
        var ids = new List<int>();
        xml.MoveToRoot();
        if (!xml.Is("styleSheet")) throw WorkbookRefusedException.Damaged("the styles are something else");
        while (xml.NextChild(0))
        {
            if (xml.Is("numFmts")) ReadCodes(xml, codes);
            else if (xml.Is("cellXfs")) ReadIds(xml, ids);
            else xml.Skip();
        }
        xml.ReadToEnd();
        var kinds = new sbyte[ids.Count];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = codes.TryGetValue(ids[i], out var kind) ? kind : FormatCode.OfBuiltIn(ids[i]);
        return new NumberFormats(kinds);
    }

    private static void ReadCodes(XmlPart xml, SortedDictionary<int, sbyte> codes)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("numFmt")) codes[Id(xml)] = FormatCode.Judge(xml.Attribute("formatCode"));
            xml.Skip();
        }
    }

    private static void ReadIds(XmlPart xml, List<int> ids)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Is("xf")) ids.Add(Id(xml));
            xml.Skip();
        }
    }

    private static int Id(XmlPart xml) =>
        int.TryParse(xml.Attribute("numFmtId"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : NoDate;
}
