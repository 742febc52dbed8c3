namespace UserImport.Columns;

/// <summary>The fourteen columns: the one table behind header texts, template, parser, comparison, export and messages.</summary>
public static class UserColumns
{
    private const int Name = 255;
    private const int WholeCell = 32_767;

    /// <summary>Who the user is (M1).</summary>
    public static UserColumn EmployeeNumber { get; } = new(0, "EmployeeNumber", ColumnKind.EmployeeNumber, true, Name) { Width = 23 };

    /// <summary>The first name.</summary>
    public static UserColumn FirstName { get; } = new(1, "FirstName", ColumnKind.Text, true, Name) { Width = 18 };

    /// <summary>What stands between first and last name.</summary>
    public static UserColumn Prefix { get; } = new(2, "Prefix", ColumnKind.Text, false, Name) { Width = 17 };

    /// <summary>The last name.</summary>
    public static UserColumn LastName { get; } = new(3, "LastName", ColumnKind.Text, true, Name);

    /// <summary>The email address (M6).</summary>
    public static UserColumn Email { get; } = new(4, "Email", ColumnKind.Email, true, 254) { Width = 46 };

    /// <summary>The company, by name.</summary>
    public static UserColumn Company { get; } = new(5, "Company", ColumnKind.UnitName, true, Name) { Width = 26 };

    /// <summary>The department, by name.</summary>
    public static UserColumn Department { get; } = new(6, "Department", ColumnKind.UnitName, true, Name) { Width = 26 };

    /// <summary>The functions, by name (R6).</summary>
    public static UserColumn Functions { get; } = new(7, "Functions", ColumnKind.List, false, WholeCell) { Width = 30 };

    /// <summary>The cost center.</summary>
    public static UserColumn CostCenter { get; } = new(8, "CostCenter", ColumnKind.Text, false, Name) { Width = 16 };

    /// <summary>Whether to send an invitation; a wish for this import, not a value of the user.</summary>
    public static UserColumn SendInvitation { get; } = new(9, "SendInvitation", ColumnKind.Flag, false, WholeCell) { Width = 16 };

    /// <summary>Whether the user can log in.</summary>
    public static UserColumn Active { get; } = new(10, "Active", ColumnKind.Flag, false, WholeCell) { Width = 10 };

    /// <summary>The language (M8).</summary>
    public static UserColumn Language { get; } = new(11, "Language", ColumnKind.Language, true, Name) { Width = 16 };

    /// <summary>The teams, by name (R6).</summary>
    public static UserColumn Teams { get; } = new(12, "Teams", ColumnKind.List, false, WholeCell) { Width = 30 };

    /// <summary>The managers, by email (F3).</summary>
    public static UserColumn Managers { get; } = new(13, "Managers", ColumnKind.List, false, WholeCell) { Width = 46 };

    /// <summary>All fourteen, in the order of the template.</summary>
    public static IReadOnlyList<UserColumn> All { get; } =
    [
        EmployeeNumber, FirstName, Prefix, LastName, Email, Company, Department, Functions, CostCenter,
        SendInvitation, Active, Language, Teams, Managers,
    ];
}
