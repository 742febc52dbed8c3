using System.Text.Json.Serialization;

namespace UserImport.Changes;

/// <summary>A user as part of a line of the document: null stands for what an earlier state of the user has.</summary>
internal sealed record UserLine
{
    /// <summary>The earlier state of a user who has none.</summary>
    public static UserRecord Nobody { get; } = new() { EmployeeNumber = "" };

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EmployeeNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FirstName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LastName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Email { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Company { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Department { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Functions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CostCenter { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Active { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Language { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Teams { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<UserReference>? Managers { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Custom { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Locked { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Version { get; init; }

    public static UserLine Of(UserRecord user, UserRecord earlier) => new()
    {
        EmployeeNumber = Changed(user.EmployeeNumber, earlier.EmployeeNumber),
        FirstName = Changed(user.FirstName, earlier.FirstName),
        Prefix = Changed(user.Prefix, earlier.Prefix),
        LastName = Changed(user.LastName, earlier.LastName),
        Email = Changed(user.Email, earlier.Email),
        Company = Changed(user.Company, earlier.Company),
        Department = Changed(user.Department, earlier.Department),
        Functions = user.Functions.SequenceEqual(earlier.Functions) ? null : user.Functions,
        CostCenter = Changed(user.CostCenter, earlier.CostCenter),
        Active = user.Active == earlier.Active ? null : user.Active,
        Language = Changed(user.Language, earlier.Language),
        Teams = user.Teams.SequenceEqual(earlier.Teams) ? null : user.Teams,
        Managers = user.Managers.SequenceEqual(earlier.Managers) ? null : user.Managers,
        Custom = Same(user.Custom, earlier.Custom) ? null : user.Custom,
        Locked = user.Locked,
        Version = user.Version,
    };

    /// <summary>Returns the user; lock and version belong to one state and are never taken from the earlier one.</summary>
    public UserRecord ToUser(UserRecord earlier)
    {
        if (Functions?.Contains(null!) == true || Teams?.Contains(null!) == true || Custom?.Values.Contains(null!) == true ||
            Managers?.Any(manager => manager is null) == true)
            throw DocumentForm.Damaged("a list of a user cannot be");
        return earlier with
        {
            EmployeeNumber = EmployeeNumber ?? earlier.EmployeeNumber,
            FirstName = FirstName ?? earlier.FirstName,
            Prefix = Prefix ?? earlier.Prefix,
            LastName = LastName ?? earlier.LastName,
            Email = Email ?? earlier.Email,
            Company = Company ?? earlier.Company,
            Department = Department ?? earlier.Department,
            Functions = Functions ?? earlier.Functions,
            CostCenter = CostCenter ?? earlier.CostCenter,
            Active = Active ?? earlier.Active,
            Language = Language ?? earlier.Language,
            Teams = Teams ?? earlier.Teams,
            Managers = Managers ?? earlier.Managers,
            Custom = Custom ?? earlier.Custom,
            Locked = Locked,
            Version = Version,
        };
    }

    private static string? Changed(string text, string earlier) => string.Equals(text, earlier, StringComparison.Ordinal) ? null : text;

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b)
    {
        if (ReferenceEquals(a, b)) return true;
        if (a.Count != b.Count) return false;
        foreach (var (key, value) in a)
            if (!b.TryGetValue(key, out var other) || !string.Equals(value, other, StringComparison.Ordinal)) return false;
        return true;
    }
}
