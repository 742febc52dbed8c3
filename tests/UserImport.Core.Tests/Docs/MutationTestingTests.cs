using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using UserImport.Tests.Packaging;

namespace UserImport.Tests.Docs;

/// <summary>Mutation testing takes too long to run here; what its commands and its configuration name is there.</summary>
public partial class MutationTestingTests
{
    private const string Page = "docs/architecture.md";

    private static string Project => Path.Combine(Repository.Root, "tests", "UserImport.Core.Tests");

    private static JsonElement Configuration =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Project, "stryker-config.json"))).RootElement.GetProperty("stryker-config");

    [Fact]
    public void Every_folder_that_the_page_mutates_has_sources()
    {
        var folders = PageBlocks.Of(Page).SelectMany(block => block.Commands()).Select(command => Mutated().Match(command))
            .Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();

        folders.Should().Equal("Rules", "Planning", "Columns", "Rows");
        folders.Should().OnlyContain(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "UserImport.Core", folder), "*.cs").Any());
    }

    [Fact]
    public void Every_name_in_the_filter_is_that_of_a_test()
    {
        var names = Filtered().Matches(Configuration.GetProperty("test-case-filter").GetString()!).Select(match => match.Groups[1].Value).ToList();
        var tests = Assembly.GetExecutingAssembly().GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => $"{method.DeclaringType!.FullName}.{method.Name}").ToList();

        names.Should().HaveCountGreaterThan(5);
        names.Should().OnlyContain(name => tests.Any(test => test.Contains(name)));
    }

    [Fact]
    public void The_tool_has_one_version()
    {
        var tools = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".config", "dotnet-tools.json"))).RootElement.GetProperty("tools");

        tools.GetProperty("dotnet-stryker").GetProperty("version").GetString().Should().Be("5.1.0");
        Configuration.GetProperty("test-runner").GetString().Should().Be("mtp");
        Configuration.GetProperty("thresholds").GetProperty("break").GetInt32().Should().Be(80);
    }

    [GeneratedRegex("dotnet stryker --mutate \"(\\w+)/")]
    private static partial Regex Mutated();

    [GeneratedRegex(@"FullyQualifiedName!?~([\w.]+)")]
    private static partial Regex Filtered();
}
