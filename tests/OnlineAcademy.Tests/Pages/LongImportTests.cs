using System.Globalization;
using Microsoft.Playwright;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Resuming;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Pages;

/// <summary>An import that takes its time: shown as far as it is, left alone, killed.</summary>
public sealed class LongImportTests(Workspace workspace, Browser browser) : IClassFixture<Workspace>, IClassFixture<Browser>
{
    private const int Users = 20_000;

    private readonly DatabaseCopies.OnSqlite _copies = new(workspace, Users);

    [Fact]
    [Trait("Rule", "P7")]
    public async Task The_bar_moves_with_the_import()
    {
        await using var academy = await AcademyServer.StartAsync((await DatabaseAsync()).File!);
        var page = await browser.OpenAsync(academy.Address);
        var changes = await StartAsync(page);
        (await page.Locator("[role=status][aria-live=polite]").InnerTextAsync()).Should().MatchRegex(@"changes written|waits for its turn");

        var seen = new HashSet<double>();
        while (await page.Locator("[data-progress]").CountAsync() > 0)
        {
            if (await BarAsync(page) is { } bar) seen.Add(bar);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        await page.WaitForHeadingAsync("Result");

        seen.Should().HaveCountGreaterThan(2).And.OnlyContain(done => done >= 0 && done <= changes);
        seen.Should().BeInAscendingOrder();
    }

    [Fact]
    public async Task An_import_goes_on_when_the_browser_is_closed_and_the_page_finds_it_again()
    {
        await using var academy = await AcademyServer.StartAsync((await DatabaseAsync()).File!);
        var page = await browser.OpenAsync(academy.Address);
        var changes = await StartAsync(page);
        while (await BarAsync(page) is null or 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        (await PageAudit.FindAsync(page)).Should().BeEmpty();
        await page.Context.CloseAsync();

        var later = await browser.OpenAsync(academy.Address);
        await later.GotoAsync("/imports");
        await later.GetByRole(AriaRole.Link, new() { Name = "long.xlsx" }).First.ClickAsync();
        await later.WaitForHeadingAsync("Result");

        (await later.Locator(".tiles").First.InnerTextAsync()).Should().Contain(changes.ToString("N0", CultureInfo.InvariantCulture));
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task An_import_goes_on_when_the_server_is_killed_and_started_again()
    {
        var database = await DatabaseAsync();
        string path;
        int changes;
        await using (var academy = await AcademyServer.StartProcessAsync(database.File!))
        {
            var page = await browser.OpenAsync(academy.Address);
            changes = await StartAsync(page);
            while (await BarAsync(page) is null or 0) await Task.Delay(20, TestContext.Current.CancellationToken);
            path = new Uri(page.Url).AbsolutePath;
        }
        await using (var db = await ContextAsync(database)) db.AppliedBatches.Count().Should().BeInRange(1, (changes / 500) - 1, "it was killed in the middle");

        await using var again = await AcademyServer.StartProcessAsync(database.File!);
        var later = await browser.OpenAsync(again.Address);
        await later.GotoAsync(path);
        await later.WaitForHeadingAsync("Result");

        (await later.Locator(".tiles").First.InnerTextAsync()).Should().Contain(changes.ToString("N0", CultureInfo.InvariantCulture));
        await using (var db = await ContextAsync(database)) db.Users.Max(user => user.Version).Should().Be(2, "every user was written once");
    }

    private async Task<DatabaseChoice> DatabaseAsync()
    {
        await WriteAsync(_copies.Original, workspace["long.xlsx"],
            users => users.Select(user => user.Locked is null ? user with { FirstName = user.FirstName + "-" } : user));
        return await _copies.NewAsync();
    }

    /// <summary>Uploads the file, starts the import, and returns how many changes it has.</summary>
    private async Task<int> StartAsync(IPage page)
    {
        await page.UploadAsync(workspace["long.xlsx"]);
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start import" });
        var text = await start.InnerTextAsync();
        await start.ClickAsync();
        await page.WaitForHeadingAsync("Being imported");
        return int.Parse(text.Split('(', ')')[1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    private static async Task<double?> BarAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<double?>("() => { const bar = document.querySelector('progress'); return bar?.hasAttribute('value') ? bar.value : null; }");
        }
        catch (PlaywrightException)
        {
            return null; // the page is being loaded again
        }
    }

    private static async Task<AcademyContext> ContextAsync(DatabaseChoice database)
    {
        var options = new Microsoft.EntityFrameworkCore.DbContextOptionsBuilder<AcademyContext>();
        database.Configure(options);
        return await Task.FromResult(new AcademyContext(options.Options));
    }
}
