using UserImport.Columns;

namespace UserImport.Tests.Reference;

/// <summary>Makes small worlds from a seed: few numbers, few addresses, and every kind of trouble now and then.</summary>
internal sealed class SmallWorlds
{
    private static readonly string[] Numbers = ["1", "2", "3", "4", "5", "6", "02", "ab", "AB", "b7", "7", "007"];
    private static readonly string[] Emails = ["ann@x.nl", "bob@x.nl", "cor@x.nl", "dee@x.nl", "eve@x.nl", "fay@x.nl", "gus@x.nl", "hal@x.nl"];
    private static readonly string[] Optional = ["Prefix", "Functions", "CostCenter", "SendInvitation", "Active", "Teams", "Managers"];
    private static readonly string[] All =
    [
        "EmployeeNumber", "FirstName", "Prefix", "LastName", "Email", "Company", "Department", "Functions", "CostCenter", "SendInvitation",
        "Active", "Language", "Teams", "Managers",
    ];

    private readonly Random _random;
    private readonly Random _spaces;
    private readonly double _trouble;
    private readonly bool _someAreGone;

    private SmallWorlds(int seed, bool someAreGone = false)
    {
        _someAreGone = someAreGone;
        (_random, _spaces) = (new Random(seed), new Random(~seed));
        _trouble = One(0.0, 0.02, 0.1);
    }

    public static SmallWorld Make(int seed) => new SmallWorlds(seed).World();

    /// <summary>A world in which managers may be gone, as no database with a foreign key would have it.</summary>
    public static SmallWorld MakeWithManagersGone(int seed) => new SmallWorlds(seed, someAreGone: true).World();

    /// <summary>Users who have every required value, with unique numbers and emails, to be exported (K7).</summary>
    public static SmallWorld MakeToExport(int seed)
    {
        var maker = new SmallWorlds(seed);
        return new SmallWorld(maker.Users(unique: true), new GivenFile([], []), ImportAction.AddAndUpdate, BlankCellPolicy.Clear);
    }

    private SmallWorld World()
    {
        var users = Users(unique: !Chance(0.15));
        var columns = All.Where(column => !Optional.Contains(column) || !Chance(0.12)).ToList();
        var rows = new List<Given>();
        var count = _random.Next(2, 9);
        for (var i = 0; i < count; i++)
        {
            var cells = rows.Count > 0 && Chance(0.08) ? new Dictionary<string, GivenCell>(One(rows.ToArray()).Cells) : Cells(users);
            if (cells.Count > 0) rows.Add(new Given(rows.Count + 2, cells.Where(cell => columns.Contains(cell.Key)).ToDictionary()));
        }
        return new SmallWorld(users, new GivenFile(columns, rows), Chance(0.8) ? ImportAction.AddAndUpdate : One(ImportAction.AddOnly, ImportAction.UpdateOnly),
            Chance(0.75) ? BlankCellPolicy.Clear : BlankCellPolicy.Keep);
    }

    private List<UserRecord> Users(bool unique)
    {
        var numbers = Shuffled(Numbers).DistinctBy(number => unique ? number.ToLowerInvariant() : number).Take(_random.Next(3, 9)).ToList();
        var emails = Shuffled(Emails);
        var users = numbers.Select((number, at) => new UserRecord
        {
            EmployeeNumber = number,
            FirstName = One("Ann", "Bob"),
            Prefix = One("", "van"),
            LastName = One("Lee", "Kay"),
            Email = Spelled(!unique && Chance(0.2) ? Rare("jan@localhost", emails[0]) : emails[at]),
            Company = Rare("Oldco", "Acme", "Globex", "acme", "Ghost"),
            Department = Rare("Attic", "Sales", "Sales", "HR", "Gone", "Lab"),
            Functions = Subset("Lead", "Sales", "North", "Sales, North", "Chef", "Bard"),
            CostCenter = One("", "C1", "10"),
            Active = !Chance(0.25),
            Language = Rare("de", "nl", "en", "fr"),
            Teams = Subset("Red", "Blue, Green", "Old"),
            Locked = Chance(0.12) ? "An administrator" : null,
            Version = null,
        }).ToList();
        return users.Select(user => user with { Managers = Managers(user, users) }).ToList();
    }

    private List<UserReference> Managers(UserRecord user, List<UserRecord> users)
    {
        var managers = new List<UserReference>();
        for (var i = Chance(0.5) ? _random.Next(1, 3) : 0; i > 0; i--)
        {
            var manager = One(users.ToArray());
            // The book does not say what one address of two present managers means.
            if ((manager != user || Chance(0.1)) && managers.TrueForAll(one => !one.Email.Equals(manager.Email, StringComparison.OrdinalIgnoreCase)))
                managers.Add(new UserReference(manager.EmployeeNumber, manager.Email));
        }
        if (_someAreGone && Chance(_trouble)) managers.Add(new UserReference("gone", "gone@x.nl"));
        return managers;
    }

    private Dictionary<string, GivenCell> Cells(List<UserRecord> users)
    {
        var user = One(users.ToArray());
        if (Chance(0.35))
            user = new UserRecord
            {
                EmployeeNumber = One(Numbers), FirstName = "Ann", LastName = "Lee", Email = One(Emails), Company = "Acme", Department = "Sales",
                Active = true, Language = "nl", Managers = Chance(0.3) ? [new UserReference("", One(Emails))] : [],
            };
        var cells = new Dictionary<string, GivenCell>();
        Put(cells, "EmployeeNumber", Chance(0.1) ? Recased(user.EmployeeNumber) : user.EmployeeNumber);
        Put(cells, "FirstName", user.FirstName);
        Put(cells, "Prefix", user.Prefix);
        Put(cells, "LastName", user.LastName);
        Put(cells, "Email", user.Email);
        Put(cells, "Company", Chance(0.1) ? Recased(user.Company) : user.Company);
        Put(cells, "Department", user.Department);
        Put(cells, "Functions", Quoted(InSomeOrder(user.Functions)));
        Put(cells, "CostCenter", user.CostCenter);
        Put(cells, "Active", user.Active ? "x" : "");
        Put(cells, "Language", One(ReferenceJudge.LanguageNames.First(names => names[0] == user.Language)));
        Put(cells, "Teams", Quoted(InSomeOrder(user.Teams)));
        Put(cells, "Managers", string.Join(One(", ", ", ", ",", ",  "), InSomeOrder(user.Managers).Select(manager => Chance(0.1) ? Recased(manager.Email) : manager.Email)));
        for (var changes = _random.Next(0, 4); changes > 0; changes--) Change(cells);
        // Whoever types digits into a cell without a text format gets a number.
        foreach (var column in new[] { "EmployeeNumber", "CostCenter" })
            if (Chance(0.2) && cells.TryGetValue(column, out var cell) && cell.Text is [not '0', ..] && cell.Text.All(char.IsAsciiDigit))
                cells[column] = cell with { Mark = CellMark.Number };
        // Whoever copies a text takes a space with it.
        foreach (var column in All)
            if (_spaces.Next(20) == 0 && cells.TryGetValue(column, out var cell)) cells[column] = cell with { Before = "  "[.._spaces.Next(3)], After = " "[.._spaces.Next(2)] };
        if (Chance(_trouble)) Trouble(cells);
        return cells;
    }

    // Whoever types a list anew has another order in mind, or names somebody twice.
    private List<T> InSomeOrder<T>(IReadOnlyList<T> list)
    {
        T[] entries = [.. list];
        if (_spaces.Next(6) == 0) _spaces.Shuffle(entries);
        return entries.Length > 0 && _spaces.Next(12) == 0 ? [.. entries, entries[0]] : [.. entries];
    }

    private void Change(Dictionary<string, GivenCell> cells)
    {
        switch (_random.Next(14))
        {
            case 0 when Chance(0.2): Put(cells, "EmployeeNumber", "aB"); break;
            case 0 or 1 or 2: Put(cells, "Email", Spelled(One(Emails))); break;
            case 3 or 4: Put(cells, "Managers", One(Emails)); break;
            case 5: Put(cells, "Managers", $"{Spelled(One(Emails))}, {One(Emails)}"); break;
            case 6: Put(cells, One("Managers", "Prefix", "CostCenter", "Functions", "Teams", "Active"), ""); break;
            case 7: Put(cells, "Active", One("x", "X", "")); break;
            case 8: Put(cells, "SendInvitation", One("x", "")); break;
            case 9: Put(cells, "FirstName", One("Ann", "ann", "Zoe")); break;
            case 10: Put(cells, "Company", One("Globex", "ACME", "acme")); break;
            case 11: Put(cells, "Department", One("Lab", "HR", "hr")); break;
            case 12: Put(cells, "Functions", One("Lead", "lead, Lead", "Sales,North", "\"Sales, North\"", "North, Lead", "Lead, \"Sales\", North")); break;
            default: Put(cells, "Teams", One("Red", "Blue, Green", "\"blue,  green\"", "red, Blue, Green")); break;
        }
    }

    private void Trouble(Dictionary<string, GivenCell> cells)
    {
        switch (_random.Next(10))
        {
            case 0: cells[One(All)] = new GivenCell("#N/A", CellMark.Error); break;
            case 1: cells[One(All)] = new GivenCell("", CellMark.Damaged); break;
            case 2: cells[One("EmployeeNumber", "FirstName", "Email", "Functions", "Active")] = new GivenCell("45000", CellMark.Date); break;
            case 3: Put(cells, One("EmployeeNumber", "FirstName", "LastName", "Email", "Company", "Department", "Language"), ""); break;
            case 4: cells["EmployeeNumber"] = new GivenCell(One("1", "2", "7", "3", "1.5", "9"), CellMark.Number); break;
            case 5: Put(cells, "Company", One("Oldco", "Ghost", "Nope")); break;
            case 6: Put(cells, One("Department", "Language", "Teams"), One("Attic", "Depot", "Gone", "Nope", "Old", "Duits", "fr")); break;
            case 7: Put(cells, "Functions", One("Sales, North", "Chef", "Bard", "Nope", "\"Lead", "Nope, Lead", "Lead, Nope")); break;
            case 8: Put(cells, "Email", One("jan@localhost", "mailto:ann@x.nl", "ann@x", "a b@x.nl", "")); break;
            default: cells[One("Active", "SendInvitation")] = One(new GivenCell("TRUE", CellMark.Flag), new("FALSE", CellMark.Flag), new("yes"), new("1", CellMark.Number)); break;
        }
    }

    private static void Put(Dictionary<string, GivenCell> cells, string column, string text)
    {
        if (text.Length == 0) cells.Remove(column);
        else cells[column] = new GivenCell(text);
    }

    private static string Quoted(IReadOnlyList<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private string Spelled(string email) => Chance(0.15) ? char.ToUpperInvariant(email[0]) + email[1..] : email;

    private static string Recased(string text) => text.Any(char.IsAsciiLetterLower) ? text.ToUpperInvariant() : text.ToLowerInvariant();

    private string Rare(string rare, params string[] others) => Chance(_trouble * 3) ? rare : Chance(0.9) ? others[_random.Next(Math.Min(2, others.Length))] : One(others);

    private List<string> Subset(params string[] names) => names.Where((_, at) => Chance(at < 3 ? 0.25 : 0.06)).ToList();

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T One<T>(params T[] values) => values[_random.Next(values.Length)];

    private T[] Shuffled<T>(T[] values)
    {
        var copy = (T[])values.Clone();
        _random.Shuffle(copy);
        return copy;
    }
}
