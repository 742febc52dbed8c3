#!/usr/bin/env dotnet
#:package MiniExcel@1.46.0
#:property PublishAot=false
#:include Content.cs
using System.Text.Json;
using MiniExcelLibs;

// MiniExcel has neither rich text nor formulas: it takes the plain value. 00104 is a text here.
var content = Content.English().ToArray();
var headers = content[0].Cells.Select(cell => cell.GetString()!).ToArray();
var rows = new List<Dictionary<string, object?>>();
foreach (var (row, cells) in content.Skip(1))
{
    while (rows.Count < row - 2)
        rows.Add(headers.ToDictionary(header => header, _ => (object?)null));
    rows.Add(headers.Zip(cells).ToDictionary(pair => pair.First, pair => Plain(pair.Second)));
}
MiniExcel.SaveAs(Path.Combine(args[0], "miniexcel-users.xlsx"), rows, sheetName: "Users", overwriteFile: true);

static object? Plain(JsonElement cell)
{
    if (cell.Has("format", out _))
        return cell.GetProperty("number").GetDouble().ToString(cell.GetProperty("format").GetString());
    if (cell.Has("number", out var value) || cell.Has("boolean", out value) || cell.Has("result", out value))
        return Plain(value);
    if (cell.Has("runs", out var runs))
        return string.Concat(runs.EnumerateArray().Select(run => run.GetString()));
    return cell.ValueKind switch
    {
        JsonValueKind.String => cell.GetString(),
        JsonValueKind.Number => cell.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
