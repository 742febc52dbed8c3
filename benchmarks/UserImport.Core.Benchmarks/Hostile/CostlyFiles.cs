using static UserImport.Benchmarks.Hostile.HostileRows;

namespace UserImport.Benchmarks.Hostile;

/// <summary>Files that are honest in form, and cost a careless reader more than their size: each is read to its end.</summary>
internal static class CostlyFiles
{
    private const int LongestText = 32_767;
    private static readonly int[] Rows = [25_000, 50_000, 100_000];

    // Ten thousand units of two kinds, and one team whose name has very many commas.
    public static OrgStructure Structure { get; } = new()
    {
        Companies = [new("Acme")],
        Departments = [.. Enumerable.Range(0, 10_000).Select(i => new OrgDepartment(Text($"Matter {i * 7919 % 10_000:D5}"), "Acme"))],
        Teams = [.. Enumerable.Range(0, 10_000).Select(i => new OrgUnit(Text($"Team {i:D5}"))), new(string.Join(',', Enumerable.Repeat("a", 120)))],
        Functions = [new("Controller")],
        Languages = [new("nl")],
    };

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        Of("unknown names beside 10,000 units", Rows, row => User(row, department: Text($"Mattre {row * 31 % 99_991}"))),
        Of("rows wrong in every column", Rows, WrongEverywhere),
        Of("identical rows", Rows, _ => User(2)),
        Of("rows that clash", Rows, row => User(2, first: Text($"Jan {row}"))),
        Of("pairs that clash", Rows, row => User(row, number: Text($"N{row / 2}"))),
        Of("one address for all", Rows, row => User(row, email: "same@acme.nl")),
        Of("distinct list cells of commas", [25, 50, 100], row => User(row, teams: Long(row, ","), managers: Long(row, "b,"))),
        Of("distinct list cells of one-letter names", [35, 70, 140], OneLetterNames),
        Of("list cells of 5,400 unknown names", [100, 200, 400], row => User(row, teams: string.Join(',', Enumerable.Range(0, 5_400).Select(i => Text($"{(char)('a' + row % 26)}{i:D4}"))))),
        Of("list cells of 2,700 teams of the structure", [100, 200, 400], row => User(row, teams: string.Join(", ", Enumerable.Range(row, 2_700).Select(i => Text($"Team {i:D5}"))))),
        Of("managers at international domains", [100, 200, 400], row => User(row, managers: string.Join(',', Enumerable.Range(0, 3_000).Select(i => Text($"a@\u00E9{row * 3_000 + i:x}"))))),
        Of("managers at domains that there cannot be", [100, 200, 400], row => User(row, managers: string.Join(',', Enumerable.Range(0, 2_500).Select(i => Text($"a@\u00E9..{row * 2_500 + i:x}"))))),
        Of("texts of combining marks", [10, 20, 40], row => User(row, first: Marks(row))),
        Of("distinct long texts", [500, 1_000, 2_000], row => User(row, first: Long(row, "\u00E9x"))),
        new("shared strings, each used once", "rows", Rows, Distinct),
        new("clashing rows of one long shared string", "rows", [250, 500, 1_000], rows => Shared(rows, row => ["N2", Text($"Jan {row}"), .. Enumerable.Repeat("#0", 5)])),
        new("one long shared string in every cell", "rows", [10, 20, 40], rows => Shared(rows, row => [Text($"N{row}"), .. Enumerable.Repeat("#0", 10)])),
    ];

    /// <summary>Returns a row whose every cell is wrong.</summary>
    public static string[] WrongEverywhere(int row) =>
        [Text($"N{row}\u0007"), "\u0007", "\u0007", Text($"not an address {row}"), Text($"Acne {row}"), Text($"Mattre {row}"), Text($"n{row}"), Text($"Taem {row}"), Text($"nobody{row}@acme.nl"), Text($"Contrloler {row}"), Text($"maybe {row}")];

    /// <summary>Returns a row of lists as long as cells may be, of names that nobody knows.</summary>
    public static string[] OneLetterNames(int row) => User(row, teams: Long(row, "a,"), managers: Long(row, "a,b,"));

    private static HostileCase Of(string name, int[] sizes, Func<int, string[]> cells) => HostileCase.OfRows(name, sizes, _ => cells);

    private static HostileUpload Distinct(int rows) => HostileUpload.Of(HostilePackage
        .WithSheet(Users(rows, row => User(row, first: Text($"#{row - 2}"), number: Text($"#{rows + row - 2}"))))
        .Set("xl/sharedStrings.xml", "sst", sink =>
        {
            for (var i = 0; i < 2 * rows; i++) sink.Raw("<si><t>Text "u8).Number(i).Raw("</t></si>"u8);
        }));

    private static HostileUpload Shared(int rows, Func<int, string[]> cells) => HostileUpload.Of(HostilePackage
        .WithSheet(Users(rows, cells))
        .Set("xl/sharedStrings.xml", "sst", HostileRows.Shared(string.Concat(Enumerable.Repeat("a,", LongestText / 2)))));

    private static string Long(int row, string unit) =>
        Text($"{row},") + string.Concat(Enumerable.Repeat(unit, (LongestText - 8) / unit.Length));

    // Accents above and below in turn: bringing them into their canonical order is the slowest thing that a text can ask for.
    private static string Marks(int row) => Text($"{row}a") + string.Concat(Enumerable.Repeat("\u0301\u0316", (LongestText - 8) / 2));
}
