using System.Reflection;
using Microsoft.CodeAnalysis;

namespace UserImport.Tests.Architecture;

/// <summary>The line drawing of the design, held by the compiler's own references: a stage uses only the stages before it.</summary>
public class ArchitectureTests
{
    // In the order of the pipeline; whoever comes later may use whoever came before. Subfolders go with the folder that they stand in.
    private static readonly string[] Stages =
    [
        "Resources", "Columns", "Lists", "Spreadsheets", "Rows", "Rules", "Changes", "Planning", "Applying", "Templates", "Observing",
    ];

    // Whoever stands beside the line: Templates writes rows and never plans, Applying knows the plan and not its making.
    private static readonly (string From, string To)[] Forbidden = [("Templates", "Rules"), ("Templates", "Changes"), ("Templates", "Planning"),
        ("Templates", "Applying"), ("Applying", "Rules"), ("Applying", "Planning")];

    private const int MostFilesOfAFolder = 22;

    private static readonly FolderReferences Core = FolderReferences.Of(SourceFolder);

    [Fact]
    public void The_compiler_understands_the_sources_that_are_looked_at() =>
        // What a source generator adds is not there: the JSON contexts, and who uses them, miss their members.
        Core.Errors.Where(error => error.Location.SourceTree?.ToString().Contains("Context") != true).Should().BeEmpty();

    [Fact]
    public void Every_folder_of_the_package_is_a_stage() =>
        FoldersOf(SourceFolder).Where(folder => !folder.Contains('/')).Should().BeEquivalentTo(Stages);

    [Fact]
    public void A_stage_uses_only_stages_before_it() =>
        Core.All.Where(one => one.From.Length > 0 && one.To.Length > 0 && StageOf(one.To) > StageOf(one.From))
            .Select(one => $"{one.From} → {one.To}: {one.Place}").Should().BeEmpty();

    [Fact]
    public void What_stands_beside_the_line_leaves_the_rest_alone() =>
        Core.All.Where(one => Forbidden.Contains((TopOf(one.From), TopOf(one.To)))).Select(one => $"{one.From} → {one.To}: {one.Place}")
            .Should().BeEmpty();

    [Fact]
    public void No_two_folders_use_each_other() => CirclesIn(Core).Should().BeEmpty();

    [Fact]
    public void A_circle_of_folders_is_found_however_it_is_written()
    {
        var sources = new FolderReferences("/core",
        [
            ("/core/Rows/Row.cs", "namespace N.Rows; class Row { int Most => Planning.Plan.Most; }"),
            ("/core/Planning/Plan.cs", "namespace N.Planning; class Plan { public const int Most = 3; }"),
            ("/core/Planning/Inner/Step.cs", "using N.Rows; namespace N.Planning.Inner; class Step { object Of(Row row) => new(); Row Next() => new(); }"),
            ("/core/Planning/Way.cs", "namespace N.Planning; class Way { object Go() => new Inner.Step(); }"),
        ]);

        CirclesIn(sources).Should().BeEquivalentTo(
            "Rows → Planning: Rows/Row.cs:1 uses Plan",
            "Planning → Planning/Inner: Planning/Way.cs:1 uses Step",
            "Planning/Inner → Rows: Planning/Inner/Step.cs:1 uses Row");
    }

    [Fact]
    public void No_folder_holds_more_files_than_somebody_can_look_through() =>
        FoldersOf(SourceFolder).Where(folder => Directory.GetFiles(Path.Combine(SourceFolder, folder), "*.cs").Length > MostFilesOfAFolder)
            .Should().BeEmpty();

    [Fact]
    public void No_type_of_the_Open_XML_SDK_is_part_of_the_public_API()
    {
        var types = typeof(UserImporter).Assembly.GetExportedTypes();
        var used = types.SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).SelectMany(TypesOf);

        used.Select(type => type.FullName ?? "").Should().NotContain(name => name.StartsWith("DocumentFormat", StringComparison.Ordinal));
    }

    // What two folders use of each other, be it through further ones. The root aside: it holds what a host touches, which all stages
    // know, and the way through them.
    private static IEnumerable<string> CirclesIn(FolderReferences references)
    {
        var between = references.All.Where(one => one.From.Length > 0 && one.To.Length > 0).ToList();
        var uses = between.GroupBy(one => one.From).ToDictionary(group => group.Key, group => group.Select(one => one.To).ToHashSet());
        var reached = uses.Keys.ToDictionary(folder => folder, folder => ReachedFrom(folder, uses));
        return between.Where(one => reached.GetValueOrDefault(one.To)?.Contains(one.From) == true)
            .Select(one => $"{one.From} → {one.To}: {one.Place}");
    }

    private static HashSet<string> ReachedFrom(string folder, Dictionary<string, HashSet<string>> uses)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(uses[folder]);
        while (next.TryDequeue(out var one))
            if (reached.Add(one))
                foreach (var further in uses.GetValueOrDefault(one) ?? []) next.Enqueue(further);
        return reached;
    }

    private static IEnumerable<string> FoldersOf(string root) =>
        SourceFiles.In(root).Select(file => Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace('\\', '/')).Where(folder => folder != ".")
            .Distinct();

    private static int StageOf(string folder) => Array.IndexOf(Stages, TopOf(folder));

    private static string TopOf(string folder) => folder.Split('/')[0];

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        PropertyInfo property => [property.PropertyType],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    private static string SourceFolder => Path.Combine(Repository.Root, "src", "UserImport.Core");
}
