using System.Globalization;
using System.Text;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Hostile;

/// <summary>Writes the rows of hostile sheets: the nine headers that every user needs, and cells of any text.</summary>
internal static class HostileRows
{
    public static readonly string[] Headers =
        ["Employee number", "First name", "Last name", "Email address", "Company", "Department", "Language", "Teams", "Managers", "Functions", "Active"];

    /// <summary>Writes a header row and rows of users, whose cells are made by their number; the first has 2.</summary>
    public static Action<Utf8Sink> Users(int rows, Func<int, string[]> cells) => sink =>
    {
        Row(sink, 1, Headers);
        for (var row = 2; row < rows + 2; row++) Row(sink, row, cells(row));
    };

    /// <summary>Returns the cells of a user who is added without a problem, but for those that are given.</summary>
    public static string[] User(int row, string? number = null, string first = "Jan", string? email = null, string department = "Matter 00000",
        string teams = "", string managers = "") =>
        [number ?? Text($"N{row}"), first, "Poe", email ?? Address(row), "Acme", department, "nl", teams, managers, "", "x"];

    public static string Address(int row) => Text($"{row}@acme.nl");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes a row; a cell that begins with # is the number of a shared string, and blank ones are left out.</summary>
    public static void Row(Utf8Sink sink, int number, string[] cells)
    {
        sink.Raw("<row r=\""u8).Number(number).Raw("\">"u8);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0) continue;
            sink.Raw("<c r=\""u8).Raw([(byte)('A' + i)]).Number(number);
            if (cells[i][0] == '#') sink.Raw("\" t=\"s\"><v>"u8).Raw(Encoding.ASCII.GetBytes(cells[i][1..])).Raw("</v></c>"u8);
            else sink.Raw("\" t=\"inlineStr\"><is><t>"u8).Text(cells[i]).Raw("</t></is></c>"u8);
        }
        sink.Raw("</row>"u8);
    }

    /// <summary>Writes one text as the only shared string.</summary>
    public static Action<Utf8Sink> Shared(string text) => sink => sink.Raw("<si><t>"u8).Text(text).Raw("</t></si>"u8);
}
