using System.Globalization;
using System.Text.RegularExpressions;
using UserImport.Columns;

namespace UserImport.Tests.Reference;

/// <summary>
/// Reads the sheet that stands in a test: a line a row, cells between bars, <c>\uXXXX</c>, <c>\n</c> and <c>\t</c> in text, and in
/// braces what is not text: {number 7}, {number 7 as 00000}, {date 45000}, {TRUE}, {FALSE}, {error #N/A}, {formula}, {damaged}.
/// </summary>
internal static partial class StorySheet
{
    private static readonly (UserColumn Column, Func<UserRecord, string> Value)[] Required =
    [
        (UserColumns.FirstName, user => user.FirstName), (UserColumns.LastName, user => user.LastName),
        (UserColumns.Email, user => user.Email), (UserColumns.Company, user => user.Company),
        (UserColumns.Department, user => user.Department), (UserColumns.Language, user => user.Language),
    ];

    public static List<IReadOnlyList<StoryCell?>> Parse(string sheet) =>
        sheet.Split('\n').Select(line => (IReadOnlyList<StoryCell?>)line.TrimEnd('\r').Split('|').Select(cell => Cell(cell.Trim())).ToList()).ToList();

    /// <summary>Adds the required columns that a sheet leaves out, on the right.</summary>
    public static List<IReadOnlyList<StoryCell?>> Complete(List<IReadOnlyList<StoryCell?>> rows, IReadOnlyList<UserRecord> stored)
    {
        var headers = rows[0].Select(cell => cell?.Value).ToList();
        var number = headers.IndexOf("Employee number");
        var missing = Required.Where(one => !headers.Contains(one.Column.Header())).ToList();
        return rows.Select((row, at) =>
        {
            if (row.All(cell => cell is null)) return row;
            var key = row[number]?.Value;
            var user = stored.FirstOrDefault(one => one.EmployeeNumber == key) ?? Story.User(key ?? "nobody" + at.ToString(CultureInfo.InvariantCulture));
            return [.. row, .. missing.Select(one => StoryCell.Text(at == 0 ? one.Column.Header() : one.Value(user)))];
        }).ToList();
    }

    private static StoryCell? Cell(string cell)
    {
        if (cell.Length == 0) return null;
        if (cell[0] != '{') return StoryCell.Text(Escape().Replace(cell, Unescape));
        var words = cell.Trim('{', '}').Split(' ');
        return words[0] switch
        {
            "number" => words.Length > 2 ? StoryCell.Number(words[1]) with { Style = 1 } : StoryCell.Number(words[1]),
            "date" => StoryCell.Date(words[1]),
            "TRUE" or "FALSE" => StoryCell.Flag(words[0] == "TRUE"),
            "error" => StoryCell.Error(words[1]),
            "formula" => StoryCell.Formula,
            "damaged" => StoryCell.Damaged,
            _ => throw new FormatException($"What is '{cell}'?"),
        };
    }

    private static string Unescape(Match match) => match.Value switch
    {
        "\\n" => "\n",
        "\\t" => "\t",
        _ => ((char)int.Parse(match.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
    };

    [GeneratedRegex(@"\\(u[0-9A-F]{4}|n|t)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
