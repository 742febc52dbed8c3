using System.Reflection;
using System.Text.RegularExpressions;

namespace UserImport.Tests;

/// <summary>The line drawing of the design, held by the compiler's output: a stage uses only the stages to its left.</summary>
public partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Resources"] = ["Columns"],
        ["Columns"] = ["Resources"],
        ["Spreadsheets"] = ["Columns", "Resources"],
        ["Rows"] = ["Columns", "Resources", "Spreadsheets"],
        ["Templates"] = ["Columns", "Resources", "Spreadsheets", "Rows"],
        ["Rules"] = ["Columns", "Resources", "Spreadsheets", "Rows"],
        ["Planning"] = ["Columns", "Resources", "Spreadsheets", "Rows", "Rules"],
        ["Applying"] = ["Columns", "Resources", "Spreadsheets", "Rows", "Rules", "Planning"],
    };

    public static TheoryData<string> Stages => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_looks_only_to_its_left(string stage)
    {
        var used = SourceFiles(stage).SelectMany(file => UsedStages().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).Where(MayUse.ContainsKey).Distinct();

        used.Should().BeSubsetOf([.. MayUse[stage], stage]);
    }

    [Fact]
    public void Every_folder_of_the_package_is_a_stage()
    {
        Directory.GetDirectories(SourceFolder).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"))
            .Should().BeEquivalentTo(MayUse.Keys);
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        Directory.EnumerateFiles(RepositoryRoot, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Generated().IsMatch(file))
            .Where(file => File.ReadLines(file).Count() > 300)
            .Should().BeEmpty();
    }

    [Fact]
    public void No_type_of_the_Open_XML_SDK_is_part_of_the_public_API()
    {
        var types = typeof(UserImporter).Assembly.GetExportedTypes();
        var used = types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).SelectMany(TypesOf);

        used.Select(type => type.FullName ?? "").Should().NotContain(name => name.StartsWith("DocumentFormat", StringComparison.Ordinal));
    }

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        PropertyInfo property => [property.PropertyType],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    internal static string RepositoryRoot { get; } = FindRoot();

    private static string SourceFolder => Path.Combine(RepositoryRoot, "src", "UserImport.Core");

    private static IEnumerable<string> SourceFiles(string stage) =>
        Directory.EnumerateFiles(Path.Combine(SourceFolder, stage), "*.cs", SearchOption.AllDirectories);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "UserImport.Core.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    // "using UserImport.Rows", "UserImport.Rows.UserRow" and the half-qualified "Rows.UserRow".
    [GeneratedRegex(@"(?:\bUserImport\.|(?<![\w.]))(Columns|Resources|Spreadsheets|Rows|Templates|Rules|Planning|Applying)(?:;|\.[A-Z])")]
    private static partial Regex UsedStages();

    [GeneratedRegex(@"[\\/](bin|obj|TestData|artifacts|StrykerOutput)[\\/]")]
    private static partial Regex Generated();
}
