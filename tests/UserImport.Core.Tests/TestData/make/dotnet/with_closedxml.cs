#!/usr/bin/env dotnet
#:package ClosedXML@0.95.4
#:property PublishAot=false
#:include Content.cs
using System.Text.Json;
using ClosedXML.Excel;

var output = args[0];
using (var book = new XLWorkbook())
{
    Fill(book.AddWorksheet("Users"));
    book.SaveAs(Path.Combine(output, "closedxml-users.xlsx"), new SaveOptions { EvaluateFormulasBeforeSaving = true });
}

using (var book = new XLWorkbook())
{
    var sheet = book.AddWorksheet("Users");
    Fill(sheet);
    sheet.Range("A1:N14").CreateTable("Users");
    sheet.Range("J2:K100").SetDataValidation().List("\"x\"", true);
    sheet.Cell("A2").Comment.AddText("Voorloopnullen laten staan");
    book.SaveAs(Path.Combine(output, "closedxml-table.xlsx"), new SaveOptions { EvaluateFormulasBeforeSaving = true });
}

static void Fill(IXLWorksheet sheet)
{
    foreach (var (row, cells) in Content.English())
        for (var column = 1; column <= cells.Length; column++)
            Put(sheet.Cell(row, column), cells[column - 1]);
    sheet.Row(1).CellsUsed().Style.Font.Bold = true;
    foreach (var row in Content.BlankStyledRows())
        sheet.Range(row, 1, row, 14).Style.Fill.BackgroundColor = XLColor.FromHtml("#EEEEEE");
}

static void Put(IXLCell target, JsonElement cell)
{
    if (cell.ValueKind == JsonValueKind.String)
    {
        target.Style.NumberFormat.Format = "@";
        target.SetValue(cell.GetString());
    }
    else if (cell.Has("number", out var number))
    {
        target.SetValue(number.GetDouble());
        if (cell.Has("format", out var format))
            target.Style.NumberFormat.Format = format.GetString();
    }
    else if (cell.Has("boolean", out var boolean))
        target.SetValue(boolean.GetBoolean());
    else if (cell.Has("runs", out var runs))
    {
        target.RichText.AddText(runs[0].GetString());
        target.RichText.AddText(runs[1].GetString()).SetBold();
    }
    else if (cell.Has("formula", out var formula))
        target.FormulaA1 = formula.GetString();
}
