using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using OnlineAcademy.Commands;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using UserImport;
using UserImport.Tests;

namespace OnlineAcademy.Tests.Pages;

/// <summary>
/// The pictures of README and docs: the sample's pages in Chromium, its workbooks in LibreOffice. <c>docs/pictures/make.sh</c> lets
/// this test write them where they belong; a long run writes them into a temporary folder.
/// </summary>
public sealed partial class PicturesTests(Workspace workspace, Browser browser) : IClassFixture<Workspace>, IClassFixture<Browser>
{
    private const string Variable = "USERIMPORT_PICTURES";
    private const int LargestBytes = 150_000, Width = 1100, Height = 820;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["en"] = ["users.xlsx", "Choose the file", "Upload and check", "Final check", "Start import", "Result"],
        ["nl"] = ["gebruikers.xlsx", "Kies het bestand", "Uploaden en controleren", "Eindcontrole", "Import starten", "Resultaat"],
    };

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    public async Task The_pictures_of_the_docs_are_made_from_the_sample(string language)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } folder)
        {
            LongRuns.Require();
            folder = workspace.Folder;
        }
        var database = new DatabaseChoice(workspace.NewDatabase(), null, null);

        await TakeWorkbooksAsync(database, folder, language);
        await TakePagesAsync(database, folder, language);

        foreach (var name in (string[])["template", "instructions", "corrections", "upload", "final-check", "old-new", "result"])
            new FileInfo(Path.Combine(folder, $"{name}.{language}.png")).Length.Should().BeGreaterThan(5_000, "{0} shows something", name);
    }

    [Fact]
    public void Every_picture_of_the_docs_is_shown_there_and_small()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "UserImport.Core.sln"))) root = root.Parent;
        var docs = Path.Combine(root!.FullName, "docs");
        var pages = string.Concat(Directory.EnumerateFiles(docs, "*.md").Append(Path.Combine(root.FullName, "README.md")).Select(File.ReadAllText));
        var pictures = new DirectoryInfo(Path.Combine(docs, "pictures")).GetFiles("*.png");

        pictures.Should().NotBeEmpty().And.OnlyContain(picture => picture.Length <= LargestBytes);
        pictures.Should().OnlyContain(picture => pages.Contains($"pictures/{picture.Name})", StringComparison.Ordinal));
        Shown().Matches(pages).Select(match => match.Groups[1].Value).Except(pictures.Select(picture => picture.Name)).Should().BeEmpty();
    }

    private async Task TakeWorkbooksAsync(DatabaseChoice database, string folder, string language)
    {
        await using var academy = await TestAcademy.OpenAsync(database);
        await using var db = await academy.ContextAsync();
        var culture = CultureInfo.GetCultureInfo(language);
        var someUsers = (await academy.UsersAsync()).Where(user => user.Locked is null && user.Managers.Count > 0).Skip(3).Take(8).ToAsyncEnumerable();

        var template = await WriteAsync(workspace[$"template-{language}.xlsx"], file => academy.Importer.ExportAsync(someUsers, file, culture, Token));
        var upload = await WriteAsync(workspace[Words[language][0]], file => academy.Importer.ExportAsync(DemoUpload.MakeAsync(db, Token), file, culture, Token));
        await using var uploaded = File.OpenRead(upload);
        var check = await academy.Importer.CheckAsync(uploaded, new ImportRequest { Culture = culture }, null, Token);
        var corrections = await WriteAsync(workspace[$"corrections-{language}.xlsx"], file => academy.Importer.WriteCorrectionsAsync(check, file, Token));

        // Clips of an A4 page at a resolution at which its small print can be read.
        await RenderAsync(template, 1, 150, (50, 65, 1660, 190), Path.Combine(folder, $"template.{language}"));
        await RenderAsync(template, 2, 80, (20, 20, 900, 600), Path.Combine(folder, $"instructions.{language}"));
        await RenderAsync(corrections, 1, 150, (40, 60, 1690, 290), Path.Combine(folder, $"corrections.{language}"));
    }

    private async Task TakePagesAsync(DatabaseChoice database, string folder, string language)
    {
        var words = Words[language];
        await using var academy = await AcademyServer.StartAsync(database.File!);
        var page = await browser.OpenAsync(academy.Address, Width, language);
        await page.SetViewportSizeAsync(Width, Height);

        await page.GotoAsync("/imports/new");
        await page.Locator(".dialog").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, $"upload.{language}.png") });
        await page.GetByLabel(words[1]).SetInputFilesAsync(workspace[words[0]]);
        await page.ClickAsync(words[2], words[3]);
        await TakeAsync("final-check");
        await page.Locator("#updated").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, $"old-new.{language}.png") });
        await page.ClickAsync(words[4], words[5]);
        await TakeAsync("result");

        Task TakeAsync(string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.{language}.png") });
    }

    private static async Task<string> WriteAsync(string path, Func<Stream, Task> write)
    {
        await using var file = File.Create(path);
        await write(file);
        return path;
    }

    private async Task RenderAsync(string workbook, int page, int resolution, (int X, int Y, int Width, int Height) clip, string picture)
    {
        string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        await RunAsync("soffice", $"-env:UserInstallation=file://{workspace["profile"]}", "--headless", "--convert-to", "pdf", "--outdir", workspace.Folder, workbook);
        await RunAsync("pdftoppm", "-png", "-singlefile", "-f", Number(page), "-r", Number(resolution), "-x", Number(clip.X), "-y", Number(clip.Y),
            "-W", Number(clip.Width), "-H", Number(clip.Height), Path.ChangeExtension(workbook, "pdf"), picture);
    }

    private static async Task RunAsync(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
            await process.WaitForExitAsync(Token);
            process.ExitCode.Should().Be(0, await output + await error);
        }
        catch (Win32Exception)
        {
            Assert.Skip($"'{program}' is not installed (Debian: libreoffice-calc-nogui, poppler-utils).");
        }
    }

    [GeneratedRegex(@"pictures/([\w.-]+\.png)\)")]
    private static partial Regex Shown();
}
