using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OnlineAcademy.Data;
using UserImport;

namespace OnlineAcademy.Imports;

/// <summary>Takes an upload straight from the request into the database: no form file, no temporary file.</summary>
internal static class UploadEndpoint
{
    private const int PieceSize = 256 * 1024;
    private const int FieldSize = 4096;

    // A file somewhat too large is read to its end, so that the browser can show why it is refused.
    private const int ReadAtMost = 4;

    public static void MapUpload(this WebApplication app) =>
        app.MapPost("/imports", TakeAsync).DisableAntiforgery(); // the token stands in the stream, and is checked below

    private static async Task<IResult> TakeAsync(HttpContext http, IAntiforgery antiforgery, ImportHistory history,
        ImportDocuments documents, WaitingImports queue, IOptions<UserImportOptions> options)
    {
        var limit = options.Value.Limits.FileBytes;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = ReadAtMost * limit;
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || !type.Boundary.HasValue)
            return Results.BadRequest();
        var reader = new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).Value!, http.Request.Body);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(http.RequestAborted) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
            if (!disposition.IsFileDisposition())
            {
                fields[disposition.Name.Value?.Trim('"') ?? ""] = await ReadFieldAsync(section.Body, http.RequestAborted);
                continue;
            }
            if (!await IsOurFormAsync(http, antiforgery, fields)) return Results.BadRequest();
            var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value! : disposition.FileName.Value?.Trim('"') ?? "";
            if (name.Length == 0) return Results.Redirect("/imports/new?problem=missing");
            return await KeepAsync(http, section.Body, RequestOf(fields, name), limit, history, documents, queue);
        }
        return Results.Redirect("/imports/new?problem=missing");
    }

    // The fields before the file are read already; handed over as a header, nobody reads the body as a form.
    private static async Task<bool> IsOurFormAsync(HttpContext http, IAntiforgery antiforgery, Dictionary<string, string> fields)
    {
        var tokens = antiforgery.GetTokens(http);
        if (fields.TryGetValue(tokens.FormFieldName, out var token)) http.Request.Headers[tokens.HeaderName!] = token;
        if (!http.Request.Headers.ContainsKey(tokens.HeaderName!)) return false;
        return await antiforgery.IsRequestValidAsync(http);
    }

    private static ImportRequest RequestOf(Dictionary<string, string> fields, string fileName) => new()
    {
        Action = Enum.TryParse<ImportAction>(fields.GetValueOrDefault("action"), out var action) && Enum.IsDefined(action)
            ? action
            : ImportAction.AddAndUpdate,
        FileName = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..],
        Culture = CultureInfo.CurrentUICulture,
    };

    private static async Task<IResult> KeepAsync(HttpContext http, Stream body, ImportRequest request, long limit,
        ImportHistory history, ImportDocuments documents, WaitingImports queue)
    {
        var id = await history.UploadingAsync(request, Academy.Administrator, http.RequestAborted);
        var piece = new byte[PieceSize];
        long total = 0;
        try
        {
            for (var number = 0; ; number++)
            {
                var length = await body.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, http.RequestAborted);
                total += length;
                if (length > 0 && total <= limit) await documents.AppendAsync(id, number, piece.AsMemory(0, length), http.RequestAborted);
                if (length < piece.Length) break;
            }
            if (total <= limit && await history.TryMoveAsync(id, [ImportState.Uploading], ImportState.Checking, null, http.RequestAborted))
            {
                queue.Add(id);
                return Results.Redirect($"/imports/{id}");
            }
            await DropAsync(id, history, documents);
            return Results.Redirect("/imports/new?problem=tooLarge");
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            await DropAsync(id, history, documents);
            return Results.BadRequest();
        }
    }

    private static async Task DropAsync(Guid id, ImportHistory history, ImportDocuments documents)
    {
        await history.TryMoveAsync(id, [ImportState.Uploading], ImportState.Dropped, null, CancellationToken.None);
        await documents.ForgetUploadAsync(id, CancellationToken.None);
    }

    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken cancellationToken)
    {
        var bytes = new byte[FieldSize];
        var length = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
