namespace UserImport;

/// <summary>The organisational structure that rows are judged against: what may be assigned, by name.</summary>
/// <remarks>Retired units belong into it too, marked: they give a better message, and users who have them keep them (M5).</remarks>
public sealed class OrgStructure
{
    /// <summary>The companies.</summary>
    public IReadOnlyList<OrgUnit> Companies { get; init; } = [];

    /// <summary>The departments, each of one company or of every company.</summary>
    public IReadOnlyList<OrgDepartment> Departments { get; init; } = [];

    /// <summary>The functions.</summary>
    public IReadOnlyList<OrgUnit> Functions { get; init; } = [];

    /// <summary>The teams.</summary>
    public IReadOnlyList<OrgUnit> Teams { get; init; } = [];

    /// <summary>The languages that users can have. Dutch alone is the default (M8).</summary>
    public IReadOnlyList<OrgLanguage> Languages { get; init; } = [new("nl")];
}

/// <summary>A company, function or team.</summary>
/// <param name="Name">The name, in the spelling that is planned and exported.</param>
/// <param name="IsRetired">Whether it can no longer be newly assigned (M5).</param>
public sealed record OrgUnit(string Name, bool IsRetired = false);

/// <summary>A department.</summary>
/// <param name="Name">The name, in the spelling that is planned and exported.</param>
/// <param name="Company">The company it belongs to; null if every company has it.</param>
/// <param name="IsRetired">Whether it can no longer be newly assigned (M5).</param>
public sealed record OrgDepartment(string Name, string? Company = null, bool IsRetired = false);

/// <summary>A language that users can have; its names come with the library unless the host gives them.</summary>
/// <param name="Code">The code, such as <c>nl</c> or <c>pt-BR</c>.</param>
/// <param name="Name">The language's own name, which the export writes; null for the library's.</param>
/// <param name="IsRetired">Whether it is no longer offered (M5).</param>
public sealed record OrgLanguage(string Code, string? Name = null, bool IsRetired = false);
