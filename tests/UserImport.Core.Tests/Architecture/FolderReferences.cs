using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace UserImport.Tests.Architecture;

/// <summary>One place where a source file uses a type of another folder.</summary>
/// <param name="From">The folder of the file; empty for the root.</param>
/// <param name="To">The folder of the type.</param>
/// <param name="Place">File, line and the type that is used there.</param>
internal sealed record FolderReference(string From, string To, string Place);

/// <summary>Which folders of a project use which, as the compiler sees it: constants, extension methods and inferred types included.</summary>
internal sealed class FolderReferences
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Threading; global using System.Threading.Tasks;";

    private readonly string _root;
    private readonly CSharpCompilation _compilation;

    /// <param name="root">The folder of the project.</param>
    /// <param name="sources">The sources by path.</param>
    public FolderReferences(string root, IEnumerable<(string Path, string Text)> sources)
    {
        _root = root;
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        _compilation = CSharpCompilation.Create("Folders",
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings, options),
                .. sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, options, source.Path)),
            ],
            ReferencedAssemblies(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>What the compiler cannot make sense of: where it is blind, no reference is seen.</summary>
    public IEnumerable<Diagnostic> Errors => _compilation.GetDiagnostics().Where(one => one.Severity is DiagnosticSeverity.Error);

    /// <summary>Every use of a type of the project in a file of another folder.</summary>
    public IReadOnlyList<FolderReference> All { get => field ??= [.. _compilation.SyntaxTrees.Where(HasFolder).SelectMany(ReferencesIn).Distinct()]; }

    /// <summary>The sources of a project on the disk.</summary>
    public static FolderReferences Of(string root) => new(root, SourceFiles.In(root).Select(file => (file, File.ReadAllText(file))));

    private static bool HasFolder(SyntaxTree tree) => tree.FilePath.Length > 0;

    private IEnumerable<FolderReference> ReferencesIn(SyntaxTree tree)
    {
        var model = _compilation.GetSemanticModel(tree);
        var from = FolderOf(tree);
        foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            foreach (var type in TypesBehind(model.GetSymbolInfo(node).Symbol))
                foreach (var declaring in type.DeclaringSyntaxReferences.Select(declaration => declaration.SyntaxTree).Where(HasFolder))
                    if (FolderOf(declaring) is var to && to != from)
                        yield return new FolderReference(from, to, $"{Path.GetRelativePath(_root, tree.FilePath)}:{LineOf(node)} uses {type.Name}");
    }

    // The type that is named, and that of the value behind a name that is not one: 'x.Part' uses the type of Part as well.
    private static IEnumerable<INamedTypeSymbol> TypesBehind(ISymbol? symbol)
    {
        if (symbol is INamedTypeSymbol named) yield return Outermost(named);
        else if (symbol?.ContainingType is { } containing) yield return Outermost(containing);
        var value = symbol switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            IMethodSymbol method => method.ReturnType,
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => null,
        };
        if (value is INamedTypeSymbol type) yield return Outermost(type);
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } containing) type = containing;
        return type.OriginalDefinition;
    }

    private string FolderOf(SyntaxTree tree) => Path.GetRelativePath(_root, Path.GetDirectoryName(tree.FilePath)!).Replace('\\', '/') is var folder and not "."
        ? folder : "";

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<MetadataReference> ReferencedAssemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(file => !Path.GetFileName(file).StartsWith("UserImport.", StringComparison.Ordinal))
        .Select(file => MetadataReference.CreateFromFile(file));
}
