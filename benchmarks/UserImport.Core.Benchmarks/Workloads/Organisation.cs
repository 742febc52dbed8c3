using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;

namespace UserImport.Benchmarks.Workloads;

/// <summary>The organisational structure in which every name of an upload is defined.</summary>
internal sealed class Organisation(OrgStructure structure) : IOrgStructureLookup
{
    private static readonly string[] LanguageCodes = ["nl", "en", "de", "fr", "es", "it", "pl", "pt", "tr"];

    private static readonly Dictionary<string, string> Codes = LanguageCodes
        .SelectMany(code => LanguageNames.Spellings(new OrgLanguage(code)).Select(spelling => (spelling, code)))
        .DistinctBy(pair => pair.spelling, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(pair => pair.spelling, pair => pair.code, StringComparer.OrdinalIgnoreCase);

    public OrgStructure Structure { get; } = structure;

    /// <summary>Returns the code of a language that a cell names; the text itself if it is none of the usual ones.</summary>
    public static string CodeOf(string language) => Codes.GetValueOrDefault(language, language);

    public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Structure);

    /// <summary>Collects the names of all rows.</summary>
    public static Organisation Of(IEnumerable<string[]> rows)
    {
        var (companies, functions, teams, languages) = (NewSet(), NewSet(), NewSet(), NewSet());
        var departments = new HashSet<(string Name, string Company)>();
        var cells = NewSet();
        foreach (var row in rows)
        {
            companies.Add(row[UserColumns.Company.Index]);
            departments.Add((row[UserColumns.Department.Index], row[UserColumns.Company.Index]));
            languages.Add(row[UserColumns.Language.Index]);
            Collect(row[UserColumns.Functions.Index], functions, cells);
            Collect(row[UserColumns.Teams.Index], teams, cells);
        }
        return new Organisation(new OrgStructure
        {
            Companies = Units(companies),
            Departments = [.. departments.Where(d => d.Name.Length > 0).Select(d => new OrgDepartment(d.Name, d.Company))],
            Functions = Units(functions),
            Teams = Units(teams),
            Languages = [.. languages.Where(name => name.Length > 0).Select(CodeOf).Distinct(StringComparer.Ordinal).Select(code => new OrgLanguage(code))],
        });
    }

    private static HashSet<string> NewSet() => new(StringComparer.Ordinal);

    private static OrgUnit[] Units(HashSet<string> names) => [.. names.Where(name => name.Length > 0).Order(StringComparer.Ordinal).Select(name => new OrgUnit(name))];

    private static void Collect(string cell, HashSet<string> names, HashSet<string> cellsSeen)
    {
        if (cellsSeen.Add(cell)) names.UnionWith((ListCell.Split(cell) ?? []).Select(entry => entry.Text));
    }
}
