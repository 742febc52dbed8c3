namespace UserImport.Conformance;

/// <summary>Compares users exactly as they passed through a port: text by every character, lists as sets, managers by number.</summary>
internal static class Comparison
{
    public static IReadOnlyList<string> Differences(UserRecord expected, UserRecord found)
    {
        var differing = new List<string>();
        Text("EmployeeNumber", expected.EmployeeNumber, found.EmployeeNumber);
        Text("FirstName", expected.FirstName, found.FirstName);
        Text("Prefix", expected.Prefix, found.Prefix);
        Text("LastName", expected.LastName, found.LastName);
        Text("Email", expected.Email, found.Email);
        Text("Company", expected.Company, found.Company);
        Text("Department", expected.Department, found.Department);
        List("Functions", expected.Functions, found.Functions);
        Text("CostCenter", expected.CostCenter, found.CostCenter);
        if (expected.Active != found.Active) differing.Add("Active");
        Text("Language", expected.Language, found.Language);
        List("Teams", expected.Teams, found.Teams);
        List("Managers", expected.Managers.Select(manager => manager.EmployeeNumber), found.Managers?.Select(manager => manager.EmployeeNumber));
        foreach (var key in expected.Custom.Keys.Union(found.Custom?.Keys ?? [], StringComparer.Ordinal))
            Text(key, expected.Custom.GetValueOrDefault(key, ""), found.Custom?.GetValueOrDefault(key, ""));
        return differing;

        void Text(string column, string one, string? other)
        {
            if (!string.Equals(one, other, StringComparison.Ordinal)) differing.Add(column);
        }

        void List(string column, IEnumerable<string> one, IEnumerable<string>? other)
        {
            if (other is null || !one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal), StringComparer.Ordinal))
                differing.Add(column);
        }
    }
}
