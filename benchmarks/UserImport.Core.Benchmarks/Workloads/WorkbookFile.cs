using System.IO.Compression;
using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Benchmarks.Workloads;

/// <summary>Writes workbooks as bytes: nothing writes the same rows faster, so it is what the export is compared with.</summary>
internal static class WorkbookFile
{
    public const string SheetPart = "xl/worksheets/sheet1.xml";
    public const string StringsPart = "xl/sharedStrings.xml";

    private const int LeadingUsers = 2;

    /// <summary>Writes a workbook with a header row; the stream stays open.</summary>
    /// <param name="target">Where it goes.</param>
    /// <param name="rows">Fourteen cells a row.</param>
    /// <param name="layout">How cells are spelled.</param>
    /// <param name="blankRows">How many formatted rows without a value stand behind the first two rows.</param>
    public static void Write(Stream target, IEnumerable<string[]> rows, WorkbookLayout layout, int blankRows = 0)
    {
        using var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var shared = new SharedTexts();
        Add(archive, "[Content_Types].xml", sink => sink.Raw(PackageXml.ContentTypes));
        Add(archive, "_rels/.rels", sink => sink.Raw(PackageXml.Relationships));
        Add(archive, "xl/workbook.xml", sink => sink.Raw(PackageXml.Workbook));
        Add(archive, "xl/_rels/workbook.xml.rels", sink => sink.Raw(PackageXml.WorkbookRelationships));
        Add(archive, "xl/styles.xml", sink => sink.Raw(PackageXml.Styles));
        Add(archive, SheetPart, sink => WriteRows(new SheetXml(sink, layout, shared), rows, blankRows));
        Add(archive, StringsPart, shared.Write);
    }

    private static void WriteRows(SheetXml sheet, IEnumerable<string[]> rows, int blankRows)
    {
        sheet.Begin();
        sheet.Row([.. UserColumns.All.Select(column => column.Header())], isHeader: true);
        var written = 0;
        foreach (var row in rows)
        {
            if (written++ == LeadingUsers)
                for (var i = 0; i < blankRows; i++) sheet.BlankRow();
            sheet.Row(row);
        }
        sheet.End();
    }

    private static void Add(ZipArchive archive, string name, Action<Utf8Sink> write)
    {
        using var part = archive.CreateEntry(name).Open();
        var sink = new Utf8Sink(part);
        write(sink);
        sink.Flush();
    }
}
