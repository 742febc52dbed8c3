using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Templates;

/// <summary>
/// What the dropdowns offer: units that are in use, with a name that a row may have. Departments stand grouped by company, so that
/// each company's are one range.
/// </summary>
internal sealed class OfferedUnits
{
    /// <summary>
    /// How many cells the grouped departments may take. Beyond it (many companies that share very many departments) every company
    /// gets one list of all departments, and the check on upload alone says which belongs where.
    /// </summary>
    internal const int MostGroupedDepartments = 200_000;

    private readonly List<string> _departments = [];

    public OfferedUnits(OrgStructure structure)
    {
        var names = Sorted(structure.Companies.Where(company => !company.IsRetired).Select(company => company.Name));
        var shared = Sorted(Offered(structure.Departments).Where(unit => unit.Company is null).Select(unit => unit.Name));
        var own = Offered(structure.Departments).Where(unit => unit.Company is not null)
            .GroupBy(unit => Key(unit.Company!), unit => unit.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => Sorted(group.Concat(shared)), StringComparer.OrdinalIgnoreCase);
        var cells = names.Sum(name => (long)(own.GetValueOrDefault(Key(name))?.Count ?? 0));
        if (cells > MostGroupedDepartments)
        {
            shared = Sorted(own.Values.SelectMany(group => group).Concat(shared));
            own.Clear();
        }

        // A company without departments gets this blank cell: a range cannot be empty.
        _departments.Add("");
        (int, int)? sharedRange = null;
        var companies = new List<OfferedCompany>(names.Count);
        foreach (var name in names)
        {
            var (first, last) = own.GetValueOrDefault(Key(name)) is { } group ? Place(group)
                : shared.Count == 0 ? (1, 1) : sharedRange ??= Place(shared);
            companies.Add(new OfferedCompany(name, first, last));
        }
        Companies = companies;
        var texts = new UserCells(structure);
        Languages = Sorted(
            structure.Languages.Where(language => !language.IsRetired).Select(language => texts.OfLanguage(language.Code)));
    }

    /// <summary>The companies.</summary>
    public IReadOnlyList<OfferedCompany> Companies { get; }

    /// <summary>The departments, company by company.</summary>
    public IReadOnlyList<string> Departments => _departments;

    /// <summary>The languages, each in its own words.</summary>
    public IReadOnlyList<string> Languages { get; }

    /// <summary>Returns the departments of one company.</summary>
    public IReadOnlyList<string> DepartmentsOf(OfferedCompany company) => _departments[(company.First - 1)..company.Last];

    private (int First, int Last) Place(List<string> group)
    {
        _departments.AddRange(group);
        return (_departments.Count - group.Count + 1, _departments.Count);
    }

    private static IEnumerable<OrgDepartment> Offered(IEnumerable<OrgDepartment> departments) =>
        departments.Where(unit => !unit.IsRetired);

    private static List<string> Sorted(IEnumerable<string> names) =>
    [
        .. names.Select(CellText.Clean).Where(name => name.Length is > 0 && name.Length <= UserColumns.Company.MaxLength)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.OrdinalIgnoreCase).ThenBy(name => name, StringComparer.Ordinal),
    ];

    // Names are compared as M3 says.
    private static string Key(string name) => CellText.FoldSpaces(CellText.Clean(name));
}

/// <summary>A company and where its departments stand.</summary>
/// <param name="Name">The name.</param>
/// <param name="First">The place of its first department, from 1.</param>
/// <param name="Last">The place of its last department.</param>
internal sealed record OfferedCompany(string Name, int First, int Last);
