using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using UserImport.Benchmarks.Workloads;
using UserImport.Changes;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Benchmarks.Readers;

/// <summary>Microsoft's SDK, in the two ways that its documentation shows.</summary>
internal static class OpenXmlSdk
{
    /// <summary>Element by element, with <see cref="OpenXmlReader"/>.</summary>
    public static CellSum ReadElements(Upload upload)
    {
        using var document = SpreadsheetDocument.Open(upload.Open(), isEditable: false);
        var texts = new List<string>();
        if (document.WorkbookPart!.SharedStringTablePart is { } strings)
        {
            using var items = OpenXmlReader.Create(strings);
            while (items.Read())
                if (items.ElementType == typeof(SharedStringItem) && items.IsStartElement)
                    texts.Add(items.LoadCurrentElement()!.InnerText);
        }
        var sum = upload.NewSum();
        var place = new CellPlaces();
        using var reader = OpenXmlReader.Create(SheetOf(document, upload));
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row))
                place.BeginRow(uint.TryParse(reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == "r").Value, out var number) ? number : null);
            else if (reader.ElementType == typeof(Cell))
                Add(ref sum, ref place, upload, (Cell)reader.LoadCurrentElement()!, texts);
        }
        return sum;
    }

    /// <summary>The whole sheet as a tree of objects.</summary>
    public static CellSum ReadTree(Upload upload)
    {
        using var document = SpreadsheetDocument.Open(upload.Open(), isEditable: false);
        var texts = document.WorkbookPart!.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        var sum = upload.NewSum();
        var place = new CellPlaces();
        foreach (var row in SheetOf(document, upload).Worksheet!.GetFirstChild<SheetData>()!.Elements<Row>())
        {
            place.BeginRow(row.RowIndex?.Value);
            foreach (var cell in row.Elements<Cell>()) Add(ref sum, ref place, upload, cell, texts);
        }
        return sum;
    }

    private static void Add(ref CellSum sum, ref CellPlaces place, Upload upload, Cell cell, List<string> texts)
    {
        place.MoveTo(cell.CellReference?.Value);
        if (place.Row > upload.HeaderRow) sum.Add(upload.ColumnAt(place.Column), TextOf(cell, texts));
    }

    private static string TextOf(Cell cell, List<string> texts)
    {
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString) return texts[int.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)];
        if (type == CellValues.InlineString) return cell.InlineString!.InnerText;
        var value = cell.CellValue?.Text ?? "";
        return type == CellValues.Boolean ? value == "1" ? "TRUE" : "FALSE" : value;
    }

    private static WorksheetPart SheetOf(SpreadsheetDocument document, Upload upload)
    {
        var sheet = document.WorkbookPart!.Workbook!.Descendants<Sheet>().First(sheet => sheet.Name == upload.SheetName);
        return (WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!);
    }
}
