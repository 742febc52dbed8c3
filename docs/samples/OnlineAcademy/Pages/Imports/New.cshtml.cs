using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using UserImport;

namespace OnlineAcademy.Pages.Imports;

/// <summary>The upload dialog: what to do, the template, the file.</summary>
public sealed class NewModel(IOptions<UserImportOptions> options) : PageModel
{
    /// <summary>Why the last upload did not work; null if nothing is wrong.</summary>
    public string? Problem { get; private set; }

    /// <summary>How large a file may be.</summary>
    public long LimitMiB => options.Value.Limits.FileBytes >> 20;

    /// <summary>Shows the dialog.</summary>
    public void OnGet(string? problem) => Problem = problem is "missing" or "tooLarge" ? problem : null;
}
