using Microsoft.EntityFrameworkCore;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;

namespace OnlineAcademy.Data;

/// <summary>The organisation while a batch is written: from the names of the plan to the units of the database.</summary>
internal sealed class AssignableUnits
{
    private readonly Dictionary<string, Company> _companies;
    private readonly Dictionary<(string Name, int? CompanyId), Department> _departments;
    private readonly Dictionary<string, Function> _functions;
    private readonly Dictionary<string, Team> _teams;
    private readonly Dictionary<string, bool> _languages;

    private AssignableUnits(List<Company> companies, List<Department> departments, List<Function> functions, List<Team> teams,
        List<Language> languages)
    {
        _companies = companies.ToDictionary(company => company.Name, StringComparer.Ordinal);
        _departments = departments.ToDictionary(department => (department.Name, department.CompanyId));
        _functions = functions.ToDictionary(function => function.Name, StringComparer.Ordinal);
        _languages = languages.ToDictionary(language => language.Code, language => language.IsRetired, StringComparer.Ordinal);
        _teams = teams.ToDictionary(team => team.Name, StringComparer.Ordinal);
    }

    public static async Task<AssignableUnits> LoadAsync(AcademyContext db, CancellationToken cancellationToken) => new(
        await db.Companies.AsNoTracking().ToListAsync(cancellationToken),
        await db.Departments.AsNoTracking().ToListAsync(cancellationToken),
        await db.Functions.AsNoTracking().ToListAsync(cancellationToken),
        await db.Teams.AsNoTracking().ToListAsync(cancellationToken),
        await db.Languages.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>Returns the changes that assign what was retired or removed since the check, by number, with the reason.</summary>
    public Dictionary<int, string> Refuse(IReadOnlyList<UserChange> changes) => changes
        .Where(change => change.Kind != ChangeKind.Invited && !IsOffered(change))
        .ToDictionary(change => change.Number, _ => OutcomeReasons.UnitRetired);

    /// <summary>Returns the keys of a planned company and department.</summary>
    public (int Company, int Department) Place(UserRecord planned)
    {
        var company = _companies[planned.Company];
        return (company.Id, FindAnyDepartment(planned.Department, company)!.Id);
    }

    /// <summary>Returns the key of a function.</summary>
    public int Function(string name) => _functions[name].Id;

    /// <summary>Returns the key of a team.</summary>
    public int Team(string name) => _teams[name].Id;

    // What a user already has and keeps is never judged again; what an undo gives back (row 0) only has to exist.
    private bool IsOffered(UserChange change)
    {
        var (before, after, isUndo) = (change.Before, change.After, change.Row == 0);
        if (before?.Company != after.Company || before.Department != after.Department)
        {
            if (!_companies.TryGetValue(after.Company, out var company)) return false;
            if (isUndo && FindAnyDepartment(after.Department, company) is null) return false;
            if (!isUndo && company.IsRetired && before?.Company != after.Company) return false;
            if (!isUndo && FindDepartment(after.Department, company) is not { IsRetired: false }) return false;
        }
        return after.Functions.Except(before?.Functions ?? [])
                .All(name => _functions.TryGetValue(name, out var function) && (isUndo || !function.IsRetired))
            && after.Teams.Except(before?.Teams ?? []).All(name => _teams.TryGetValue(name, out var team) && (isUndo || !team.IsRetired))
            && (before?.Language == after.Language || (_languages.TryGetValue(after.Language, out var retired) && (isUndo || !retired)));
    }

    private Department? FindDepartment(string name, Company company) =>
        _departments.GetValueOrDefault((name, company.Id)) ?? _departments.GetValueOrDefault((name, null));

    private Department? FindAnyDepartment(string name, Company company) =>
        FindDepartment(name, company) ?? _departments.Values.FirstOrDefault(department => department.Name == name);
}
