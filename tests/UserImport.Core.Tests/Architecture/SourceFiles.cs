using System.Text.RegularExpressions;

namespace UserImport.Tests.Architecture;

/// <summary>The sources that people write, without what tools put beside them.</summary>
internal static partial class SourceFiles
{
    /// <summary>Returns the C# files of a folder and of those in it.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !OfTools().IsMatch(file));

    [GeneratedRegex(@"[\\/](bin|obj|TestData|artifacts|StrykerOutput)[\\/]")]
    private static partial Regex OfTools();
}
