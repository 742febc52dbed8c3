using OnlineAcademy.Data;

namespace OnlineAcademy.Seeding;

/// <summary>The organisation of the sample: a company group with retired units and names that occur twice.</summary>
internal static class SampleOrganisation
{
    /// <summary>The last one is retired.</summary>
    public static readonly string[] Companies =
        ["Noorderveld Groep", "Noorderveld Energie", "Noorderveld Infra", "Veldhuis & Zonen Techniek", "Noorderveld Telecom"];

    /// <summary>The companies' mail domains.</summary>
    public static readonly string[] Domains =
        ["noorderveld.example", "energie.noorderveld.example", "infra.noorderveld.example", "veldhuis.example", "telecom.noorderveld.example"];

    /// <summary>The departments of each company; 'Finance' and 'Operations' occur in several.</summary>
    public static readonly string[][] Departments =
    [
        ["Board", "Finance", "Human Resources", "Legal & Compliance", "IT", "Communication"],
        ["Trading", "Wind & Solar", "Customer Care", "Finance", "Operations", "Field Service"],
        ["Cables & Pipes", "Planning", "Operations", "Safety", "Finance", "Projects North", "Projects South"],
        ["Workshop", "Installation", "Sales", "Drawing Office", "Warehouse"],
        ["Network"],
    ];

    public static readonly string[] Functions =
    [
        "Director", "Team lead", "Project manager", "Engineer", "Mechanic", "Planner", "Analyst", "Accountant", "HR advisor",
        "Developer", "Customer advisor", "Safety officer", "Warehouse worker", "Draughtsman", "Trainee",
    ];

    public static readonly string[] Teams =
    [
        "Blue", "Green", "Orange", "Night shift", "Sales, North", "Sales, South", "First aid", "Works council", "Innovation", "Sports",
        "Møde & Event",
    ];

    /// <summary>Assigned to nobody any more but a few who still have them.</summary>
    public const string RetiredDepartment = "Coal", RetiredFunction = "Stoker", RetiredTeam = "Millennium", RetiredLanguage = "fy";

    public static readonly string[] Languages = ["nl", "en", "de", "fr"];

    /// <summary>Puts the whole organisation in a context.</summary>
    public static void AddTo(AcademyContext db)
    {
        var key = 0;
        for (var i = 0; i < Companies.Length; i++)
        {
            db.Companies.Add(new Company { Id = i + 1, Name = Companies[i], IsRetired = i == Companies.Length - 1 });
            foreach (var name in Departments[i]) db.Departments.Add(new Department { Id = ++key, Name = name, CompanyId = i + 1 });
        }
        db.Departments.Add(new Department { Id = ++key, Name = RetiredDepartment, CompanyId = 2, IsRetired = true });
        db.Departments.Add(new Department { Id = ++key, Name = "Academy", CompanyId = null });
        for (var i = 0; i < Functions.Length; i++) db.Functions.Add(new Function { Id = i + 1, Name = Functions[i] });
        db.Functions.Add(new Function { Id = Functions.Length + 1, Name = RetiredFunction, IsRetired = true });
        for (var i = 0; i < Teams.Length; i++) db.Teams.Add(new Team { Id = i + 1, Name = Teams[i] });
        db.Teams.Add(new Team { Id = Teams.Length + 1, Name = RetiredTeam, IsRetired = true });
        foreach (var code in Languages) db.Languages.Add(new Language { Code = code });
        db.Languages.Add(new Language { Code = RetiredLanguage, IsRetired = true });
    }

    /// <summary>Returns the keys of a company's departments.</summary>
    public static (int First, int Count) DepartmentKeys(int company)
    {
        var before = 0;
        for (var i = 0; i < company; i++) before += Departments[i].Length;
        return (before + 1, Departments[company].Length);
    }

    /// <summary>The key of the retired department, and of the one that every company has.</summary>
    public static int RetiredDepartmentKey => Departments.Sum(d => d.Length) + 1;
}
