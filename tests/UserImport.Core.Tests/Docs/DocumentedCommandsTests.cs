using System.Text.RegularExpressions;
using UserImport.Benchmarks.Questions;
using UserImport.Columns;
using UserImport.Tests.Benchmarks;
using UserImport.Tests.Packaging;

namespace UserImport.Tests.Docs;

/// <summary>Every command that a page shows is run by a test or by the build, and this is the list of who runs it.</summary>
public partial class DocumentedCommandsTests
{
    private const string Benchmarks = "dotnet run -c Release --project benchmarks/UserImport.Core.Benchmarks -- ";
    private const string Sample = "dotnet run --project docs/samples/OnlineAcademy";
    private const string Mutants = "cd tests/UserImport.Core.Tests && USERIMPORT_FIRST_WORLDS=40 dotnet stryker --mutate ";

    // Commands with a number that takes long are run with a small one: the variable is what the test reads. Mutation testing is not
    // run: a test holds what it names against the sources.
    private static readonly Dictionary<string, string> RunBy = new(StringComparer.Ordinal)
    {
        [Sample] = "AcademyProcess",
        [Sample + " -- demo"] = "DemoCommandTests",
        [Sample + " -- --help"] = "CommandLineTests",
        ["dotnet test"] = ".ci/run",
        [Benchmarks + "compare"] = "CompareTests",
        [Benchmarks + "compare --file users.xlsx --json"] = "CompareTests",
        [Benchmarks + "compare --rows 10000 --tasks check,ExcelDataReader --memory"] = "BenchmarkCommandsTests",
        [Benchmarks + "compare --tasks parse,check --first"] = "BenchmarkCommandsTests",
        [Benchmarks + "scale --layout shared"] = "BenchmarkCommandsTests",
        [Benchmarks + "kinds"] = "BenchmarkCommandsTests",
        [Benchmarks + "page docs/performance.md"] = "BenchmarkCommandsTests",
        [Benchmarks + "--filter '*ExportBenchmarks*'"] = "BenchmarkCommandsTests",
        [Benchmarks + "hostile"] = "HostileTests",
        [Benchmarks + "hostile --cases managers,sheets"] = "HostileTests",
        ["dotnet tool restore"] = "MutationTestingTests",
        [Mutants + "\"Rules/*.cs\""] = "MutationTestingTests",
        [Mutants + "\"Planning/*.cs\""] = "MutationTestingTests",
        [Mutants + "\"Columns/*.cs\" --mutate \"!Columns/LanguageNames.cs\" --mutate \"!Columns/UserColumns.cs\""] = "MutationTestingTests",
        [Mutants + "\"Rows/*.cs\""] = "MutationTestingTests",
    };

    private static string Root => Repository.Root;

    public static TheoryData<string, string> Commands
    {
        get
        {
            var commands = new TheoryData<string, string>();
            foreach (var page in DocumentationTests.Pages.Select(row => row.Data))
                foreach (var command in PageBlocks.Of(page).SelectMany(block => block.Commands()).Concat(Inline(page)).Distinct())
                    commands.Add(page, command);
            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_pages_is_run_by_somebody(string page, string command)
    {
        if (page is FirstFiveMinutesTests.Page or GettingStartedPageTests.Page) return; // done line by line by these tests

        if (Test().Match(command) is { Success: true } test) ShouldFindTests(test);
        else
        {
            var runBy = RunBy.GetValueOrDefault(command.Split("   ")[0]);
            runBy.Should().NotBeNull("'{0}' of {1} needs a test that runs it", command, page);
            (File.Exists(Path.Combine(Root, runBy!)) || Sources().Any(file => Path.GetFileNameWithoutExtension(file) == runBy)).Should().BeTrue();
        }
    }

    [Fact]
    public void No_command_is_listed_that_no_page_shows()
    {
        Commands.Select(row => row.Data.Item2.Split("   ")[0]).Should().Contain(RunBy.Keys);
    }

    // A run of chosen tests is right if it finds some, and if somebody reads the variable before it.
    private static void ShouldFindTests(Match test)
    {
        var sources = Sources().Where(file => file.StartsWith(Path.Combine(Root, test.Groups["project"].Value), StringComparison.Ordinal))
            .Select(File.ReadAllText).ToList();
        var wanted = test.Groups["filter"].Value.Trim('*');
        var pattern = test.Groups["kind"].Value switch
        {
            "class" => $@"class \w*{wanted}\w*",
            "trait" => $"Trait\\(\"{wanted.Replace("=", "\", \"", StringComparison.Ordinal)}\"\\)",
            _ => $@"void \w*{wanted}\w*\(|Task \w*{wanted}\w*\(",
        };

        sources.Any(source => Regex.IsMatch(source, pattern)).Should().BeTrue("{0} finds tests", test.Value);
        if (test.Groups["variable"] is { Success: true, Value: var variable })
            sources.Any(source => source.Contains($"\"{variable}\"", StringComparison.Ordinal)).Should().BeTrue("a test reads {0}", variable);
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories);

    private static IEnumerable<string> Inline(string page) =>
        InlineCommand().Matches(File.ReadAllText(Path.Combine(Root, page))).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`(dotnet (?:run|test) [^`\n]+)`")]
    private static partial Regex InlineCommand();

    [GeneratedRegex("""^(?:(?<variable>[A-Z_]+)=\d+ )?dotnet test (?:-c Release )?--project (?<project>tests/[\w.]+) --filter-(?<kind>class|trait|method) "(?<filter>[^"]+)"(?: --\S+(?: \w+)?)*$""")]
    private static partial Regex Test();
}
