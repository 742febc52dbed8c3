using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace OnlineAcademy.Pages;

/// <summary>What people see when a request did not work.</summary>
[IgnoreAntiforgeryToken]
public sealed class ProblemModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; } = 500;

    /// <summary>Shows it.</summary>
    public void OnGet(int? status) => Status = status ?? 500;

    /// <summary>Shows it after a post.</summary>
    public void OnPost(int? status) => Status = status ?? 500;
}
