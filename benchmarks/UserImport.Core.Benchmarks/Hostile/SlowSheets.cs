using System.Globalization;
using System.Text;
using static UserImport.Benchmarks.Hostile.HostileRows;

namespace UserImport.Benchmarks.Hostile;

/// <summary>Sheets below their headers full of what costs far more than its bytes, as large as a file and a sheet may be.</summary>
internal static class SlowSheets
{
    private const int MiB = 1 << 20;
    private const string ByXmlReader = "<?tokenizer none?>";
    private const string Behind = "</sheetData><sheetData xmlns=\"x\">"; // in a namespace that nobody reads

    private static readonly string Accents = new('\u00E9', 30_000);

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        Cells("smallest cells", "<c/>", 250, "tooLarge"),
        Cells("smallest cells behind an instruction", "<c/>", 250, "tooLarge", before: ByXmlReader),
        Cells("cells with an attribute", "<c a=\"\"/>", 150, "tooLarge"),
        Cells("cells of sixteen attributes", $"<c{Repeat(16, i => $" {(char)('a' + i)}b=\"\"")}/>", 40, "tooLarge"),
        Cells("cells of blank values", "<c><v></v></c>", 100, "tooLarge"),
        Cells("cells of blank runs", "<c><is><r><t/></r></is></c>", 100, "tooLarge"),
        Cells("cells with formats in turn", "<c r=\"Z{0}\" s=\"1\"/><c r=\"Z{0}\" s=\"2\"/>", 100, "noRows"),
        Cells("cells of one address", Repeat(225, i => $"<c r=\"{Letters(i + 26)}{{0}}\"><v>1</v></c>") + Repeat(4_000, _ => "<c r=\"AA{0}\"><v>1</v></c>"), 1, "tooLarge", sizes: [500, 1_000]),
        Cells("texts of entities", $"<c r=\"Z{{0}}\" t=\"inlineStr\"><is><t>{Repeat(8_000, _ => "&amp;")}</t></is></c>", 20, "tooLarge"),
        Cells("texts of entities behind an instruction", $"<c r=\"Z{{0}}\" t=\"inlineStr\"><is><t>{Repeat(8_000, _ => "&amp;")}</t></is></c>", 20, "tooLarge", before: ByXmlReader, sizes: [500, 1_000]),
        Cells("texts of accents", $"<c r=\"Z{{0}}\" t=\"inlineStr\"><is><t>{Accents}</t></is></c>", 20, "noRows"),
        Cells("unknown elements", "<x xmlns=\"y\"/>", 100, "tooLarge"),
        Content("rows of one number", _ => Repeat(100, _ => "<row r=\"3\"/>"), "tooLarge", sizes: [500, 1_000]),
        Content("comments", _ => Repeat(250, _ => "<!---->"), "tooLarge"),
        Content("rows of 2,000 attributes", _ => $"<row{Repeat(2_000, i => $" a{i}=\"\"")}/>", "tooLarge", sizes: [100, 200]),
        Content("attributes that are all different", row => Text($"<row a{row}=\"\"/>"), "noRows", sizes: [25, 100]),
        Content("elements that are all different", row => Text($"<extLst><a{row}/></extLst>"), "damaged", sizes: [25, 100]),
        Content("elements behind the rows", _ => Repeat(250, _ => "<a/>"), "tooLarge", before: Behind),
        Content("blanks behind the rows", _ => new string(' ', 1_000), "tooLarge", before: Behind, sizes: [400, 800]),
    ];

    private static HostileCase Cells(string name, string cells, int times, string refusal, string before = "", int[]? sizes = null)
    {
        var format = CompositeFormat.Parse($"<row r=\"{{0}}\">{Repeat(times, _ => cells)}</row>");
        return Content(name, row => string.Format(CultureInfo.InvariantCulture, format, row), refusal, before, sizes: sizes);
    }

    // The same piece again and again, with a row number that keeps it below the compression ratio.
    private static HostileCase Content(string name, Func<int, string> piece, string refusal, string before = "", int[]? sizes = null) =>
        new(name, "MiB", sizes ?? [250, 1_000], size => HostileUpload.Of(HostilePackage.WithSheet(sink =>
        {
            Row(sink, 1, Headers);
            sink.Raw(Encoding.UTF8.GetBytes(before));
            var written = 0L;
            for (var row = 2; written < (long)size * MiB; row = row % 1_000_000 + 1)
            {
                var bytes = Encoding.UTF8.GetBytes(piece(row));
                foreach (var part in bytes.Chunk(100_000)) sink.Raw(part);
                sink.Raw("<row r=\""u8).Number(row).Raw("\"/>"u8);
                written += bytes.Length + 16;
            }
        })), "workbook." + refusal);

    private static string Repeat(int times, Func<int, string> piece) => string.Concat(Enumerable.Range(0, times).Select(piece));

    private static string Letters(int i) => i < 26 ? $"{(char)('A' + i)}" : $"{(char)('A' + i / 26 - 1)}{(char)('A' + i % 26)}";
}
