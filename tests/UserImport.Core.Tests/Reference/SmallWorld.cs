using System.Globalization;
using System.Text;
using UserImport.Columns;
using UserImport.Spreadsheets;

namespace UserImport.Tests.Reference;

/// <summary>A few users and a file about them, full of collisions; the same for the judge and for the library.</summary>
internal sealed record SmallWorld(IReadOnlyList<UserRecord> Users, GivenFile File, ImportAction Action, BlankCellPolicy Blank)
{
    public static OrgStructure Structure { get; } = new()
    {
        Companies = [new("Acme"), new("Globex"), new("Oldco", IsRetired: true)],
        Departments =
        [
            new("Sales", "Acme"), new("Sales", "Globex"), new("Lab", "Globex"), new("HR"), new("Attic", "Acme", IsRetired: true),
            new("Depot", "Oldco"),
        ],
        Functions = [new("Lead"), new("Sales"), new("North"), new("Sales, North"), new("Chef", IsRetired: true)],
        Teams = [new("Red"), new("Blue, Green"), new("Old", IsRetired: true)],
        Languages = [new("nl"), new("en"), new("de", IsRetired: true)],
    };

    /// <summary>The options; lookups in batches of one row, of two, or of all, which decides nothing.</summary>
    public UserImportOptions Options => new() { BlankCells = Blank, LookupBatchSize = File.Rows.Count % 3 == 0 ? 1000 : File.Rows.Count % 3 };

    public ImportRequest Request => new() { Action = Action };

    public Judgement Judge() => new ReferenceJudge(Users, Structure, Options, Action).Judge(File);

    /// <summary>The workbook of the file, headers in row 1.</summary>
    public MemoryStream Workbook()
    {
        var headers = File.Columns.Select(key => (StoryCell?)StoryCell.Text(UserColumns.All.Single(column => column.Key == key).Header())).ToList();
        var rows = new List<IReadOnlyList<StoryCell?>> { headers };
        rows.AddRange(File.Rows.Select(row => (IReadOnlyList<StoryCell?>)File.Columns.Select(key => row.Cell(key) is { } cell ? Cell(cell) : null).ToList()));
        return StoryWorkbook.Write(rows);
    }

    private static StoryCell Cell(GivenCell cell) => cell.Mark switch
    {
        CellMark.Number => StoryCell.Number(cell.Text),
        CellMark.Flag => StoryCell.Flag(cell.Text == "TRUE"),
        CellMark.Date => StoryCell.Date(cell.Text),
        CellMark.Error => StoryCell.Error(cell.Text),
        CellMark.Damaged => StoryCell.Damaged,
        _ => StoryCell.Text(cell.Before + cell.Text + cell.After),
    };

    /// <summary>The same file with its rows in another order; the row numbers follow the new order.</summary>
    public SmallWorld InOrder(IReadOnlyList<int> order) =>
        this with { File = File with { Rows = order.Select((from, at) => File.Rows[from] with { Row = at + 2 }).ToList() } };

    /// <summary>Smaller worlds that may show the same failure.</summary>
    public IEnumerable<SmallWorld> Smaller()
    {
        for (var i = 0; i < File.Rows.Count; i++)
            yield return this with { File = File with { Rows = Numbered(File.Rows.Where((_, at) => at != i)) } };
        for (var i = 0; i < Users.Count; i++)
            yield return this with { Users = WithoutUser(Users[i].EmployeeNumber) };
        for (var i = 0; i < Users.Count; i++)
            if (Users[i].Managers.Count > 0)
                yield return this with { Users = Users.Select((user, at) => at == i ? user with { Managers = [] } : user).ToList() };
        foreach (var column in File.Columns.Where(key => !UserColumns.All.Single(one => one.Key == key).IsRequired))
            yield return this with { File = new GivenFile(File.Columns.Where(key => key != column).ToList(), File.Rows.Select(row => Without(row, column)).ToList()) };
        for (var i = 0; i < File.Rows.Count; i++)
            foreach (var column in File.Rows[i].Cells.Keys.Where(key => !UserColumns.All.Single(one => one.Key == key).IsRequired))
                yield return this with { File = File with { Rows = File.Rows.Select((row, at) => at == i ? Without(row, column) : row).ToList() } };
        if (Blank != BlankCellPolicy.Clear) yield return this with { Blank = BlankCellPolicy.Clear };
        if (Action != ImportAction.AddAndUpdate) yield return this with { Action = ImportAction.AddAndUpdate };
    }

    private List<UserRecord> WithoutUser(string number) =>
        Users.Where(user => user.EmployeeNumber != number)
            .Select(user => user with { Managers = user.Managers.Where(manager => manager.EmployeeNumber != number).ToList() }).ToList();

    private static Given Without(Given row, string column) =>
        row with { Cells = row.Cells.Where(cell => cell.Key != column).ToDictionary() };

    private static List<Given> Numbered(IEnumerable<Given> rows) => rows.Select((row, at) => row with { Row = at + 2 }).ToList();

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Action}, blank cells: {Blank}");
        foreach (var user in Users)
            text.AppendLine(CultureInfo.InvariantCulture, $"""
                  {user.EmployeeNumber} {user.FirstName}/{user.Prefix}/{user.LastName} <{user.Email}> {user.Company}/{user.Department} [{string.Join(';', user.Functions)}] '{user.CostCenter}' active={user.Active} {user.Language} teams=[{string.Join(';', user.Teams)}] managers=[{string.Join(';', user.Managers.Select(one => one.EmployeeNumber + "=" + one.Email))}] {user.Locked}
                """);
        foreach (var row in File.Rows)
            text.AppendLine(CultureInfo.InvariantCulture, $"  row {row.Row}: {string.Join(" | ", File.Columns.Select(key => Show(key, row.Cell(key))))}");
        return text.ToString();
    }

    private static string Show(string key, GivenCell? cell) => $"{key}={(cell is null ? "" : cell.Mark == CellMark.Text ? cell.Text : $"{{{cell.Mark} {cell.Text}}}")}";
}
