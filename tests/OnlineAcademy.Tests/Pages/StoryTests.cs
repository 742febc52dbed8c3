using Microsoft.Playwright;
using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Pages;

/// <summary>The administrator's story in a real browser.</summary>
public sealed class StoryTests(Workspace workspace, Browser browser) : IClassFixture<Workspace>, IClassFixture<Browser>
{
    private readonly string _database = workspace.NewDatabase();

    [Fact]
    public async Task Export_template_upload_final_check_import_and_undo()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);

        await page.GetByLabel("Company").SelectOptionAsync("Noorderveld Infra");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await SeeAsync(page, "users");
        var view = await DownloadAsync(page, "Export this view");
        (await AcademyProcess.RunAsync("rows", view)).Lines.Should()
            .OnlyContain(line => line.GetProperty("cells").GetProperty("Company").GetString() == "Noorderveld Infra").And.HaveCountGreaterThan(20);

        await page.GetByRole(AriaRole.Link, new() { Name = "Import users" }).ClickAsync();
        await SeeAsync(page, "upload");
        (await AcademyProcess.RunAsync("rows", await DownloadAsync(page, "Download template"))).Output.Should().Contain("workbook.noRows");
        await page.GetByLabel("Upload new & updated users").CheckAsync();
        await page.GetByLabel("Choose the file").SetInputFilesAsync(await UploadAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Final check" }).WaitForAsync();
        await SeeAsync(page, "check");
        (await page.Locator("#updated").InnerTextAsync()).Should().Contain("000021").And.Contain("Jansen").And.Contain("Ander");
        (await page.Locator("#added").InnerTextAsync()).Should().Contain("anna.nieuw@noorderveld.example");
        (await page.Locator("#rejected").InnerTextAsync()).Should().Contain("Did you mean 'Finance'?");
        var corrections = await DownloadAsync(page, "Download corrections");
        (await AcademyProcess.RunAsync("rows", corrections)).Lines.Should().ContainSingle();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Result" }).WaitForAsync();
        await SeeAsync(page, "result");
        (await page.Locator(".tiles").First.InnerTextAsync()).Should().Contain("2").And.Contain("changes written");
        (await UsersAsync()).Should().Contain("Ander").And.Contain("anna.nieuw@");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Undo an import" }).WaitForAsync();
        await SeeAsync(page, "undo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Result" }).WaitForAsync();
        (await UsersAsync()).Should().NotContain("Ander\"");

        await page.GetByRole(AriaRole.Link, new() { Name = "Imports" }).First.ClickAsync();
        (await page.Locator("tbody tr").CountAsync()).Should().Be(2);
        await SeeAsync(page, "history");
    }

    [Fact]
    public async Task The_pages_are_dutch_for_who_reads_dutch_and_work_without_a_script()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address, width: 360, language: "nl", javaScript: false);

        await SeeAsync(page, "nl-users");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gebruikers importeren" }).ClickAsync();
        await SeeAsync(page, "nl-upload");
        await page.GetByLabel("Kies het bestand").SetInputFilesAsync(await UploadAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Uploaden en controleren" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Eindcontrole" }).WaitForAsync();
        await SeeAsync(page, "nl-check");

        (await page.Locator("#rejected").InnerTextAsync()).Should().Contain("Bedoelt u 'Finance'?");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360);
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Final check" }).WaitForAsync();
    }

    [Fact]
    [Trait("Rule", "K5")]
    public async Task A_brake_wants_an_acknowledgement()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address, javaScript: false);
        var path = workspace[$"{Guid.NewGuid():N}.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users.Select(user => user with { Active = false }));

        await UploadAsync(page, path);
        await SeeAsync(page, "brake");
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start import" });
        await start.ClickAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Name = "Final check" }).CountAsync()).Should().Be(1, "the box is not ticked yet");
        await page.GetByLabel("I have looked at this").CheckAsync();
        await start.ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Result" }).WaitForAsync();
        (await UsersAsync()).Split('\n').Count(line => line.Contains("\"Active\":false", StringComparison.Ordinal)).Should().BeGreaterThan(150);
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_refused_with_what_to_do()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        var path = workspace["list.xlsx"];
        await File.WriteAllTextAsync(path, "a;b;c\n", TestContext.Current.CancellationToken);

        await UploadAsync(page, path, "The file is refused");

        await SeeAsync(page, "refused");
        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().Contain("not an Excel workbook");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_kept()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        var path = workspace["large.xlsx"];
        await File.WriteAllBytesAsync(path, new byte[(25 << 20) + 1], TestContext.Current.CancellationToken);

        await UploadAsync(page, path, "Import users");

        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().Contain("larger than 25 MiB");
    }

    [Fact]
    public async Task Nobody_uploads_or_starts_anything_without_the_token_of_the_form()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        using var client = new HttpClient { BaseAddress = academy.Address };
        using var upload = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "users.xlsx" } };
        using var start = new FormUrlEncodedContent([]);

        var uploaded = await client.PostAsync(new Uri("/imports", UriKind.Relative), upload, TestContext.Current.CancellationToken);
        var started = await client.PostAsync(
            new Uri($"/imports/{Guid.NewGuid()}?handler=Start", UriKind.Relative), start, TestContext.Current.CancellationToken);

        uploaded.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        started.StatusCode.Should().Be(System.Net.HttpStatusCode.BadRequest);
        var history = await client.GetStringAsync(new Uri("/imports", UriKind.Relative), TestContext.Current.CancellationToken);
        history.Should().Contain("Nothing was imported yet");
    }

    private async Task<string> UploadAsync()
    {
        var path = workspace[$"{Guid.NewGuid():N}.xlsx"];
        await WriteAsync(new DatabaseChoice(_database, null, null), path, users => users
            .With("000021", user => user with { LastName = "Ander", Teams = ["Sales, North"] })
            .With("000028", user => user with { Department = "Finanace" })
            .Append(NewUser("A1", "anna")));
        return path;
    }

    private static async Task UploadAsync(IPage page, string path, string heading = "Final check")
    {
        await page.GotoAsync("/imports/new");
        await page.GetByLabel("Choose the file").SetInputFilesAsync(path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = heading }).WaitForAsync();
    }

    private async Task<string> DownloadAsync(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = name }).First.ClickAsync());
        var path = workspace[$"{Guid.NewGuid():N}.xlsx"];
        await download.SaveAsAsync(path);
        return path;
    }

    private async Task<string> UsersAsync() => (await AcademyProcess.RunAsync("users", "--json", "--database", _database)).Output;

    // For eyes: with ACADEMY_PICTURES set to a folder, the tests leave a picture of every page there.
    private static async Task SeeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("ACADEMY_PICTURES") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
