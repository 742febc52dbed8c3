using Microsoft.Playwright;

namespace OnlineAcademy.Tests.Pages;

/// <summary>A real browser: Chromium as it is installed, nothing is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string? Program =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a page in a window of its own; skips the test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1440, string language = "en", bool javaScript = true, bool bypassPolicy = false)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not installed (Debian: chromium).");
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            Locale = language,
            JavaScriptEnabled = javaScript,
            BypassCSP = bypassPolicy,
        });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
