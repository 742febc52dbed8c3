using Microsoft.Playwright;
using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Pages;

/// <summary>The administrator's story without a mouse: Tab, Enter, Space and letters.</summary>
public sealed class KeyboardTests(Workspace workspace, Browser browser) : IClassFixture<Workspace>, IClassFixture<Browser>
{
    private const int Patience = 80;

    private readonly string _database = workspace.NewDatabase();

    [Fact]
    public async Task The_whole_story_can_be_walked_with_the_keyboard()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        var chooser = ChooserOf(page);
        var path = workspace["keyboard.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users.Select(user => user with { Active = false }));

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("content", "the first key leads past the menu");
        await TabToAsync(page, page.GetByLabel("Company"));
        await page.Keyboard.TypeAsync("Noorderveld Infra");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Filter" }));
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Export this view").WaitForAsync();
        await FollowAsync(page, "Import users", "Import users");

        await TabToAsync(page, page.GetByLabel("Upload new & updated users"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Download template" }));
        await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
        await TabToAsync(page, page.GetByLabel("Choose the file"));
        await page.Keyboard.PressAsync("Enter");
        await (await chooser.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).SetFilesAsync(path);
        await PressAsync(page, "Upload and check", "Final check");

        await TabToAsync(page, page.GetByLabel("I have looked at this"));
        await page.Keyboard.PressAsync("Space");
        await PressAsync(page, "Start import", "Result");
        await PressAsync(page, "Undo this import", "Undo an import");
        await PressAsync(page, "Start undo", "Result");
        await FollowAsync(page, "Imports", "Imports");

        (await page.Locator("tbody tr").CountAsync()).Should().Be(2);
        await FollowAsync(page, "Nederlands", "Imports");
        (await page.GetByText("Wie wat heeft geïmporteerd").CountAsync()).Should().Be(1);
    }

    // Asked from the first page on: a browser that hears of it only as the key is pressed may turn to the system's own dialog.
    private static Task<IFileChooser> ChooserOf(IPage page)
    {
        var chosen = new TaskCompletionSource<IFileChooser>();
        page.FileChooser += (_, chooser) => chosen.TrySetResult(chooser);
        return chosen.Task;
    }

    private static async Task PressAsync(IPage page, string button, string heading)
    {
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = button }));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForHeadingAsync(heading);
    }

    private static async Task FollowAsync(IPage page, string link, string heading)
    {
        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = link }).First);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForHeadingAsync(heading);
    }

    // Whatever has the focus on the way shows it, and the way leads down the page.
    private static async Task TabToAsync(IPage page, ILocator target)
    {
        await target.WaitForAsync();
        for (var i = 0; i < Patience; i++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement")) return;
            await page.EvaluateAsync("() => { window.lastFocus = document.activeElement; }");
            await page.Keyboard.PressAsync("Tab");
            var fault = await page.EvaluateAsync<string?>("""
                () => {
                  const now = document.activeElement, last = window.lastFocus;
                  if (now === document.body) return null;
                  const style = getComputedStyle(now), box = now.getBoundingClientRect();
                  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no ring around ' + now.outerHTML.slice(0, 80);
                  if (box.width < 5 || box.bottom < 0 || box.right < 0) return 'unseen: ' + now.outerHTML.slice(0, 80);
                  if (last && last !== document.body && last.isConnected && now.compareDocumentPosition(last) & 4) return 'backwards to ' + now.outerHTML.slice(0, 80);
                  return null;
                }
                """);
            fault.Should().BeNull();
        }
        throw new InvalidOperationException($"{target} is not reached with the Tab key.");
    }
}
