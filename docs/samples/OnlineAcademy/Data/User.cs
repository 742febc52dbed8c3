namespace OnlineAcademy.Data;

/// <summary>A user of the academy, as stored.</summary>
public sealed class User
{
    /// <summary>The academy's own key; never used again after a user is deleted.</summary>
    public int Id { get; set; }

    /// <summary>The employee number as somebody typed it first.</summary>
    public required string EmployeeNumber { get; set; }

    /// <summary>The canonical form of the number, by which the import looks users up; unique.</summary>
    public required string NumberKey { get; set; }

    /// <summary>The first name.</summary>
    public string FirstName { get; set; } = "";

    /// <summary>The prefix, such as 'van der'; empty if there is none.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The last name.</summary>
    public string LastName { get; set; } = "";

    /// <summary>The email address as shown.</summary>
    public string Email { get; set; } = "";

    /// <summary>The canonical form of the address; unique, so parked while addresses move between users.</summary>
    public required string EmailKey { get; set; }

    /// <summary>The company.</summary>
    public int CompanyId { get; set; }

    /// <summary>The company.</summary>
    public Company Company { get; set; } = null!;

    /// <summary>The department.</summary>
    public int DepartmentId { get; set; }

    /// <summary>The department.</summary>
    public Department Department { get; set; } = null!;

    /// <summary>The functions.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>The cost center; empty if there is none.</summary>
    public string CostCenter { get; set; } = "";

    /// <summary>Whether the user can log in.</summary>
    public bool Active { get; set; }

    /// <summary>The code of the language.</summary>
    public string LanguageCode { get; set; } = "";

    /// <summary>The teams.</summary>
    public List<Team> Teams { get; } = [];

    /// <summary>The managers.</summary>
    public List<User> Managers { get; } = [];

    /// <summary>The users who have this one as a manager.</summary>
    public List<User> People { get; } = [];

    /// <summary>Why nobody may change this user by import; null if they may.</summary>
    public string? Locked { get; set; }

    /// <summary>Goes up with every change of what the import knows; a concurrency token.</summary>
    public int Version { get; set; }

    /// <summary>How often the user logged in: a value that the import does not know, and that makes nobody stale.</summary>
    public int SignIns { get; set; }
}
