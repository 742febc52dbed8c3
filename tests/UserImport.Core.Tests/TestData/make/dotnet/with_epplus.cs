#!/usr/bin/env dotnet
#:package EPPlus@4.5.3.3
#:property PublishAot=false
#:include Content.cs
using System.Drawing;
using System.Text.Json;
using OfficeOpenXml;
using OfficeOpenXml.Style;

var output = args[0];
Save("epplus-users.xlsx");
Save("epplus-password.xlsx", password: "geheim");
Save("epplus-macros.xlsm", macros: true);
Faults();

void Save(string name, string? password = null, bool macros = false)
{
    using var package = new ExcelPackage();
    var sheet = package.Workbook.Worksheets.Add("Users");
    foreach (var (row, cells) in Content.English())
        for (var column = 1; column <= cells.Length; column++)
            Put(sheet.Cells[row, column], cells[column - 1]);
    sheet.Row(1).Style.Font.Bold = true;
    foreach (var row in Content.BlankStyledRows())
    {
        sheet.Cells[row, 1, row, 14].Style.Fill.PatternType = ExcelFillStyle.Solid;
        sheet.Cells[row, 1, row, 14].Style.Fill.BackgroundColor.SetColor(Color.LightGray);
    }
    package.Workbook.Calculate();
    if (macros)
    {
        package.Workbook.CreateVBAProject();
        package.Workbook.CodeModule.Code = "Private Sub Workbook_Open()\r\nEnd Sub\r\n";
    }
    package.SaveAs(new FileInfo(Path.Combine(output, name)), password);
}

// An empty result, which EPPlus writes as t="str" without a value; a formula never calculated; a date; an error.
void Faults()
{
    using var package = new ExcelPackage();
    var sheet = package.Workbook.Worksheets.Add("Users");
    foreach (var (row, cells) in Content.English().Take(5))
        for (var column = 1; column <= cells.Length; column++)
            Put(sheet.Cells[row, column], cells[column - 1]);
    sheet.Cells["C3"].Formula = "IF(1=1,\"\",\"van\")";
    sheet.Cells["C3"].Calculate();
    sheet.Cells["E4"].Formula = "LOWER(\"X@noordzee.example\")";
    sheet.Cells["D5"].Value = new DateTime(2026, 3, 1);
    sheet.Cells["D5"].Style.Numberformat.Format = "yyyy-mm-dd";
    sheet.Cells["F5"].Formula = "NA()";
    sheet.Cells["F5"].Calculate();
    package.SaveAs(new FileInfo(Path.Combine(output, "epplus-faults.xlsx")));
}

static void Put(ExcelRange target, JsonElement cell)
{
    if (cell.ValueKind == JsonValueKind.String)
    {
        target.Value = cell.GetString();
        target.Style.Numberformat.Format = "@";
    }
    else if (cell.Has("number", out var number))
    {
        target.Value = number.GetDouble();
        if (cell.Has("format", out var format))
            target.Style.Numberformat.Format = format.GetString();
    }
    else if (cell.Has("boolean", out var boolean))
        target.Value = boolean.GetBoolean();
    else if (cell.Has("runs", out var runs))
    {
        target.RichText.Add(runs[0].GetString());
        target.RichText.Add(runs[1].GetString()).Bold = true;
    }
    else if (cell.Has("formula", out var formula) && cell.GetProperty("result").ToString() != "")  // an empty result: see Faults
        target.Formula = formula.GetString();
}
