using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Planning;

namespace OnlineAcademy.Commands;

/// <summary>Tells the whole story in the terminal: export, template, upload, final check, import, check again.</summary>
internal sealed class DemoCommand : Command
{
    private Terminal _terminal = null!;

    public override CommandSyntax Syntax { get; } =
        new("demo", "Tells the whole story in the terminal, on a database of its own in a new folder.", []);

    public override async Task<ExitStatus> RunAsync(Arguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        _terminal = terminal;
        var folder = Directory.CreateTempSubdirectory("OnlineAcademy-").FullName;
        var database = arguments.Has("database") || arguments.Has("postgres")
            ? arguments.Database
            : arguments.Database with { File = Path.Combine(folder, "academy.db") };
        await using var academy = await Academy.OpenAsync(database, cancellationToken);
        await using var scope = academy.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<UserImporter>();
        var contexts = scope.ServiceProvider.GetRequiredService<IDbContextFactory<AcademyContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        string In(string name) => Path.Combine(folder, name);

        await SayAsync("1", "Export", $"{await db.Users.CountAsync(cancellationToken):N0} users → users.xlsx");
        await Files.WriteAsync(In("users.xlsx"), file =>
            importer.ExportAsync(db.StreamAsync(db.Users, cancellationToken), file, null, cancellationToken));

        await SayAsync("2", "Template", "in English and Dutch → template.xlsx, sjabloon.xlsx");
        await Files.WriteAsync(In("template.xlsx"), file => importer.WriteTemplateAsync(file, null, cancellationToken));
        await Files.WriteAsync(In("sjabloon.xlsx"), file =>
            importer.WriteTemplateAsync(file, new System.Globalization.CultureInfo("nl"), cancellationToken));

        await SayAsync("3", "Upload", "somebody filled it in, with the usual mistakes → upload.xlsx");
        await Files.WriteAsync(In("upload.xlsx"), file =>
            importer.ExportAsync(DemoUpload.MakeAsync(db, cancellationToken), file, null, cancellationToken));

        await SayAsync("4", "Check", "what would the import do?");
        var check = await CheckAsync(importer, In("upload.xlsx"), cancellationToken);
        await terminal.Out.WriteAsync(CheckReport.Of(check, terminal));
        await Files.WriteAsync(In("corrections.xlsx"), file => importer.WriteCorrectionsAsync(check, file, cancellationToken));
        await Files.WriteAsync(In("changes.json"), file => check.Changes.WriteAsync(file, cancellationToken));

        await SayAsync("5", "Import", "start it");
        var result = await importer.ApplyAsync(check.Changes, null, null, cancellationToken);
        await terminal.Out.WriteAsync(ResultReport.Of(result, check.Changes, terminal, check.Culture));

        await SayAsync("6", "Check the same file again", "what is left to do?");
        var again = await CheckAsync(importer, In("upload.xlsx"), cancellationToken);
        var left = again.Rows.Added + again.Rows.Updated;
        await terminal.Out.WriteLineAsync(
            $"  {left} changes; {again.Rows.Unchanged} rows stay as they are, {again.Rows.Rejected} still wait for a correction.\n");

        await terminal.Out.WriteLineAsync(terminal.Paint(Colour.Bold, "The files"));
        var files = Directory.EnumerateFiles(folder).Where(file => !file.Contains(".db-", StringComparison.Ordinal));
        foreach (var file in files.Order(StringComparer.Ordinal)) await terminal.Out.WriteLineAsync("  " + file);
        var onFile = database.File is { } path ? $" -- --database {path}" : "";
        await terminal.Out.WriteLineAsync($"\nThe pages on this database: dotnet run --project docs/samples/OnlineAcademy{onFile}");
        return left == 0 && result.Applied == check.Changes.Changes.Count ? ExitStatus.Done : ExitStatus.Failed;
    }

    private static async Task<ImportCheck> CheckAsync(UserImporter importer, string path, CancellationToken cancellationToken)
    {
        await using var file = Files.Read(path);
        return await importer.CheckAsync(file, new ImportRequest { FileName = Path.GetFileName(path) }, null, cancellationToken);
    }

    private async Task SayAsync(string number, string title, string about) =>
        await _terminal.Out.WriteLineAsync($"{_terminal.Paint(Colour.Bold, $"{number}. {title}")}: {about}");
}
