using System.Text;

namespace UserImport.Conformance;

/// <summary>The organisational structure as the rules need it.</summary>
internal static class StructureCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("Everything in the structure has a name, and no list is missing", "M3", run =>
        {
            foreach (var (list, names) in Lists(run.Structure))
            {
                run.Expect(names is not null, $"{list} is null");
                run.Expect(names!.All(name => !string.IsNullOrWhiteSpace(name)), $"a name in {list} is blank");
            }
            return Task.CompletedTask;
        }),
        new("No two names of a list are one name by the rules of comparison", "M3", run =>
        {
            foreach (var (list, names) in Lists(run.Structure))
                run.Expect(names?.Select(Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() == names?.Length, $"two names in {list} are the same");
            return Task.CompletedTask;
        }),
        new("Every department belongs to a company of the structure, or to all", "M4", run =>
        {
            var companies = run.Structure.Companies.Select(company => Key(company.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            run.Expect(run.Structure.Departments.All(department => department.Company is null || companies.Contains(Key(department.Company))),
                "a department belongs to a company that is not in the structure");
            return Task.CompletedTask;
        }),
        new("There is a company, a department and a language to assign", "M5", run =>
        {
            run.Expect(run.Structure.Companies.Any(one => !one.IsRetired), "every company is retired");
            run.Expect(run.Structure.Departments.Any(one => !one.IsRetired), "every department is retired");
            run.Expect(run.Structure.Languages.Any(one => !one.IsRetired), "every language is retired");
            return Task.CompletedTask;
        }),
        new("The structure is the same when it is asked for again", "M3", async run =>
        {
            var again = await run.GetStructureAsync().ConfigureAwait(false);
            foreach (var (one, other) in Lists(run.Structure).Zip(Lists(again)))
                run.Expect(one.Names is not null && other.Names is not null && one.Names.SequenceEqual(other.Names, StringComparer.Ordinal), $"{one.List} changed");
        }),
    ];

    // Departments of different companies may share a name.
    private static IEnumerable<(string List, string[]? Names)> Lists(OrgStructure structure) =>
    [
        ("Companies", structure.Companies?.Select(one => one.Name).ToArray()),
        ("Departments", structure.Departments?.Select(one => string.IsNullOrWhiteSpace(one.Name) ? "" : $"{one.Name} / {one.Company}").ToArray()),
        ("Functions", structure.Functions?.Select(one => one.Name).ToArray()),
        ("Teams", structure.Teams?.Select(one => one.Name).ToArray()),
        ("Languages", structure.Languages?.Select(one => one.Code).ToArray()),
    ];

    private static string Key(string name) =>
        string.Join(' ', name.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
