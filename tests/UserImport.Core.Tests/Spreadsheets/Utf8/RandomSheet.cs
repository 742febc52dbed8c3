using System.Globalization;
using System.Text;

namespace UserImport.Tests.Spreadsheets.Utf8;

/// <summary>Writes sheets and strings in the usual and in every odd spelling that is legal, and sometimes in one that is not.</summary>
internal sealed class RandomSheet(Random random, bool isOdd)
{
    private static readonly string[] Texts =
    [
        "", " ", "Jan", "user_1@noordzee.example", "R&amp;D", "&lt;b&gt;", "Zoë", "漢字 😀", "a_x000D_b", "_x005F_x0041_", "_xD83D_", "_x00", "41_",
        "&#233;", "&#x1F600;", "&#13;&#10;", "a\r\nb\rc", "tab\there", "a>b", "]]&gt;", "&#1;", "&#xD83D;", "&#xDE00;", "\u007F", "\u0085",
        "\u0001", "\uFFFE", "<![CDATA[x < y]]>", "<!-- c -->", "<?pi x?>", "_", "&quot;&apos;", "line\nfeed", "00123", "1E5", "   lead and trail  ",
        "&#95;x0041_", "é_x0301_", "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
    ];

    private static readonly string[] Numbers = ["0", "7", "123456789012345", "1234567890123456", "-1", "1.5", "1E3", " 5 ", "0.1", "x", "", "1e999", "+3", ".5", "5.", "1,0"];

    private string Prefix { get; } = isOdd && random.Next(4) == 0 ? "x:" : "";

    private char Quote => isOdd && random.Next(5) == 0 ? '\'' : '"';

    /// <summary>The part of a sheet.</summary>
    public string Sheet(int rows)
    {
        var ns = Prefix.Length == 0 ? "" : ":x";
        var body = new StringBuilder();
        for (var row = 1; row <= rows; row++) Row(body, ref row);
        var head = Pick("", "<dimension ref=\"A1\"/>", "<!-- <sheetData> -->", "<sheetViews><sheetView/></sheetViews>").Replace("<d", $"<{Prefix}d", StringComparison.Ordinal)
            .Replace("<sheetV", $"<{Prefix}sheetV", StringComparison.Ordinal).Replace("</sheetV", $"</{Prefix}sheetV", StringComparison.Ordinal);
        return $"<?xml version=\"1.0\"?>\r\n<{Prefix}worksheet xmlns{ns}=\"{RawWorkbook.Main}\" xmlns:y=\"urn:y\">{head}<{Prefix}sheetData{Space()}>{body}</{Prefix}sheetData>{Pick("", "\n", "<!-- end -->")}</{Prefix}worksheet>";
    }

    /// <summary>The part of the shared strings.</summary>
    public string Strings(int count)
    {
        var ns = Prefix.Length == 0 ? "" : ":x";
        var items = string.Concat(Enumerable.Range(0, count).Select(_ => Pick("", "", "\n ") + Element("si", "", Item())));
        return $"<{Prefix}sst xmlns{ns}=\"{RawWorkbook.Main}\" count=\"5\">{items}{Pick("", "\n")}</{Prefix}sst>";
    }

    private void Row(StringBuilder into, ref int row)
    {
        if (random.Next(6) == 0) row += random.Next(1, 40);
        var number = row.ToString(CultureInfo.InvariantCulture);
        var attributes = random.Next(isOdd ? 8 : 20) == 0 ? "" : $" r={Quoted(number)}";
        attributes += Pick("", "", " spans=\"1:14\"", " y:dy=\"0.25\"", " ht='15' customHeight='1'");
        var cells = new StringBuilder();
        var column = 0;
        for (var i = random.Next(9); i > 0; i--)
        {
            column += random.Next(4) == 0 ? random.Next(1, 30) : 1;
            if (isOdd && random.Next(15) == 0) column = random.Next(1, 40);
            Cell(cells, column, number);
            if (isOdd) cells.Append(Pick("", "", "", "\n  ", "<!-- c -->"));
        }
        into.Append(Element("row", attributes, cells.ToString())).Append(Pick("", "", "\n"));
    }

    private void Cell(StringBuilder into, int column, string row)
    {
        var letters = column > 26 ? $"{(char)('A' + (column - 1) / 26 - 1)}{(char)('A' + (column - 1) % 26)}" : $"{(char)('A' + column - 1)}";
        var address = random.Next(isOdd ? 8 : 30) == 0 ? "" : $" r={Quoted(letters + (isOdd && random.Next(40) == 0 ? "3" : row))}";
        var style = random.Next(2) == 0 ? $" s={Quoted(random.Next(isOdd ? -1 : 0, 12).ToString(CultureInfo.InvariantCulture))}" : "";
        var type = Pick("s", "s", "inlineStr", "inlineStr", "str", "n", "", "b", "e", "d");
        var typed = type.Length == 0 ? "" : $" t={Quoted(type)}";
        var attributes = isOdd && random.Next(5) == 0 ? typed + style + address : address + style + typed;
        if (random.Next(8) == 0)
        {
            into.Append("<" + Prefix + "c" + attributes + Space() + "/>");
            return;
        }
        var value = type switch
        {
            "s" => random.Next(-1, 14).ToString(CultureInfo.InvariantCulture),
            "b" => Pick("0", "1", "true", "2", ""),
            "inlineStr" => "",
            "str" => Text(),
            "e" => "#N/A",
            "d" => "2026-11-23",
            _ => Numbers[random.Next(Numbers.Length)],
        };
        var content = type == "inlineStr" ? Element("is", "", Item()) : random.Next(20) == 0 ? "" : Element("v", "", value);
        if (random.Next(8) == 0) content = Element("f", Pick("", " t=\"shared\" si=\"0\""), Pick("", "A1&amp;B1", "SUM(A1:B2)")) + content;
        if (isOdd && random.Next(40) == 0) content += content;
        into.Append(Element("c", attributes, content));
    }

    private string Item() => random.Next(5) switch
    {
        0 => Element("r", "", Element("rPr", "", $"<{Prefix}b/>" + Element("sz", " val=\"11\"", "")) + Element("t", Preserve(), Text())) + Element("r", "", Element("t", "", Text())),
        1 => Element("t", "", Text()) + Element("rPh", " sb=\"0\" eb=\"1\"", Element("t", "", Text())) + $"<{Prefix}phoneticPr fontId=\"1\"/>",
        _ => Element("t", Preserve(), Text()),
    };

    private string Preserve() => Pick("", "", " xml:space=\"preserve\"");

    private string Text()
    {
        var text = Texts[random.Next(isOdd ? Texts.Length : 10)];
        return random.Next(3) == 0 ? text + Texts[random.Next(isOdd ? Texts.Length : 10)] : text;
    }

    private string Element(string name, string attributes, string content) =>
        content.Length == 0 && random.Next(2) == 0
            ? $"<{Prefix}{name}{attributes}/>" : $"<{Prefix}{name}{attributes}{Space()}>{content}</{Prefix}{name}{Space()}>";

    private string Space() => isOdd && random.Next(12) == 0 ? Pick(" ", "\n", "\t ") : "";

    private string Quoted(string value)
    {
        var quote = Quote;
        return $"{quote}{value}{quote}";
    }

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
