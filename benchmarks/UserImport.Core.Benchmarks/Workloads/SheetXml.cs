namespace UserImport.Benchmarks.Workloads;

/// <summary>Writes a sheet the way Excel spells it.</summary>
internal sealed class SheetXml(Utf8Sink sink, WorkbookLayout layout, SharedTexts shared)
{
    private static readonly byte[][] Letters = [.. Enumerable.Range('A', Staff.Columns).Select(letter => new[] { (byte)letter })];

    // Numbers, emails and managers are a person's own; everything else repeats.
    private static readonly bool[] IsOwn = [.. Enumerable.Range(0, Staff.Columns).Select(column => column is 0 or 4 or 13)];

    private const int CostCenter = 8;

    private int _row;

    public void Begin() => sink.Raw("""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>
        """u8);

    public void End() => sink.Raw("""</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>"""u8).Flush();

    public void Row(ReadOnlySpan<string> cells, bool isHeader = false)
    {
        BeginRow();
        for (var i = 0; i < cells.Length; i++)
            if (cells[i].Length > 0)
                Cell(i, cells[i], layout is WorkbookLayout.Mixed && i == CostCenter && !isHeader);
        sink.Raw("</row>"u8);
    }

    public void BlankRow()
    {
        BeginRow();
        for (var i = 0; i < Staff.Columns; i++) sink.Raw("<c r=\""u8).Raw(Letters[i]).Number(_row).Raw("\" s=\"1\"/>"u8);
        sink.Raw("</row>"u8);
    }

    private void BeginRow() => sink.Raw("<row r=\""u8).Number(++_row).Raw("\" spans=\"1:14\">"u8);

    private void Cell(int column, string text, bool isNumber)
    {
        sink.Raw("<c r=\""u8).Raw(Letters[column]).Number(_row);
        if (isNumber) sink.Raw("\"><v>"u8).Text(text).Raw("</v></c>"u8);
        else if (layout is WorkbookLayout.Inline || (layout is WorkbookLayout.Mixed && IsOwn[column]))
            sink.Raw("\" t=\"inlineStr\"><is><t>"u8).Text(text).Raw("</t></is></c>"u8);
        else sink.Raw("\" t=\"s\"><v>"u8).Number(shared.IndexOf(text)).Raw("</v></c>"u8);
    }
}
