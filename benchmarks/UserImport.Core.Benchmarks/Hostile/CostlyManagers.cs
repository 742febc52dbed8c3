using static UserImport.Benchmarks.Hostile.HostileRows;

namespace UserImport.Benchmarks.Hostile;

/// <summary>Files whose rows depend on each other by addresses and managers: honest in form, and each is read to its end.</summary>
internal static class CostlyManagers
{
    private const int Managers = 1_000;
    private static readonly int[] Rows = [25_000, 50_000, 100_000];
    private static readonly int[] LongRows = [500, 1_000, 2_000];

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        Of("a chain of managers", Rows, _ => row => User(row, managers: row == 2 ? "" : Address(row - 1))),
        Of("a chain of managers that falls with the last row", Rows, rows => row =>
            User(row, department: row == rows + 1 ? "Nowhere" : "Matter 00000", managers: row == rows + 1 ? "" : Address(row + 1))),
        Of("one manager of all", Rows, _ => row => User(row, managers: row == 2 ? "" : Address(2))),
        Of("managers at an address that many rows claim", Rows, rows => row =>
            row <= rows / 2 ? User(row, email: "same@acme.nl") : User(row, managers: "same@acme.nl")),
        Of("one circle of managers", Rows, rows => row => User(row, managers: Address(row == rows + 1 ? 2 : row + 1))),
        Of("everybody manages a thousand", LongRows, _ => row => User(row, managers: Addresses(1, Math.Min(Managers, row - 2), i => row - i))),
        Of("a thousand managers each in one circle", LongRows, rows => row => User(row, managers: Addresses(1, Math.Min(Managers, rows - 1), i => (row - 2 + i) % rows + 2))),
        Of("circles with a long way back", [600, 1_200, 2_400], _ => row => User(row, managers: WayBack(row))),
        new("addresses that rotate among all", "rows", Rows, Rotation),
        new("a thousand managers who lose their addresses", "rows", LongRows, rows => Stored(rows, row => Addresses(0, Managers, Manager), areMoved: true)),
        new("a thousand managers in another order", "rows", LongRows, rows => Stored(rows, row => Addresses(1, Managers - 1, i => Manager(Managers - i)))),
        new("a shared list of a thousand managers", "rows", [1_000, 2_000, 4_000], SharedList),
        new("a thousand unknown managers for known ones", "rows", LongRows, rows => Stored(rows, row => Addresses(0, Managers, i => 9_000_000 + i))),
    ];

    private static HostileCase Of(string name, int[] sizes, Func<int, Func<int, string[]>> cells) => HostileCase.OfRows(name, sizes, cells);

    private static string Addresses(int first, int count, Func<int, int> rowOf) => string.Join(',', Enumerable.Range(first, count).Select(i => Address(rowOf(i))));

    // Of two hundred rows each has all before it as managers; the first has the last.
    private static string WayBack(int row)
    {
        const int Size = 200;
        var (first, place) = ((row - 2) / Size * Size + 2, (row - 2) % Size);
        return place == 0 ? Address(first + Size - 1) : Addresses(0, place, i => first + i);
    }

    // Every user gets the address that the next one has.
    private static HostileUpload Rotation(int rows) =>
        HostileUpload.Of(HostilePackage.WithSheet(Users(rows, row => User(row, email: Address(row == rows + 1 ? 2 : row + 1))))) with
        {
            Users = [.. Enumerable.Range(2, rows).Select(row => UserOf(row, []))],
        };

    // Users who all have the same thousand managers, and what the file says of theirs.
    private static HostileUpload Stored(int rows, Func<int, string> managers, bool areMoved = false)
    {
        var above = Above();
        UserReference[] references = [.. above.Select(user => new UserReference(user.EmployeeNumber, user.Email))];
        var moved = areMoved ? Managers : 0;
        return HostileUpload.Of(HostilePackage.WithSheet(Users(rows + moved, row => row < rows + 2
            ? User(row, managers: managers(row))
            : User(row, number: above[row - rows - 2].EmployeeNumber, email: Text($"new{row}@acme.nl"))))) with
        {
            Users = [.. above, .. Enumerable.Range(2, rows).Select(row => UserOf(row, references))],
        };
    }

    private static HostileUpload SharedList(int rows) => HostileUpload.Of(HostilePackage
        .WithSheet(Users(rows, row => User(row, managers: "#0")))
        .Set("xl/sharedStrings.xml", "sst", Shared(Addresses(0, Managers, Manager)))) with { Users = Above() };

    private static UserRecord[] Above() => [.. Enumerable.Range(0, Managers).Select(i => UserOf(Manager(i), []))];

    private static int Manager(int i) => 1_000_000 + i;

    private static UserRecord UserOf(int row, IReadOnlyList<UserReference> managers) => new()
    {
        EmployeeNumber = Text($"N{row}"), FirstName = "Jan", LastName = "Poe", Email = Address(row), Company = "Acme", Department = "Matter 00000", Language = "nl", Active = true, Managers = managers,
    };
}
