using Microsoft.Playwright;

namespace OnlineAcademy.Tests.Pages;

/// <summary>The steps of the story as somebody with a mouse takes them.</summary>
internal static class PageSteps
{
    /// <summary>Uploads a file, and waits for the page that follows.</summary>
    public static async Task UploadAsync(this IPage page, string path, string heading = "Final check")
    {
        await page.GotoAsync("/imports/new");
        await page.GetByLabel("Choose the file").SetInputFilesAsync(path);
        await page.ClickAsync("Upload and check", heading);
    }

    /// <summary>Presses a button, and waits for the page that follows.</summary>
    public static async Task ClickAsync(this IPage page, string button, string heading)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForHeadingAsync(heading);
    }

    /// <summary>Waits for a page, however long the work before it takes.</summary>
    public static Task WaitForHeadingAsync(this IPage page, string heading) =>
        page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true, Level = 1 }).WaitForAsync(new() { Timeout = 120_000 });

    /// <summary>Follows a link that downloads, and keeps the file.</summary>
    public static async Task DownloadAsync(this IPage page, string link, string path)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());
        await download.SaveAsAsync(path);
    }

    /// <summary>Looks at a page as everybody does; with ACADEMY_PICTURES set to a folder it leaves a picture there.</summary>
    public static async Task SeeAsync(this IPage page, string name)
    {
        await PageAudit.ExpectSoundAsync(page);
        if (Environment.GetEnvironmentVariable("ACADEMY_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
