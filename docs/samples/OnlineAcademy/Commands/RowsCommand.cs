using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using UserImport;
using UserImport.Rows;

namespace OnlineAcademy.Commands;

/// <summary>Prints what is read from workbooks, before anything is judged against the academy.</summary>
internal sealed class RowsCommand : Command
{
    public override CommandSyntax Syntax { get; } = new("rows",
        "Prints what is read from workbooks, a JSON object a row; of a refused file, why.", ["FILE.xlsx…"]);

    public override async Task<ExitStatus> RunAsync(
        Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        foreach (var path in arguments.Operands) await Files.Read(path).DisposeAsync();
        var status = ExitStatus.Done;
        foreach (var path in arguments.Operands)
        {
            await using var file = Files.Read(path);
            var (lines, refused) = Read(path, file, cancellationToken);
            foreach (var line in lines) await terminal.JsonAsync(line);
            if (refused) status = ExitStatus.Refused;
        }
        return status;
    }

    // Damage at the end of a file is found at its end, and makes every row before it void: so collect first.
    private static (List<JsonObject> Lines, bool Refused) Read(string path, Stream file, CancellationToken cancellationToken)
    {
        using var sheet = new RowParser(Options.Create(new UserImportOptions())).Parse(file, null, cancellationToken);
        var lines = new List<JsonObject>();
        foreach (var row in sheet.Rows)
        {
            var cells = new JsonObject();
            foreach (var column in sheet.Columns) cells[column.Key] = row[column];
            lines.Add(new JsonObject
            {
                ["file"] = path,
                ["row"] = row.Number,
                ["cells"] = cells,
                ["issues"] = new JsonArray([.. row.Issues.Select(issue =>
                    (JsonNode)new JsonObject { ["column"] = issue.Column, ["code"] = issue.Code })]),
            });
        }
        return sheet.Refusal is not { } refusal ? (lines, false)
            : ([new JsonObject { ["file"] = path, ["refused"] = refusal.Code }], true);
    }
}
