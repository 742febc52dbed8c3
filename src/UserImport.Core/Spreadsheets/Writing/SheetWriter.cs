using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using UserImport.Changes;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Writing;

/// <summary>Writes one sheet from top to bottom; nothing of it is kept in memory.</summary>
internal sealed class SheetWriter
{
    /// <summary>How many rows a sheet has.</summary>
    public const int LastRow = 1_048_576;

    private readonly XmlWriter _xml;
    private readonly List<string> _letters = [];
    private string _rowDigits = "";

    /// <summary>Begins a sheet.</summary>
    /// <param name="xml">Where it goes.</param>
    /// <param name="before">What stands before the rows: properties, views, columns.</param>
    public SheetWriter(XmlWriter xml, IEnumerable<OpenXmlElement> before)
    {
        _xml = xml;
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", PlainNamespaceWriter.Spreadsheet);
        foreach (var element in before) element.WriteTo(xml);
        xml.WriteStartElement("sheetData", PlainNamespaceWriter.Spreadsheet);
    }

    /// <summary>The row that was begun last; 0 before the first.</summary>
    public int Row { get; private set; }

    /// <summary>Begins the next row.</summary>
    /// <param name="height">The height in points; null where the program that opens the file shall find it.</param>
    public void BeginRow(double? height = null)
    {
        Row++;
        if (Row > LastRow) throw new InvalidOperationException($"A sheet has {LastRow} rows; there is no room for more.");
        _rowDigits = Row.ToString(CultureInfo.InvariantCulture);
        _xml.WriteStartElement("row", PlainNamespaceWriter.Spreadsheet);
        _xml.WriteAttributeString("r", _rowDigits);
        if (height is not { } points) return;
        _xml.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
        _xml.WriteAttributeString("customHeight", "1");
    }

    /// <summary>Ends the row.</summary>
    public void EndRow() => _xml.WriteEndElement();

    /// <summary>Writes a text cell; columns count from 1 and come in ascending order.</summary>
    public void WriteText(int column, string text, uint style)
    {
        BeginCell(column, style, "inlineStr");
        _xml.WriteStartElement("is", PlainNamespaceWriter.Spreadsheet);
        _xml.WriteStartElement("t", PlainNamespaceWriter.Spreadsheet);
        if (NeedsSpace(text)) _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(CellEscapes.Encode(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    /// <summary>Writes a cell that holds nothing but its format.</summary>
    public void WriteBlank(int column, uint style)
    {
        BeginCell(column, style);
        _xml.WriteEndElement();
    }

    /// <summary>Writes a number or an error value, so that it is read back as one and not as a text.</summary>
    public void WriteValue(int column, string value, bool isError, uint style)
    {
        BeginCell(column, style, isError ? "e" : null);
        _xml.WriteElementString("v", PlainNamespaceWriter.Spreadsheet, value);
        _xml.WriteEndElement();
    }

    /// <summary>Writes a number of the library's own; what users and hosts give is always text.</summary>
    public void WriteNumber(int column, int value)
    {
        BeginCell(column);
        _xml.WriteElementString("v", PlainNamespaceWriter.Spreadsheet, value.ToString(CultureInfo.InvariantCulture));
        _xml.WriteEndElement();
    }

    /// <summary>Ends the sheet.</summary>
    /// <param name="after">What stands behind the rows, in the order of the schema.</param>
    public void End(IEnumerable<OpenXmlElement> after)
    {
        _xml.WriteEndElement();
        foreach (var element in after) element.WriteTo(_xml);
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
    }

    private void BeginCell(int column, uint? style = null, string? type = null)
    {
        _xml.WriteStartElement("c", PlainNamespaceWriter.Spreadsheet);
        _xml.WriteAttributeString("r", ReferenceOf(column));
        if (style is { } format) _xml.WriteAttributeString("s", format.ToString(CultureInfo.InvariantCulture));
        if (type is not null) _xml.WriteAttributeString("t", type);
    }

    private string ReferenceOf(int column)
    {
        while (_letters.Count <= column) _letters.Add(ColumnLetters.Of(_letters.Count));
        return string.Concat(_letters[column], _rowDigits);
    }

    private static bool NeedsSpace(string text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) ||
                            text.Contains('\n', StringComparison.Ordinal) || text.Contains("  ", StringComparison.Ordinal));
}
