using System.Globalization;
using System.Text.RegularExpressions;

namespace UserImport.Tests.Docs;

/// <summary>The limits that docs/security.md lists are those of <see cref="ImportLimits"/>, each with its default.</summary>
public partial class SecurityPageTests
{
    private static readonly Dictionary<string, long> Units = new() { [""] = 1, [" MiB"] = 1 << 20, [" GiB"] = 1 << 30 };

    private static string Page { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    [Fact]
    public void Every_limit_stands_in_the_table_with_its_default()
    {
        var limits = new ImportLimits();

        Listed().Should().BeEquivalentTo(typeof(ImportLimits).GetProperties()
            .Select(property => (property.Name, Convert.ToInt64(property.GetValue(limits), CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Every_limit_says_its_default_in_its_documentation()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "UserImport.Core", "ImportLimits.cs"));

        foreach (var (name, value) in Listed())
        {
            var documented = Regex.Match(source, $@"<summary>([^<]*)</summary>\s*public \w+ {name} ");
            Defaults().Matches(documented.Groups[1].Value).Select(Value).Should().Contain(value, "the documentation of {0} says it", name);
        }
    }

    // A row may list several options, with as many defaults.
    private static IEnumerable<(string Name, long Value)> Listed() =>
        TableRows().Matches(Page).SelectMany(row => Names().Matches(row.Groups[1].Value).Select(name => name.Groups[1].Value)
            .Zip(Defaults().Matches(row.Groups[2].Value).Select(Value)));

    private static long Value(Match match) =>
        long.Parse(match.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture) * Units[match.Groups[2].Value];

    [GeneratedRegex(@"^\| (`\w+`[^|]*) \| ([^|]*) \|[^|]*\|$", RegexOptions.Multiline)]
    private static partial Regex TableRows();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Names();

    [GeneratedRegex(@"([0-9]+(?:,[0-9]{3})*)( MiB| GiB)?")]
    private static partial Regex Defaults();
}
