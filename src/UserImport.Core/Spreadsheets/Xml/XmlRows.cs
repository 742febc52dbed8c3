using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>Reads rows with an <see cref="XmlPart"/>: slow, and at home in every legal spelling.</summary>
internal sealed class XmlRows(XmlPart xml, CellSink cells, ImportLimits limits, SheetDemand demand)
{
    private readonly XmlCells _cells = new(xml, cells, limits, demand.Characters);

    /// <summary>Moves to the next row that is wanted; false at the end of the element at that depth.</summary>
    public bool Read(SheetRow row, int depth)
    {
        while (xml.NextChild(depth, textAllowed: false))
        {
            if (!xml.Is("row"))
            {
                SkipUnknown(xml);
                continue;
            }
            var number = row.Number + 1;
            var r = xml.Attribute("r");
            if (r is not null && !CellAddress.TryParseNumber<char>(r, CellAddress.LastRow, out number)) number = 0;
            if (number is 0) throw WorkbookRefusedException.Damaged("a row has no valid number");
            row.Begin(number);
            _cells.Read(row, isNumbered: r is not null);
            if (row.Number > CellAddress.LastRow) throw WorkbookRefusedException.Damaged("a row beyond the last one");
            if (row.Count > 0 || demand.BlankRows) return true;
        }
        return false;
    }

    /// <summary>Skips an element of another program; one of spreadsheets that has no business here is damage.</summary>
    internal static void SkipUnknown(XmlPart xml)
    {
        if (Namespaces.IsMain(xml.Namespace) && xml.Name != "extLst")
            throw WorkbookRefusedException.Damaged("an element where it cannot be");
        xml.Skip();
    }
}
