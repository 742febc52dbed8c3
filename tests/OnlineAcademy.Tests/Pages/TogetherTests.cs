using Microsoft.Playwright;
using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Pages;

/// <summary>Several windows, several people, several servers, one academy.</summary>
public sealed class TogetherTests(Workspace workspace, Browser browser) : IClassFixture<Workspace>, IClassFixture<Browser>
{
    private readonly string _database = workspace.NewDatabase();

    [Fact]
    public async Task The_same_import_started_in_two_windows_runs_once()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var one = await browser.OpenAsync(academy.Address);
        await one.UploadAsync(await UploadAsync("000021", "Ander"));
        var other = await browser.OpenAsync(academy.Address);
        await other.GotoAsync(one.Url);
        await other.WaitForHeadingAsync("Final check");

        await one.ClickAsync("Start import", "Result");
        await other.ClickAsync("Start import", "Result");

        (await ResultAsync(one)).Should().Be(await ResultAsync(other)).And.StartWith("1 ");
        await one.GotoAsync("/imports");
        (await one.Locator("tbody tr").CountAsync()).Should().Be(1);
        (await VersionAsync("000021")).Should().Be(2, "the user was written once");
    }

    [Fact]
    public async Task A_start_that_is_pressed_twice_runs_once()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        await page.UploadAsync(await UploadAsync("000021", "Ander"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).DblClickAsync();
        await page.WaitForHeadingAsync("Result");

        (await VersionAsync("000021")).Should().Be(2, "the user was written once");
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task Two_people_at_once_do_not_overwrite_each_other()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var (noor, piet) = (await browser.OpenAsync(academy.Address), await browser.OpenAsync(academy.Address, language: "nl"));
        var (hers, his) = (await UploadAsync("000021", "Noor", "000042"), await UploadAsync("000021", "Piet", "000049"));
        await noor.UploadAsync(hers);
        await piet.GotoAsync("/imports/new");
        await piet.GetByLabel("Kies het bestand").SetInputFilesAsync(his);
        await piet.ClickAsync("Uploaden en controleren", "Eindcontrole");

        await noor.ClickAsync("Start import", "Result");
        await piet.ClickAsync("Import starten", "Resultaat");

        await piet.SeeAsync("nl-skipped");
        (await ResultAsync(noor)).Should().StartWith("2 ");
        (await ResultAsync(piet)).Should().StartWith("1 ");
        (await piet.Locator("#skipped").InnerTextAsync()).Should().Contain("000021").And.Contain("er is niets overschreven");
        await noor.GotoAsync("/imports");
        await noor.SeeAsync("history-skipped");
        (await noor.Locator("tbody").InnerTextAsync()).Should().Contain("1 not written");
        (await VersionAsync("000021")).Should().Be(2);
        (await VersionAsync("000042")).Should().Be(2);
        (await VersionAsync("000049")).Should().Be(2);
    }

    [Fact]
    public async Task A_server_that_restarts_between_check_and_start_knows_the_check()
    {
        string path;
        await using (var academy = await AcademyServer.StartProcessAsync(_database))
        {
            var before = await browser.OpenAsync(academy.Address);
            await before.UploadAsync(await UploadAsync("000021", "Ander"));
            path = new Uri(before.Url).AbsolutePath;
        }
        await using var again = await AcademyServer.StartProcessAsync(_database);
        var page = await browser.OpenAsync(again.Address);

        await page.GotoAsync(path);
        (await page.Locator("#updated").InnerTextAsync()).Should().Contain("Ander");
        await page.ClickAsync("Start import", "Result");

        (await ResultAsync(page)).Should().StartWith("1 ");
        (await VersionAsync("000021")).Should().Be(2);
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task A_check_of_one_server_is_shown_and_started_on_another()
    {
        await using var one = await AcademyServer.StartProcessAsync(_database);
        await using var other = await AcademyServer.StartProcessAsync(_database);
        var there = await browser.OpenAsync(one.Address);
        await there.UploadAsync(await UploadAsync("000021", "Ander"));
        var here = await browser.OpenAsync(other.Address);

        await here.GotoAsync(new Uri(there.Url).AbsolutePath);
        var corrections = workspace["corrections.xlsx"];
        await here.DownloadAsync("Download corrections", corrections);
        await here.ClickAsync("Start import", "Result");
        await there.ReloadAsync();
        await there.WaitForHeadingAsync("Result");

        (await AcademyCommand.RunAsync("rows", corrections)).Lines.Should().ContainSingle();
        (await VersionAsync("000021")).Should().Be(2);
    }

    [Fact]
    public async Task An_import_that_stopped_goes_on_at_the_press_of_a_button()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        await page.UploadAsync(await UploadAsync("000021", "Ander"));
        await using (var sample = await Data.TestAcademy.OpenAsync(new DatabaseChoice(_database, null, null)))
        await using (var db = await sample.ContextAsync())
        {
            db.Imports.Single().State = ImportState.Failed;
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await page.ReloadAsync();
        await page.SeeAsync("stopped");
        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().Contain("Nothing is half done");
        await page.ClickAsync("Go on", "Result");

        (await VersionAsync("000021")).Should().Be(2);
    }

    private async Task<string> UploadAsync(string number, string lastName, string? another = null)
    {
        var path = workspace[$"{Guid.NewGuid():N}.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users
            .With(number, user => user with { LastName = lastName })
            .With(another ?? "", user => user with { CostCenter = "4999" })
            .With("000028", user => user with { Department = "Finanace" }));
        return path;
    }

    private static async Task<string> ResultAsync(IPage page) =>
        string.Join(' ', (await page.Locator(".tiles").First.Locator("li").First.InnerTextAsync()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<int> VersionAsync(string number)
    {
        await using var academy = await Data.TestAcademy.OpenAsync(new DatabaseChoice(_database, null, null));
        await using var db = await academy.ContextAsync();
        return db.Users.Single(user => user.EmployeeNumber == number).Version;
    }
}
