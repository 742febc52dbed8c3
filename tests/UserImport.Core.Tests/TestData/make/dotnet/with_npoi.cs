#!/usr/bin/env dotnet
#:package NPOI@2.4.1
#:property PublishAot=false
#:include Content.cs
using System.Text.Json;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;
using NPOI.XSSF.UserModel;

var output = args[0];
var book = new XSSFWorkbook();
Write(book, book, "npoi-users.xlsx");
Write(new HSSFWorkbook(), null, "npoi-users.xls");

void Write(IWorkbook target, XSSFWorkbook? xssf, string name)
{
    var sheet = target.CreateSheet("Users");
    var text = Style(target, "@");
    var wrapped = Style(target, "@");
    wrapped.WrapText = true;
    foreach (var (row, cells) in Content.English())
    {
        var line = sheet.CreateRow(row - 1);
        for (var column = 0; column < cells.Length; column++)
            if (cells[column].ValueKind != JsonValueKind.Null)
                Put(target, line.CreateCell(column), cells[column], text, wrapped);
    }
    var grey = target.CreateCellStyle();
    grey.FillForegroundColor = IndexedColors.Grey25Percent.Index;
    grey.FillPattern = FillPattern.SolidForeground;
    foreach (var row in Content.BlankStyledRows())
    {
        var line = sheet.CreateRow(row - 1);
        for (var column = 0; column < 14; column++)
            line.CreateCell(column).CellStyle = grey;
    }
    if (ReferenceEquals(target, xssf))
        XSSFFormulaEvaluator.EvaluateAllFormulaCells(xssf);
    using var file = File.Create(Path.Combine(output, name));
    target.Write(file);
}

static ICellStyle Style(IWorkbook book, string format)
{
    var style = book.CreateCellStyle();
    style.DataFormat = book.CreateDataFormat().GetFormat(format);
    return style;
}

static void Put(IWorkbook book, ICell target, JsonElement cell, ICellStyle text, ICellStyle wrapped)
{
    if (cell.ValueKind == JsonValueKind.String)
    {
        target.SetCellValue(cell.GetString());
        target.CellStyle = cell.GetString()!.Contains('\n') ? wrapped : text;
    }
    else if (cell.Has("number", out var number))
    {
        target.SetCellValue(number.GetDouble());
        if (cell.Has("format", out var format))
            target.CellStyle = Style(book, format.GetString()!);
    }
    else if (cell.Has("boolean", out var boolean))
        target.SetCellValue(boolean.GetBoolean());
    else if (cell.Has("runs", out var runs))
    {
        var (first, second) = (runs[0].GetString()!, runs[1].GetString()!);
        var bold = book.CreateFont();
        bold.IsBold = true;
        var value = book.GetCreationHelper().CreateRichTextString(first + second);
        value.ApplyFont(first.Length, first.Length + second.Length, bold);
        target.SetCellValue(value);
    }
    else if (cell.Has("formula", out var formula) && book is XSSFWorkbook)
        target.CellFormula = formula.GetString();
    else if (cell.Has("result", out var result))  // .xls takes the plain value
    {
        if (result.ValueKind == JsonValueKind.Number)
            target.SetCellValue(result.GetDouble());
        else
            target.SetCellValue(result.GetString());
    }
}
