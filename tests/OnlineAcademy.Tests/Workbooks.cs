using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace OnlineAcademy.Tests;

/// <summary>Edits workbooks as a spreadsheet program would.</summary>
internal static class Workbooks
{
    /// <summary>Writes a text into one column of every row of users.</summary>
    public static void FillColumn(Stream workbook, string column, string text)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        foreach (var row in document.WorkbookPart!.WorksheetParts.First().Worksheet!.Descendants<Row>().Skip(1))
        {
            var address = column + row.RowIndex;
            foreach (var old in row.Elements<Cell>().Where(cell => cell.CellReference == address).ToList()) old.Remove();
            var next = row.Elements<Cell>().FirstOrDefault(cell => string.CompareOrdinal(cell.CellReference, address) > 0);
            var cell = new Cell { CellReference = address, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
            row.InsertBefore(cell, next);
        }
    }
}
