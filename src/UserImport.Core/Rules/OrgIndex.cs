using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>The organisational structure, indexed for one check.</summary>
internal sealed class OrgIndex
{
    private readonly Dictionary<string, NameIndex> _departmentsOf = new(NameKey.Comparer);
    private readonly Dictionary<string, OrgLanguage> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrgLanguage> _languagesFolded = new(NameKey.Comparer);
    private readonly OrgStructure _structure;
    private ClosestName? _closestLanguage;

    public OrgIndex(OrgStructure structure)
    {
        _structure = structure;
        Companies = new NameIndex(structure.Companies);
        AllDepartments = new NameIndex(structure.Departments.Select(department => new OrgUnit(department.Name, department.IsRetired)));
        foreach (var language in structure.Languages.OrderBy(language => language.IsRetired))
            foreach (var spelling in LanguageNames.Spellings(language))
            {
                _languages.TryAdd(NameKey.Of(spelling), language);
                _languagesFolded.TryAdd(NameKey.Of(spelling), language);
            }
    }

    public NameIndex Companies { get; }

    public NameIndex AllDepartments { get; }

    /// <summary>The languages that can be assigned, by the names that the export writes.</summary>
    public IEnumerable<string> LanguagesInUse =>
        _structure.Languages.Where(language => !language.IsRetired).Select(LanguageNames.OwnName);

    /// <summary>Returns the departments of a company: its own and those that every company has.</summary>
    public NameIndex DepartmentsOf(string company)
    {
        var key = NameKey.Of(company);
        return _departmentsOf.TryGetValue(key, out var index) ? index : _departmentsOf[key] = IndexOf(company);
    }

    private NameIndex IndexOf(string company) => new(_structure.Departments
        .Where(department => department.Company is null || NameKey.Same(department.Company, company))
        .Select(department => new OrgUnit(department.Name, department.IsRetired)));

    /// <summary>Returns the language that a cell names, by code or name (M8).</summary>
    public OrgLanguage? FindLanguage(string text)
    {
        var key = NameKey.Of(text);
        return _languages.GetValueOrDefault(key) ?? _languagesFolded.GetValueOrDefault(key);
    }

    /// <summary>Returns the own name of the language in use with the closest spelling; null if none is close (M4).</summary>
    public string? ClosestLanguage(string text)
    {
        _closestLanguage ??= new ClosestName(_structure.Languages.Where(language => !language.IsRetired).SelectMany(LanguageNames.Spellings));
        return _closestLanguage.To(text) is { } spelling ? LanguageNames.OwnName(FindLanguage(spelling)!) : null;
    }
}
