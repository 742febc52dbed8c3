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
        await page.SeeAsync("users");
        var view = await DownloadAsync(page, "Export this view");
        (await AcademyCommand.RunAsync("rows", view)).Lines.Should()
            .OnlyContain(line => line.GetProperty("cells").GetProperty("Company").GetString() == "Noorderveld Infra").And.HaveCountGreaterThan(20);

        await page.GetByRole(AriaRole.Link, new() { Name = "Import users" }).ClickAsync();
        await page.SeeAsync("upload");
        (await AcademyCommand.RunAsync("rows", await DownloadAsync(page, "Download template"))).Output.Should().Contain("workbook.noRows");
        await page.GetByLabel("Upload new & updated users").CheckAsync();
        await page.GetByLabel("Choose the file").SetInputFilesAsync(await UploadAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Upload and check" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Final check" }).WaitForAsync();
        await page.SeeAsync("check");
        (await page.Locator("#updated").InnerTextAsync()).Should().Contain("000021").And.Contain("Jansen").And.Contain("Ander");
        (await page.Locator("#added").InnerTextAsync()).Should().Contain("anna.nieuw@noorderveld.example");
        (await page.Locator("#rejected").InnerTextAsync()).Should().Contain("Did you mean 'Finance'?");
        var corrections = await DownloadAsync(page, "Download corrections");
        (await AcademyCommand.RunAsync("rows", corrections)).Lines.Should().ContainSingle();

        await page.GetByRole(AriaRole.Button, new() { Name = "Start import" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Result" }).WaitForAsync();
        await page.SeeAsync("result");
        (await page.Locator(".tiles").First.InnerTextAsync()).Should().Contain("2").And.Contain("changes written");
        (await UsersAsync()).Should().Contain("Ander").And.Contain("anna.nieuw@");

        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Undo an import" }).WaitForAsync();
        await page.SeeAsync("undo");
        await page.ClickAsync("Start undo", "Result");
        (await UsersAsync()).Should().NotContain("Ander\"");

        await page.GetByRole(AriaRole.Link, new() { Name = "Imports" }).First.ClickAsync();
        (await page.Locator("tbody tr").CountAsync()).Should().Be(2);
        (await page.Locator("tbody").InnerTextAsync()).Should().Contain("Undone").And.MatchRegex(@"\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d UTC");
        await page.SeeAsync("history");
    }

    [Fact]
    public async Task The_pages_are_dutch_for_who_reads_dutch_and_work_without_a_script()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address, width: 360, language: "nl", javaScript: false);

        await page.SeeAsync("nl-users");
        await page.GetByRole(AriaRole.Link, new() { Name = "Gebruikers importeren" }).ClickAsync();
        await page.SeeAsync("nl-upload");
        await page.GetByLabel("Kies het bestand").SetInputFilesAsync(await UploadAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Uploaden en controleren" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Eindcontrole" }).WaitForAsync();
        await page.SeeAsync("nl-check");

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

        await page.UploadAsync(path);
        await page.SeeAsync("brake");
        var start = page.GetByRole(AriaRole.Button, new() { Name = "Start import" });
        await start.ClickAsync();
        (await page.GetByRole(AriaRole.Heading, new() { Name = "Final check" }).CountAsync()).Should().Be(1, "the box is not ticked yet");
        await page.GetByLabel("I have looked at this").CheckAsync();
        await start.ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Result" }).WaitForAsync();
        (await UsersAsync()).Split('\n').Count(line => line.Contains("\"Active\":false", StringComparison.Ordinal)).Should().BeGreaterThan(150);
    }

    [Theory]
    [InlineData("list.xlsx", "61 3B 62 3B 63 0A", "not an Excel workbook")]
    [InlineData("list.csv", "61 3B 62 3B 63 0A", "not an Excel workbook")]
    [InlineData("list.pdf", "25 50 44 46 2D 31 2E 37 0A", "not an Excel workbook")]
    [InlineData("list.xls", "D0 CF 11 E0 A1 B1 1A E1 00 00", ".xlsx")]
    [InlineData("empty.xlsx", "", "empty")]
    public async Task A_file_that_is_no_workbook_is_refused_with_what_to_do(string name, string bytes, string message)
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        var path = workspace[name];
        await File.WriteAllBytesAsync(path, Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        await page.UploadAsync(path, "The file is refused");

        await page.SeeAsync("refused");
        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().Contain(message);
        (await page.GetByRole(AriaRole.Link, new() { Name = "Upload another file" }).CountAsync()).Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "K6")]
    public async Task Corrections_that_were_corrected_are_uploaded_as_they_are()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        await page.UploadAsync(await UploadAsync());
        var corrections = await DownloadAsync(page, "Download corrections");
        await using (var file = File.Open(corrections, FileMode.Open)) Workbooks.FillColumn(file, "G", "Planning");

        await page.UploadAsync(corrections);
        (await page.Locator("#updated").InnerTextAsync()).Should().Contain("000028").And.Contain("Planning");
        await page.ClickAsync("Start import", "Result");

        (await UsersAsync()).Split('\n').Should().ContainSingle(line => line.Contains("\"000028\"", StringComparison.Ordinal)).Which.Should().Contain("\"Planning\"");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_not_kept()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);
        var path = workspace["large.xlsx"];
        await File.WriteAllBytesAsync(path, new byte[(25 << 20) + 1], TestContext.Current.CancellationToken);

        await page.UploadAsync(path, "Import users");

        (await page.GetByRole(AriaRole.Alert).InnerTextAsync()).Should().Contain("larger than 25 MiB");
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_and_shows_the_way()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        var page = await browser.OpenAsync(academy.Address);

        (await page.GotoAsync($"/imports/{Guid.NewGuid()}"))!.Status.Should().Be(404);

        await page.SeeAsync("nothing");
        await page.GetByRole(AriaRole.Link, new() { Name = "To the users" }).ClickAsync();
        await page.WaitForHeadingAsync("Users");
    }

    [Fact]
    public async Task Pages_load_nothing_from_elsewhere_and_stand_in_no_frame_and_an_export_stays_in_no_cache()
    {
        await using var academy = await AcademyServer.StartAsync(_database);
        using var client = new HttpClient { BaseAddress = academy.Address };
        foreach (var path in new[] { "/", "/imports", "/imports/new", "/imports/nothing", "/academy.css" })
        {
            using var page = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

            page.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which
                .Should().Contain("default-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
            page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        }
        using var export = await client.GetAsync(new Uri("/users/export.xlsx", UriKind.Relative), TestContext.Current.CancellationToken);
        export.Headers.CacheControl!.NoStore.Should().BeTrue();
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

    private async Task<string> DownloadAsync(IPage page, string name)
    {
        var path = workspace[$"{Guid.NewGuid():N}.xlsx"];
        await page.DownloadAsync(name, path);
        return path;
    }

    private async Task<string> UsersAsync() => (await AcademyCommand.RunAsync("users", "--json", "--database", _database)).Output;
}
