using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Imports;

/// <summary>What the pages let people take with them: template, exports, corrections, change sets.</summary>
internal static class Downloads
{
    public static void MapDownloads(this WebApplication app)
    {
        app.MapGet("/imports/template.xlsx", Template);
        app.MapGet("/users/export.xlsx", Export);
        app.MapGet("/imports/{id:guid}/corrections.xlsx", CorrectionsAsync);
        app.MapGet("/imports/{id:guid}/changes.json", ChangesAsync);
        app.MapGet("/imports/{id:guid}/progress", ProgressAsync);
    }

    private static IResult Template(HttpContext http, UserImporter importer) => Stream(http, UserImporter.ContentType,
        Texts.OfRequest["template"] + ".xlsx",
        destination => importer.WriteTemplateAsync(destination, Texts.OfRequest.Culture, http.RequestAborted));

    private static IResult Export(HttpContext http, UserImporter importer, IDbContextFactory<AcademyContext> contexts,
        [AsParameters] UserFilter filter) => Stream(http, UserImporter.ContentType, Texts.OfRequest["users"] + ".xlsx", async destination =>
    {
        await using var db = await contexts.CreateDbContextAsync(http.RequestAborted);
        await importer.ExportAsync(
            db.StreamAsync(filter.Apply(db.Users), http.RequestAborted), destination, Texts.OfRequest.Culture, http.RequestAborted);
    });

    private static async Task<IResult> CorrectionsAsync(Guid id, HttpContext http, UserImporter importer, ImportDocuments documents) =>
        await documents.FindCheckAsync(id, http.RequestAborted) is { Refusal: null } check
            ? Stream(http, UserImporter.ContentType, Texts.OfRequest["corrections"] + ".xlsx",
                destination => importer.WriteCorrectionsAsync(check, destination, http.RequestAborted))
            : Results.NotFound();

    private static async Task<IResult> ChangesAsync(Guid id, HttpContext http, ImportDocuments documents) =>
        await documents.FindChangesAsync(id, http.RequestAborted) is { } changes
            ? Stream(http, "application/json", $"changes-{changes.Id}.json",
                destination => changes.WriteAsync(destination, http.RequestAborted))
            : Results.NotFound();

    private static async Task<IResult> ProgressAsync(Guid id, ImportHistory history, WaitingImports queue, HttpContext http)
    {
        if (await history.FindAsync(id, http.RequestAborted) is not { } import) return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        var progress = queue.Find(id);
        return Results.Json(new
        {
            state = import.State.ToString(),
            text = ProgressText.Of(Texts.OfRequest, import.State, progress),
            done = progress?.Done ?? 0,
            total = progress?.Total,
        });
    }

    // Written to the browser as it is made: no size is too large.
    private static IResult Stream(HttpContext http, string type, string name, Func<Stream, Task> write)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(write, type, name);
    }
}
