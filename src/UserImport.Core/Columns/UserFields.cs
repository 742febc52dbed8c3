namespace UserImport.Columns;

/// <summary>
/// The one table of what users have: how each of the fourteen columns is held, compared and put into a change. Rows, cells, changes and
/// documents go by it, and know no column by themselves.
/// </summary>
internal static class UserFields
{
    /// <summary>A field a column, in the order of <see cref="UserColumns.All"/>.</summary>
    public static IReadOnlyList<UserField> All { get; } =
    [
        new KeyField(UserColumns.EmployeeNumber, user => user.EmployeeNumber, (user, value) => user with { EmployeeNumber = value }),
        new TextField(UserColumns.FirstName, user => user.FirstName, (user, value) => user with { FirstName = value }),
        new TextField(UserColumns.Prefix, user => user.Prefix, (user, value) => user with { Prefix = value }),
        new TextField(UserColumns.LastName, user => user.LastName, (user, value) => user with { LastName = value }),
        new AddressField(UserColumns.Email, user => user.Email, (user, value) => user with { Email = value }),
        new NameField(UserColumns.Company, user => user.Company, (user, value) => user with { Company = value }),
        new NameField(UserColumns.Department, user => user.Department, (user, value) => user with { Department = value }),
        new NamesField(UserColumns.Functions, user => user.Functions, (user, value) => user with { Functions = value },
            structure => structure.Functions),
        new TextField(UserColumns.CostCenter, user => user.CostCenter, (user, value) => user with { CostCenter = value }),
        new WishField(UserColumns.SendInvitation),
        new FlagField(UserColumns.Active, user => user.Active, (user, value) => user with { Active = value }),
        new LanguageField(UserColumns.Language, user => user.Language, (user, value) => user with { Language = value }),
        new NamesField(UserColumns.Teams, user => user.Teams, (user, value) => user with { Teams = value }, structure => structure.Teams),
        new PeopleField(UserColumns.Managers, user => user.Managers, (user, value) => user with { Managers = value }),
    ];

    /// <summary>Returns the field of one of the fourteen.</summary>
    public static UserField Of(UserColumn column) => All[column.Index];

    /// <summary>Returns the field of a host's own column (C6): its value stands by its key, and a missing one is blank.</summary>
    public static UserField Custom(UserColumn column, ColumnRule? rule) => new TextField(column,
        user => user.Custom.GetValueOrDefault(column.Key, ""),
        (user, value) => user with { Custom = new Dictionary<string, string>(user.Custom, StringComparer.Ordinal) { [column.Key] = value } })
    {
        Rule = rule,
    };

    /// <summary>Returns a user with many values at once: field by field, a user would be copied as often as there are values.</summary>
    /// <remarks>
    /// The same as <see cref="UserField.With"/> for each value of one of the fourteen. Lock and version are what the host said of one state:
    /// they are never taken over.
    /// </remarks>
    /// <param name="user">The user.</param>
    /// <param name="values">The values that they get.</param>
    /// <param name="locked">What the host says of the new state; null if nobody has said anything of it.</param>
    /// <param name="version">The version of the new state; null if there is none.</param>
    public static UserRecord With(UserRecord user, UserValues values, string? locked = null, string? version = null) => user with
    {
        EmployeeNumber = values.Or(UserColumns.EmployeeNumber, user.EmployeeNumber),
        FirstName = values.Or(UserColumns.FirstName, user.FirstName),
        Prefix = values.Or(UserColumns.Prefix, user.Prefix),
        LastName = values.Or(UserColumns.LastName, user.LastName),
        Email = values.Or(UserColumns.Email, user.Email),
        Company = values.Or(UserColumns.Company, user.Company),
        Department = values.Or(UserColumns.Department, user.Department),
        Functions = values.Or(UserColumns.Functions, user.Functions),
        CostCenter = values.Or(UserColumns.CostCenter, user.CostCenter),
        Active = values.Or(UserColumns.Active, user.Active),
        Language = values.Or(UserColumns.Language, user.Language),
        Teams = values.Or(UserColumns.Teams, user.Teams),
        Managers = values.Or(UserColumns.Managers, user.Managers),
        Locked = locked,
        Version = version,
    };
}
