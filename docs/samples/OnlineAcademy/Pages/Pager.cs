namespace OnlineAcademy.Pages;

/// <summary>The links to the pages of a long list.</summary>
/// <param name="Number">The page that is shown, from 1.</param>
/// <param name="Pages">How many there are.</param>
/// <param name="Address">Gives the address of a page.</param>
public sealed record Pager(int Number, int Pages, Func<int, string> Address);
