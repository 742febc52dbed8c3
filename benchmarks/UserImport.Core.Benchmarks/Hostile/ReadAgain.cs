using System.Text;
using UserImport.Benchmarks.Workloads;
using static UserImport.Benchmarks.Hostile.HostileRows;

namespace UserImport.Benchmarks.Hostile;

/// <summary>
/// Files that are read as often as a check may read one, and are damaged at their end: the costly part stands among the first rows, where
/// headers are looked for, and so many new users behind it that the rows are read to their end before they are kept.
/// </summary>
internal static class ReadAgain
{
    private const int MiB = 1 << 20;
    private const int NewUsers = 3_000;
    private const int FirstFreeRow = 1_000_000;

    private static readonly string Wide = $"<c t=\"inlineStr\"><is><t>{new string('\uFDFA', 32_700)}</t></is></c>";

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        Damaged("blank rows read again and again", BlankCells, "damaged", [100, 200]),
        Damaged("smallest cells read again and again", _ => Cells("<c/>", 250), "tooLarge", [50, 1_000]),
        Damaged("declarations read again and again", _ => Cells("<c xmlns:a=\"b\"/>", 100), "tooLarge", [50, 1_000]),
        Damaged("attributes read again and again", _ => Cells("<c a=\"\" b=\"\" c=\"\"/>", 100), "tooLarge", [50, 1_000]),
        Damaged("long texts beside the known columns", Notes, "damaged", [50, 100]),
        Damaged("more long texts beside the known columns", Notes, "tooLarge", [300, 900]),
        Damaged("the same behind an instruction", Notes, "damaged", [50, 100], "<?tokenizer none?>"),
    ];

    private static HostileCase Damaged(
        string name, Func<int, string> cells, string refusal, int[] sizes, string before = "") =>
        new(name, "MiB", sizes, size => HostileUpload.Of(HostilePackage.WithSheet(sink =>
        {
            sink.Raw(Encoding.UTF8.GetBytes(before));
            Row(sink, 1, Headers);
            for (var row = 2; row < 5; row++) Row(sink, row, User(row));
            var written = 0L;
            for (var row = 5; written < (long)size * MiB; row++)
            {
                var bytes = Encoding.UTF8.GetBytes(Text($"<row r=\"{row}\">{cells(row)}</row>"));
                foreach (var part in bytes.Chunk(100_000)) sink.Raw(part);
                written += bytes.Length;
            }
            for (var row = 0; row < NewUsers; row++) Row(sink, FirstFreeRow + row, User(row + 100));
            sink.Raw("</sheetDatum>"u8);
        })), "workbook." + refusal);

    private static string BlankCells(int row)
    {
        var cells = new StringBuilder();
        for (var first = 'A'; first <= 'H'; first++)
            for (var second = 'A'; second <= 'Z'; second++) cells.Append(Text($"<c r=\"{first}{second}{row}\" s=\"1\"/>"));
        return cells.ToString();
    }

    private static string Notes(int row) => Text($"<c r=\"P{row}\"/>{Cells(Wide, 237)}");

    private static string Cells(string cell, int times) => string.Concat(Enumerable.Repeat(cell, times));
}
