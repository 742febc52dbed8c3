using UserImport.Benchmarks.Compare;
using UserImport.Benchmarks.Questions;
using UserImport.Tests.Packaging;

namespace UserImport.Tests.Benchmarks;

/// <summary>The commands of docs/performance.md, run as programs with few rows.</summary>
public sealed class BenchmarkCommandsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("benchmark-commands").FullName;

    [Fact]
    public async Task Tables_are_measured_and_printed()
    {
        (await RunAsync("compare", "--rows", "60", "--rounds", "1", "--tasks", "check,ExcelDataReader", "--memory"))
            .Should().Contain("Peak MiB").And.Contain("ExcelDataReader");
        (await RunAsync("compare", "--rows", "60", "--rounds", "2", "--tasks", "parse,check", "--first")).Should().Contain("Peak MiB").And.Contain("parse");
        (await RunAsync("scale", "--layout", "shared", "--rows", "1000", "--rounds", "1")).Should().Contain("1,000").And.Contain("check");
        (await RunAsync("kinds", "--rows", "60", "--rounds", "1")).Should().Contain("every row is rejected").And.Contain("check");
        (await RunAsync("compare", "--rows", "60", "--rounds", "1", "--tasks", "check", "--kind", "addsEverybody", "--memory")).Should().Contain("Peak MiB");
        (await RunAsync("--list", "flat", "--filter", "*ExportBenchmarks*")).Should().Contain("ExportBenchmarks");
    }

    [Fact]
    public async Task A_page_is_measured_anew_and_only_its_tables_change()
    {
        var page = Path.Combine(_folder, "page.md");
        await File.WriteAllTextAsync(page, """
            Before
            <!-- measured: machine -->
            old
            <!-- end -->
            <!-- measured: compare --rows 60 --rounds 1 --tasks parse -->
            old
            <!-- end -->
            After
            """, TestContext.Current.CancellationToken);

        await RunAsync("page", page);

        (await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken)).Should().StartWith("Before").And.EndWith("After")
            .And.NotContain("old").And.Contain("cores").And.Contain("| parse ");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<string> RunAsync(params string[] arguments) =>
        DotnetCommand.StartAsync(_folder, "dotnet", [typeof(CompareCommand).Assembly.Location, .. arguments]);
}
