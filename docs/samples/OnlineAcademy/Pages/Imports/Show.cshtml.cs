using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using OnlineAcademy.Imports;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Pages.Imports;

/// <summary>One import, whatever its state: progress, final check, result.</summary>
public sealed class ShowModel(
    ImportHistory history, ImportDocuments documents, WaitingImports queue, IDbContextFactory<AcademyContext> contexts) : PageModel
{
    /// <summary>How many entries of a list one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The import.</summary>
    public Import Import { get; private set; } = null!;

    /// <summary>Its final check; null for an import that undoes another one, or was made from the terminal.</summary>
    public ImportCheck? Check { get; private set; }

    /// <summary>Its change set; null as long as there is none.</summary>
    public ChangeSet? Changes { get; private set; }

    /// <summary>Its outcome; null as long as there is none.</summary>
    public ImportResult? Result { get; private set; }

    /// <summary>How far it is, in words.</summary>
    public string ProgressText => OnlineAcademy.Imports.ProgressText.Of(Texts.OfRequest, Import.State, Progress);

    /// <summary>How far it is; null if it waits.</summary>
    public ImportProgress? Progress { get; private set; }

    /// <summary>Whether it runs in the background now.</summary>
    public bool IsRunning => Import.State is ImportState.Uploading or ImportState.Checking or ImportState.Importing;

    /// <summary>Whether somebody tried to start it over a brake without saying that it is meant.</summary>
    public bool WantsAcknowledgement { get; private set; }

    /// <summary>Shows the import.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, cancellationToken) is not { } import) return NotFound();
        Import = import;
        Progress = queue.Find(id);
        if (IsRunning) return Page();
        Check = await documents.FindCheckAsync(id, cancellationToken);
        Changes = await documents.FindChangesAsync(id, cancellationToken);
        if (import.State is ImportState.Done or ImportState.Failed && Changes is not null)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            Result = await db.FindResultAsync(Changes, cancellationToken);
        }
        return Page();
    }

    /// <summary>Starts the import, once, however often the button is pressed.</summary>
    public async Task<IActionResult> OnPostStartAsync(Guid id, string? acknowledged, CancellationToken cancellationToken)
    {
        if (await documents.FindChangesAsync(id, cancellationToken) is not { } changes) return NotFound();
        if (changes.Brakes.Count > 0 && acknowledged != changes.Fingerprint)
        {
            WantsAcknowledgement = true;
            return await OnGetAsync(id, cancellationToken);
        }
        if (await history.TryMoveAsync(id, [ImportState.Checked], ImportState.Importing, acknowledged, cancellationToken)) queue.Add(id);
        return RedirectToPage(new { id });
    }

    /// <summary>Goes on with an import, or a check, that stopped.</summary>
    public async Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, cancellationToken) is not { } import) return NotFound();
        var to = import.ChangeSetId is null ? ImportState.Checking : ImportState.Importing;
        if (await history.TryMoveAsync(id, [ImportState.Failed], to, null, cancellationToken)) queue.Add(id);
        return RedirectToPage(new { id });
    }

    /// <summary>Drops an import that nobody started, with its file.</summary>
    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await history.TryMoveAsync(id, [ImportState.Checked, ImportState.Failed], ImportState.Dropped, null, cancellationToken))
            await documents.ForgetUploadAsync(id, cancellationToken);
        return Redirect("/imports");
    }

    /// <summary>Plans the import that undoes this one; it waits for somebody to look at it and start it.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, [FromServices] UserImporter importer, CancellationToken cancellationToken)
    {
        if (await history.FindAsync(id, cancellationToken) is not { State: ImportState.Done } import) return RedirectToPage(new { id });
        if (await documents.FindChangesAsync(id, cancellationToken) is not { } changes) return NotFound();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.FindResultAsync(changes, cancellationToken) is not { } result) return RedirectToPage(new { id });
        var undo = await importer.PlanUndoAsync(changes, result, Texts.OfRequest.Culture, cancellationToken);
        return RedirectToPage(new { id = await history.PlannedUndoAsync(import, undo, Academy.Administrator, cancellationToken) });
    }

    /// <summary>Returns the entries of a list that the address asks for, and the links to the others.</summary>
    public (IReadOnlyList<T> Shown, Pager Pager) Paged<T>(string list, IReadOnlyList<T> all, int size = PageSize)
    {
        ArgumentNullException.ThrowIfNull(all);
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var number = int.TryParse(Request.Query[list], out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        return ([.. all.Skip((number - 1) * size).Take(size)], new Pager(number, pages, page => $"?{list}={page}#{list}"));
    }
}
