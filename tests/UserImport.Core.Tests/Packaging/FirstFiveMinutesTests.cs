using System.Text.RegularExpressions;
using UserImport.Benchmarks;
using UserImport.Tests.Docs;

namespace UserImport.Tests.Packaging;

/// <summary>docs/first-five-minutes.md, done line by line in a new folder, with the packages as they come out of the sources.</summary>
[Collection(Packages.Shared)]
public sealed partial class FirstFiveMinutesTests : IAsyncLifetime
{
    internal const string Page = "docs/first-five-minutes.md";

    private readonly Packages _packages;
    private readonly string _clone;
    private readonly string _folder;
    private RunningHost? _host;
    private string _answer = "";
    private string _id = "";

    public FirstFiveMinutesTests(Packages packages)
    {
        packages.Require();
        (_packages, _clone) = (packages, packages.Fresh("one"));
        _folder = Directory.CreateDirectory(packages.Fresh("first host")).FullName;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_page_leads_from_a_clone_to_an_import_and_to_a_repository_that_conforms()
    {
        Assert.SkipUnless(await DotnetCommand.AnswersAsync("curl", "--version"), "curl is not installed.");

        foreach (var block in PageBlocks.Of(Page))
        {
            if (block.Language == "csharp") await WriteAsync("Host/Program.cs", block.Text);
            if (block.Language == "json") ShouldAnswerLike(block.Text);
            foreach (var command in block.Commands()) await DoAsync(command);
        }

        var started = _answer;
        started.Should().Contain("\"applied\":1");
        await UploadAsync();
        _answer.Should().Contain("\"unchanged\":1").And.Contain("\"added\":0");
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    private async Task DoAsync(string command)
    {
        var words = command.Replace("<this repository>", _clone, StringComparison.Ordinal).Split(' ');
        switch (words)
        {
            case ["dotnet", "run", "--project", "docs/samples/OnlineAcademy", ..]:
                break; // the copy of the sources has no samples; DemoCommandTests runs it
            case ["dotnet", "pack", ..]:
                await DotnetCommand.StartAsync(_clone, "dotnet", words[1..]);
                break;
            case ["dotnet", "nuget", ..]:
                await DotnetCommand.StartAsync(_folder, "dotnet", words[1..]);
                await UsePackagesOfThisMachineAsync();
                break;
            case ["dotnet", "new", "web", ..]:
                await DotnetCommand.StartAsync(_folder, "dotnet", words[1..]);
                var ports = PageBlocks.CodeOf("docs/getting-started.md");
                await WriteAsync("Host/AcademyOrganisation.cs", ports[0]);
                await WriteAsync("Host/AcademyUsers.cs", ports[1]);
                break;
            case ["dotnet", "run", "--project", "Host", "--urls", _]:
                _host = await RunningHost.StartAsync(_folder, [.. words[1..^1], "http://127.0.0.1:0"]);
                break;
            case ["curl", .., "@users.xlsx", _]:
                await FillInAsync();
                await CurlAsync(words);
                _id = Id().Match(_answer).Groups[1].Value;
                break;
            case ["curl", ..]:
                await CurlAsync(words);
                break;
            case ["rm", var file]:
                File.Delete(Path.Combine(_folder, file));
                break;
            case ["dotnet", "run", "--project", "Host.Tests"]:
                await WriteAsync("Host.Tests/AcademyPortsTests.cs", PageBlocks.CodeOf("docs/ports.md").Single());
                var summary = Cases().Match(await DotnetCommand.StartAsync(_folder, "dotnet", words[1..]));
                (await File.ReadAllTextAsync(Path.Combine(Repository.Root, Page)))
                    .Should().Contain($"It runs {summary.Groups[1].Value} cases", "the runner says {0}", summary.Value);
                break;
            case ["dotnet", ..]:
                await DotnetCommand.StartAsync(_folder, "dotnet", words[1..]);
                break;
            default:
                throw new InvalidOperationException($"Nobody knows how to do '{command}' here.");
        }
    }

    private async Task UsePackagesOfThisMachineAsync()
    {
        var file = Path.Combine(_folder, "nuget.config");
        var packed = Path.Combine(_clone, "artifacts");
        (await File.ReadAllTextAsync(file)).Should().Contain(packed).And.Contain("<clear />");
        await Packages.ConfigureAsync(_folder, packed);
    }

    private async Task FillInAsync()
    {
        var file = Path.Combine(_folder, "users.xlsx");
        new FileInfo(file).Length.Should().BeGreaterThan(5_000, "it is the template that was downloaded");
        await File.WriteAllBytesAsync(file, await FilledIn.TwoUsersAsync());
    }

    private Task UploadAsync() => CurlAsync("curl", "--fail", "--silent", "--data-binary", "@users.xlsx", "http://localhost:5080/imports");

    private async Task CurlAsync(params string[] words)
    {
        var arguments = words[1..].Select(word => word.Replace("http://localhost:5080", _host!.Address, StringComparison.Ordinal)
            .Replace("<id>", _id, StringComparison.Ordinal));
        _answer = await DotnetCommand.StartAsync(_folder, "curl", [.. arguments]);
    }

    private void ShouldAnswerLike(string json)
    {
        var expected = json.ReplaceLineEndings("").Replace(", \"problems\"", ",\"problems\"", StringComparison.Ordinal);
        Regex.Unescape(Id().Replace(_answer, "\"id\":\"…\"")).Should().Be(expected);
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_folder, file), text);

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex Id();

    [GeneratedRegex(@"Total: (\d+), Errors: 0, Failed: 0.*")]
    private static partial Regex Cases();
}
