namespace OnlineAcademy.Data;

/// <summary>A company of the group.</summary>
public sealed class Company
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it can no longer be assigned.</summary>
    public bool IsRetired { get; set; }
}

/// <summary>A department of one company, or of all of them.</summary>
public sealed class Department
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The name; two companies may each have a department of the same name.</summary>
    public required string Name { get; set; }

    /// <summary>The company; null if every company has the department.</summary>
    public int? CompanyId { get; set; }

    /// <summary>The company; null if every company has the department.</summary>
    public Company? Company { get; set; }

    /// <summary>Whether it can no longer be assigned.</summary>
    public bool IsRetired { get; set; }
}

/// <summary>A function that users can have.</summary>
public sealed class Function
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it can no longer be assigned.</summary>
    public bool IsRetired { get; set; }
}

/// <summary>A team that users can be in.</summary>
public sealed class Team
{
    /// <summary>The key.</summary>
    public int Id { get; set; }

    /// <summary>The name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it can no longer be assigned.</summary>
    public bool IsRetired { get; set; }
}

/// <summary>A language of the academy.</summary>
public sealed class Language
{
    /// <summary>The code, such as <c>nl</c>.</summary>
    public required string Code { get; set; }

    /// <summary>Whether it is no longer offered.</summary>
    public bool IsRetired { get; set; }
}
