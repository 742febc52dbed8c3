#!/usr/bin/env dotnet
#:package DocumentFormat.OpenXml@3.3.0
#:property PublishAot=false
#:include Content.cs
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

var output = args[0];
Save("open-xml-sdk-users.xlsx", bare: false);
Save("open-xml-sdk-bare-users.xlsx", bare: true);

// Bare: inline strings, and neither rows nor cells say where they stand; the order alone does.
void Save(string name, bool bare)
{
    using var document = SpreadsheetDocument.Create(Path.Combine(output, name), SpreadsheetDocumentType.Workbook);
    var workbook = document.AddWorkbookPart();
    workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
    var sheet = workbook.AddNewPart<WorksheetPart>();
    var strings = bare ? null : workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();

    var data = new SheetData();
    var next = 1;
    foreach (var (row, cells) in Content.English())
    {
        for (; bare && next < row; next++)
            data.Append(new Row());
        var line = data.AppendChild(bare ? new Row() : new Row { RowIndex = (uint)row });
        for (var column = 0; column < cells.Length; column++)
            if (bare || cells[column].ValueKind != JsonValueKind.Null)
            {
                var cell = line.AppendChild(new Cell());
                if (!bare)
                    cell.CellReference = (char)('A' + column) + row.ToString();
                Put(cell, cells[column], strings);
            }
        next = row + 1;
    }
    foreach (var row in Content.BlankStyledRows())
        data.Append(new Row(Enumerable.Range(0, 14).Select(column =>
            bare ? new Cell { StyleIndex = 2 } : new Cell { CellReference = (char)('A' + column) + row.ToString(), StyleIndex = 2 })) { RowIndex = bare ? null! : (uint)row });
    sheet.Worksheet = new Worksheet(data);
    workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Users", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
}

static void Put(Cell target, JsonElement cell, SharedStringTable? strings)
{
    if (cell.ValueKind == JsonValueKind.String)
        PutText(target, [new Text(cell.GetString()!) { Space = SpaceProcessingModeValues.Preserve }], strings);
    else if (cell.Has("runs", out var runs))
        PutText(target, runs.EnumerateArray().Select(run => new Run(new Text(run.GetString()!))), strings);
    else if (cell.Has("boolean", out var boolean))
        (target.DataType, target.CellValue) = (CellValues.Boolean, new CellValue(boolean.GetBoolean()));
    else if (cell.Has("number", out var number))
    {
        target.CellValue = new CellValue(number.GetDouble());
        target.StyleIndex = cell.Has("format", out _) ? 1u : null!;
    }
    else if (cell.Has("formula", out var formula) && cell.Has("result", out var result))
    {
        target.CellFormula = new CellFormula(formula.GetString()!);
        target.CellValue = new CellValue(result.ToString());
        if (result.ValueKind == JsonValueKind.String)
            target.DataType = CellValues.String;
    }
}

static void PutText(Cell target, IEnumerable<OpenXmlElement> text, SharedStringTable? strings)
{
    if (strings is null)
    {
        target.DataType = CellValues.InlineString;
        target.InlineString = new InlineString(text);
        return;
    }
    target.DataType = CellValues.SharedString;
    target.CellValue = new CellValue(strings.ChildElements.Count);
    strings.Append(new SharedStringItem(text));
}

static Stylesheet Styles() => new(
    new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "00000" }),
    new Fonts(new Font()),
    new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
    new Borders(new Border()),
    new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }, new CellFormat { FillId = 1, ApplyFill = true }));
