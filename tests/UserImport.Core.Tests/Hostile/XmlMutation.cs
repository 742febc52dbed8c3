using System.Text.RegularExpressions;

namespace UserImport.Tests.Hostile;

/// <summary>Damages XML as XML: attributes swapped, numbers made extreme, elements dropped, doubled, moved, turned into others.</summary>
internal static partial class XmlMutation
{
    private static readonly string[] Extremes =
    [
        "0", "-1", "1", "255", "256", "257", "16384", "16385", "1048576", "1048577", "2147483647", "2147483648", "4294967296", "-2147483649",
        "9223372036854775808", "1e15", "1E999", "NaN", "0.1", "", "+1", " 1 ", "00000000000000000000001", "99999999999999999999999999999999999",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "x", "_x0000_", "_xD83D_", "&#0;", "&#xD83D;", "&#x1F600;", "&lt;", "&x;", "<![CDATA[x]]>", "<!-- x -->", "<?x y?>", "]]>", "&", "<", "\u0001",
        "\uFFFE", "\u200B", "<b/>", "<!DOCTYPE x>", "TRUE", "45000", "#N/A", "a,b,\"c", "\u007F", "\u0085", "\r\n", "&#13;",
    ];

    private static readonly string[] Names = ["c", "v", "is", "t", "r", "row", "f", "si", "sst", "sheetData", "worksheet", "rPh", "extLst", "x:c", "sheet", "xf"];
    private static readonly string[] Types = ["s", "str", "inlineStr", "b", "e", "d", "n", "zzz", ""];

    /// <summary>Makes a few changes.</summary>
    public static string Apply(string xml, Random random)
    {
        var tokens = Tokens().Matches(xml).Select(match => match.Value).ToList();
        for (var changes = random.Next(1, 4); changes > 0 && tokens.Count > 0; changes--) Change(tokens, random);
        return string.Concat(tokens);
    }

    private static void Change(List<string> tokens, Random random)
    {
        var at = random.Next(tokens.Count);
        var token = tokens[at];
        switch (random.Next(24))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, token);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case >= 3 and <= 7:
                RepeatElement(tokens, at, random);
                break;
            case >= 8 and <= 12:
                tokens[at] = ReplaceOne(Numbers(), token, random, _ => Extremes[random.Next(Extremes.Length)]);
                break;
            case 13 or 14:
                SwapAttributes(tokens, at, random);
                break;
            case 15 or 16:
                tokens[at] = ReplaceOne(TypeAttribute(), token, random, _ => $" t=\"{Types[random.Next(Types.Length)]}\"");
                break;
            case 17:
                tokens[at] = ReplaceOne(Name(), token, random, _ => Names[random.Next(Names.Length)]);
                break;
            case 18:
                tokens[at] = ReplaceOne(Attribute(), token, random, _ => "");
                break;
            case 19:
                tokens.Insert(at, Texts[random.Next(Texts.Length)]);
                break;
            default:
                at = tokens.FindIndex(at, one => one.Length > 0 && one[0] != '<');
                if (at >= 0) tokens[at] = random.Next(2) == 0 ? Texts[random.Next(Texts.Length)] : tokens[at].Insert(random.Next(tokens[at].Length), Texts[random.Next(Texts.Length)]);
                break;
        }
    }

    // A whole element, from its start tag to the next end tag of that name, put somewhere else or twice.
    private static void RepeatElement(List<string> tokens, int at, Random random)
    {
        if (Name().Match(tokens[at]) is not { Success: true } name || tokens[at].StartsWith("</", StringComparison.Ordinal)) return;
        var end = tokens.FindIndex(at, Math.Min(200, tokens.Count - at), token => token == $"</{name.Value}>");
        if (end < 0) return;
        var element = tokens.GetRange(at, end - at + 1);
        if (random.Next(2) == 0) tokens.RemoveRange(at, element.Count);
        if (random.Next(3) > 0) tokens.InsertRange(random.Next(tokens.Count + 1), element);
    }

    private static void SwapAttributes(List<string> tokens, int at, Random random)
    {
        var attributes = Attribute().Matches(tokens[at]);
        if (attributes.Count == 0) return;
        var one = attributes[random.Next(attributes.Count)];
        var rest = tokens[at].Remove(one.Index, one.Length);
        var places = Attribute().Matches(rest);
        tokens[at] = places.Count == 0 || random.Next(4) == 0
            ? tokens[at].Insert(one.Index, one.Value)
            : rest.Insert(places[random.Next(places.Count)].Index, one.Value);
    }

    private static string ReplaceOne(Regex pattern, string token, Random random, MatchEvaluator with)
    {
        var matches = pattern.Matches(token);
        if (matches.Count == 0) return token;
        var match = matches[random.Next(matches.Count)];
        return token[..match.Index] + with(match) + token[(match.Index + match.Length)..];
    }

    [GeneratedRegex("<[^>]*>|[^<]+")]
    private static partial Regex Tokens();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();

    [GeneratedRegex(" t=[\"'][a-zA-Z]*[\"']")]
    private static partial Regex TypeAttribute();

    [GeneratedRegex("(?<=^</?)[A-Za-z:]+")]
    private static partial Regex Name();

    [GeneratedRegex("\\s[A-Za-z:]+=(\"[^\"]*\"|'[^']*')")]
    private static partial Regex Attribute();
}
