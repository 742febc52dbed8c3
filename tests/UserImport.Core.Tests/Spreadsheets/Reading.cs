using System.Text;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Utf8;

namespace UserImport.Tests.Spreadsheets;

/// <summary>Reads workbooks in tests: a line a row, such as <c>2: A=Text:Jan B=Number:7</c>.</summary>
internal static class Reading
{
    public static ImportLimits Limits => new();

    /// <summary>The XmlReader alone, the tokenizer with its usual window, and with one that hardly holds a cell at first.</summary>
    public static IReadOnlyList<int> Windows { get; } = [0, ReadingMeter.UsualWindowBytes, 64];

    /// <summary>The rows of the first sheet, which every reader must give alike.</summary>
    public static IReadOnlyList<string> Rows(byte[] file, ImportLimits? limits = null, bool allowMacros = false)
    {
        var all = Windows.Select(window =>
        {
            using var workbook = Workbook.Open(new MemoryStream(file), limits ?? Limits, allowMacros, CancellationToken.None);
            return Rows(workbook, workbook.Sheets[0], window);
        }).ToList();
        all[1].Should().Equal(all[0], "the tokenizer must read what the XmlReader reads");
        all[2].Should().Equal(all[0], "the window must make no difference");
        return all[0];
    }

    /// <summary>Opens a workbook; the caller disposes it.</summary>
    public static Workbook Open(byte[] file, ImportLimits? limits = null) =>
        Workbook.Open(new MemoryStream(file), limits ?? Limits, allowMacros: false, CancellationToken.None);

    public static IReadOnlyList<string> Rows(Workbook workbook, WorkbookSheet sheet, int window = ReadingMeter.UsualWindowBytes)
    {
        using var reader = workbook.OpenSheet(sheet, new SheetDemand { WindowBytes = window });
        return Rows(reader);
    }

    public static IReadOnlyList<string> Rows(ISheetReader reader)
    {
        var rows = new List<string>();
        while (reader.Read()) rows.Add(Describe(reader.Row));
        reader.Read().Should().BeFalse("a reader that has ended stays at its end");
        return rows;
    }

    /// <summary>The cells of the one row <c>&lt;row r="1"&gt;…&lt;/row&gt;</c> with these strings.</summary>
    public static string Cells(string cells, params string[] sharedStrings)
    {
        var rows = Rows(RawWorkbook.Of($"""<row r="1">{cells}</row>""", sharedStrings).ToArray());
        return rows.Count == 0 ? "" : rows.Single()["1: ".Length..];
    }

    /// <summary>The refusal that reading everything ends with, which every reader must give alike.</summary>
    public static WorkbookRefusedException Refusal(byte[] file, ImportLimits? limits = null)
    {
        var all = Windows.Select(window => Refusal(file, limits, window)).ToList();
        foreach (var one in all.Skip(1))
            (one.Code, one.Limit, one.Seen).Should().Be((all[0].Code, all[0].Limit, all[0].Seen), "readers must refuse alike");
        return all[0];
    }

    public static WorkbookRefusedException Refusal(byte[] file, ImportLimits? limits, int window)
    {
        var reading = () =>
        {
            using var workbook = Open(file, limits);
            foreach (var sheet in workbook.Sheets) Rows(workbook, sheet, window);
        };
        return reading.Should().Throw<WorkbookRefusedException>().Which;
    }

    private static string Describe(SheetRow row)
    {
        var line = new StringBuilder().Append(row.Number).Append(':');
        foreach (var cell in row.Cells)
        {
            line.Append(' ').Append(ColumnLetters(cell.Column)).Append('=').Append(cell.Kind);
            if (!cell.Text.IsEmpty) line.Append(':').Append(cell.GetText());
            if (cell.Style != 0) line.Append('/').Append(cell.Style);
        }
        return line.ToString();
    }

    private static string ColumnLetters(int column) =>
        column > 26 ? ColumnLetters((column - 1) / 26) + ColumnLetters((column - 1) % 26 + 1) : ((char)('A' + column - 1)).ToString();
}
