using UserImport.Columns;

namespace UserImport.Rules;

/// <summary>Company and department, judged as a pair (M3, M4, M5).</summary>
internal static class UnitRule
{
    private const int MostListed = 10;

    public static void Judge(in RowHearing hearing)
    {
        var planned = hearing.Planned;
        planned[UserColumns.Company] = hearing.Row[UserColumns.Company];
        planned[UserColumns.Department] = hearing.Row[UserColumns.Department];
        if (hearing.Existing is { } existing && Keeps(hearing, existing))
        {
            hearing.Withdraw(UserColumns.Company);
            hearing.Withdraw(UserColumns.Department);
            (planned[UserColumns.Company], planned[UserColumns.Department]) = (existing.Company, existing.Department);
            return;
        }
        var company = JudgeCompany(hearing);
        JudgeDepartment(hearing, company);
    }

    private static bool Keeps(in RowHearing hearing, UserRecord existing) =>
        (hearing.AsStored.Has(UserColumns.Company) && hearing.AsStored.Has(UserColumns.Department)) ||
        (hearing.HasValue(UserColumns.Company) && hearing.HasValue(UserColumns.Department) &&
         NameKey.Same(existing.Company, hearing.Row[UserColumns.Company]) && NameKey.Same(existing.Department, hearing.Row[UserColumns.Department]));

    private static OrgUnit? JudgeCompany(in RowHearing hearing)
    {
        if (!CanJudge(hearing, UserColumns.Company)) return null;
        var (companies, text) = (hearing.Index.Companies, hearing.Row[UserColumns.Company]);
        var company = companies.Find(text);
        if (company is null) hearing.Report(UserColumns.Company, "unknown", suggestion: companies.Closest(text));
        else if (company.IsRetired) hearing.Report(UserColumns.Company, "retired");
        if (company is not null) hearing.Planned[UserColumns.Company] = company.Name;
        return company;
    }

    private static void JudgeDepartment(in RowHearing hearing, OrgUnit? company)
    {
        if (!CanJudge(hearing, UserColumns.Department)) return;
        var text = hearing.Row[UserColumns.Department];
        // Of an unknown company nobody knows the departments: one defined anywhere is let pass.
        var departments = company is null ? hearing.Index.AllDepartments : hearing.Index.DepartmentsOf(company.Name);
        if (departments.Find(text) is { } department)
        {
            hearing.Planned[UserColumns.Department] = department.Name;
            if (department.IsRetired) hearing.Report(UserColumns.Department, "retired");
        }
        else if (company is not null && hearing.Index.AllDepartments.Find(text) is not null)
        {
            hearing.Report(UserColumns.Department, "otherCompany", suggestion: departments.Closest(text),
                arguments: [("company", company.Name), ("valid", Listed(departments.InUse))]);
        }
        else
        {
            hearing.Report(UserColumns.Department, "unknown", suggestion: departments.Closest(text));
        }
    }

    private static bool CanJudge(in RowHearing hearing, UserColumn column) => hearing.HasValue(column) && !hearing.HasIssue(column);

    private static string Listed(IEnumerable<string> names)
    {
        var listed = names.Take(MostListed + 1).ToList();
        if (listed.Count == 0) return "–";
        return listed.Count <= MostListed ? string.Join(", ", listed) : string.Join(", ", listed.Take(MostListed)) + ", …";
    }
}
