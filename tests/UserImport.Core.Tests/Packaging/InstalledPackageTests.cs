using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using UserImport.Benchmarks;
using UserImport.Changes;
using UserImport.Planning;
using UserImport.Tests.Docs;

namespace UserImport.Tests.Packaging;

/// <summary>A stranger's console project that installs the package from a folder and runs the code of the README.</summary>
[Collection(Packages.Shared)]
public sealed partial class InstalledPackageTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="UserImport.Core" Version="0.1.0" />
            <PackageReference Include="Microsoft.Extensions.DependencyInjection" Version="10.0.1" />
          </ItemGroup>
        </Project>
        """;

    // Two users in an upload, one of them with a misspelt department; then the README, with its texts in Dutch too.
    private const string Program = """
        using Microsoft.Extensions.DependencyInjection;
        using UserImport;
        using UserImport.Planning;
        using UserImport.Tests.Docs;

        var services = new ServiceCollection();
        services.AddSingleton<IUserRepository, AcademyUsers>();
        // at start-up
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var importer = scope.ServiceProvider.GetRequiredService<UserImporter>();
        var ann = new UserRecord
        {
            EmployeeNumber = "00123", FirstName = "Ann", LastName = "Lee", Email = "ann@example.org",
            Company = "Northwind", Department = "Finance", Active = true, Language = "en",
        };
        using MemoryStream template = new(), upload = new(), corrections = new(), kept = new();
        await importer.ExportAsync(new[] { ann, ann with { EmployeeNumber = "00124", Email = "bob@example.org", Department = "Salez" } }.ToAsyncEnumerable(), upload);
        upload.Position = 0;
        // the story
        Console.WriteLine($"{result.Applied} applied, {template.Length > 0 && corrections.Length > 0}");
        var undo = await importer.PlanUndoAsync(check.Changes, result);

        upload.Position = 0;
        check = await importer.CheckAsync(upload, new ImportRequest { Culture = new("nl") });
        await check.WriteAsync(kept);
        kept.Position = 0;
        check = await ImportCheck.ReadAsync(kept);
        Console.WriteLine($"{check.Rows.Unchanged} unchanged, {check.Issues[0].Message}");
        Console.WriteLine($"{(await importer.ApplyAsync(undo)).Applied} undone");
        """;

    private readonly Packages _packages;

    public InstalledPackageTests(Packages packages)
    {
        packages.Require();
        _packages = packages;
    }

    [Fact]
    public async Task The_code_of_the_readme_runs_against_the_installed_package()
    {
        var folder = await WriteAsync("console");

        await DotnetCommand.RunAsync(folder, "build", "-o", "built");

        await MustTellTheStoryAsync(Path.Combine(folder, "built"));
        Directory.Exists(Path.Combine(folder, "installed", "userimport.core")).Should().BeTrue("the package came from the folder, not from elsewhere");
    }

    [Fact]
    public async Task A_trimmed_application_imports_too_and_the_trimmer_has_nothing_to_warn_of()
    {
        var folder = await WriteAsync("trimmed");
        string[] trimmed = ["-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "-p:PublishTrimmed=true"];
        try
        {
            await DotnetCommand.RunAsync(folder, "restore", "-r", RuntimeInformation.RuntimeIdentifier, "-p:SelfContained=true", "-p:PublishTrimmed=true");
        }
        catch (InvalidOperationException failure) when (Unavailable().IsMatch(failure.Message))
        {
            Assert.Skip("The runtime that a trimmed application brings along cannot be had here.");
        }

        await DotnetCommand.RunAsync(folder, "publish", ["--no-restore", "-c", "Release", "-o", "built", .. trimmed]);

        await MustTellTheStoryAsync(Path.Combine(folder, "built"));
        var untrimmed = new FileInfo(typeof(DocumentFormat.OpenXml.Spreadsheet.Cell).Assembly.Location).Length;
        new FileInfo(Path.Combine(folder, "built", "DocumentFormat.OpenXml.dll")).Length.Should().BeLessThan(untrimmed / 2, "it was trimmed");
    }

    private static async Task MustTellTheStoryAsync(string built)
    {
        var told = await DotnetCommand.StartAsync(built, Path.Combine(built, OperatingSystem.IsWindows() ? "console.exe" : "console"));

        told.ReplaceLineEndings("\n").Should().Be("""
            1 new, 0 changed, 1 not imported
            G3: 'Salez' is not a department of the organisational structure. Did you mean 'Sales'?
            1 applied, True
            1 unchanged, 'Salez' is geen afdeling van de organisatiestructuur. Bedoelt u 'Sales'?
            1 undone

            """.ReplaceLineEndings("\n"));
    }

    private async Task<string> WriteAsync(string name)
    {
        var root = Repository.Root;
        var folder = Directory.CreateDirectory(_packages.Fresh(name)).FullName;
        var blocks = CodeBlock().Matches(await File.ReadAllTextAsync(Path.Combine(root, "README.md"))).Select(match => match.Groups[1].Value).ToList();
        foreach (var port in new[] { "AcademyUsers.cs", "AcademyOrganisation.cs" })
            File.Copy(Path.Combine(root, "tests", "UserImport.Core.Tests", "Docs", port), Path.Combine(folder, port));
        await File.WriteAllTextAsync(Path.Combine(folder, "console.csproj"), Project);
        await Packages.ConfigureAsync(folder, _packages.Folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"),
            Program.Replace("// at start-up", blocks[0], StringComparison.Ordinal).Replace("// the story", blocks[1], StringComparison.Ordinal));
        return folder;
    }

    [GeneratedRegex(@"^```csharp\r?\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    // No such package, no such version, no answer from a source.
    [GeneratedRegex("NU1101|NU1102|NU1301")]
    private static partial Regex Unavailable();
}
