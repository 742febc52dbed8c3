using System.Globalization;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>
/// A small sheet of users in which every cell holds its own address, so that a cell that is read as another one, as a blank or as
/// something else shows at once. The headers stand in row 1, users in rows 2 to 4; bad things are put into row 3.
/// </summary>
internal static class UsersSheet
{
    public const string Sheet = "xl/worksheets/sheet1.xml";
    public const string Strings = "xl/sharedStrings.xml";
    public const string Styles = "xl/styles.xml";
    public const string Book = "xl/workbook.xml";
    public const string BookRelations = "xl/_rels/workbook.xml.rels";

    /// <summary>The headers of the columns A to J.</summary>
    public static readonly string[] Headers =
        ["Employee number", "First name", "Last name", "Email address", "Company", "Department", "Language", "Teams", "Prefix", "Active"];

    /// <summary>What the cell of a row is expected to hold: its address, and in the column of flags an x.</summary>
    public static string TextOf(char column, int row) => column == 'J' ? "x" : string.Create(CultureInfo.InvariantCulture, $"{column}{row}");

    /// <summary>The row of headers.</summary>
    public static string Header { get; } = Texts(1, Headers);

    /// <summary>A row of texts, from column A on.</summary>
    public static string Texts(int number, params string[] texts) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">{string.Concat(texts.Select((text, i) => Text((char)('A' + i), number, text)))}</row>");

    /// <summary>A user, with some cells replaced by other XML.</summary>
    public static string Row(int number, params (char Column, string Xml)[] replaced) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">{Cells(number, replaced)}</row>");

    /// <summary>The cells of a user, with some replaced by other XML.</summary>
    public static string Cells(int number, params (char Column, string Xml)[] replaced) => string.Concat(Headers.Select((_, i) =>
    {
        var column = (char)('A' + i);
        var other = Array.Find(replaced, one => one.Column == column).Xml;
        return other ?? Text(column, number, TextOf(column, number));
    }));

    /// <summary>The workbook with another third row, which may be any XML, and strings that its cells may share.</summary>
    public static RawWorkbook Of(string third, params string[] sharedStrings) =>
        RawWorkbook.Of(Header + Row(2) + third + Row(4), sharedStrings);

    /// <summary>The workbook as it should be.</summary>
    public static RawWorkbook Good() => Of(Row(3));

    /// <summary>The workbook with another cell in row 3: its attributes without the address, and its content.</summary>
    public static RawWorkbook Cell(char column, string attributes, string content, params string[] sharedStrings) =>
        Of(Row(3, (column, $"<c r=\"{column}3\" {attributes}>{content}</c>")), sharedStrings);

    /// <summary>The workbook with another text in row 3, as XML.</summary>
    public static RawWorkbook Text(char column, string xml) => Cell(column, "t=\"inlineStr\"", $"<is><t>{xml}</t></is>");

    /// <summary>The cell as it should be.</summary>
    public static string PlainCell(char column, int row) => Text(column, row, TextOf(column, row));

    /// <summary>A cell that holds its text itself, as XML.</summary>
    public static string Text(char column, int row, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
}
