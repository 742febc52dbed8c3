using System.Text;
using UserImport.Spreadsheets;

namespace UserImport.Tests.Spreadsheets;

/// <summary>Reads workbooks in tests: a line a row, such as <c>2: A=Text:Jan B=Number:7</c>.</summary>
internal static class Reading
{
    public static ImportLimits Limits => new();

    /// <summary>The rows of the first sheet.</summary>
    public static IReadOnlyList<string> Rows(byte[] file, ImportLimits? limits = null, bool allowMacros = false)
    {
        using var stream = new MemoryStream(file);
        using var workbook = Workbook.Open(stream, limits ?? Limits, allowMacros, CancellationToken.None);
        return Rows(workbook, workbook.Sheets[0]);
    }

    /// <summary>Opens a workbook; the caller disposes it.</summary>
    public static Workbook Open(byte[] file, ImportLimits? limits = null) =>
        Workbook.Open(new MemoryStream(file), limits ?? Limits, allowMacros: false, CancellationToken.None);

    public static IReadOnlyList<string> Rows(Workbook workbook, WorkbookSheet sheet)
    {
        using var reader = workbook.OpenSheet(sheet);
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

    /// <summary>The refusal that reading everything ends with.</summary>
    public static WorkbookRefusedException Refusal(byte[] file, ImportLimits? limits = null)
    {
        var reading = () =>
        {
            using var stream = new MemoryStream(file);
            using var workbook = Workbook.Open(stream, limits ?? Limits, allowMacros: false, CancellationToken.None);
            foreach (var sheet in workbook.Sheets) Rows(workbook, sheet);
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
