using System.Text;

namespace UserImport.Lists;

/// <summary>An entry of a list cell, and where it begins and ends in the cell's text.</summary>
/// <param name="Text">The entry, trimmed; without its quotation marks if it is quoted.</param>
/// <param name="IsQuoted">Whether it stood in quotation marks, and so is taken literally.</param>
/// <param name="Start">Where it begins in the cell's text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct ListEntry(string Text, bool IsQuoted, int Start, int End);

/// <summary>Splits list cells at commas (R6). Which pieces together are a name with a comma is for the rules to find.</summary>
internal static class ListCell
{
    /// <summary>Splits a cell; null if a quotation mark is not closed, or text follows it.</summary>
    public static List<ListEntry>? Split(string cell)
    {
        var entries = new List<ListEntry>();
        for (var at = 0; at < cell.Length; at++)
        {
            while (at < cell.Length && char.IsWhiteSpace(cell[at])) at++;
            var start = at;
            if (at < cell.Length && cell[at] == '"')
            {
                if (ReadQuoted(cell, ref at) is not { } quoted) return null;
                if (quoted.Length > 0) entries.Add(new(quoted, true, start, at));
                while (at < cell.Length && char.IsWhiteSpace(cell[at])) at++;
                if (at < cell.Length && cell[at] != ',') return null;
                continue;
            }
            var comma = cell.IndexOf(',', at);
            at = comma < 0 ? cell.Length : comma;
            var end = at;
            while (end > start && char.IsWhiteSpace(cell[end - 1])) end--;
            if (end > start) entries.Add(new(cell[start..end], false, start, end));
        }
        return entries;
    }

    private static string? ReadQuoted(string cell, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < cell.Length; at++)
        {
            if (cell[at] != '"')
            {
                text.Append(cell[at]);
            }
            else if (at + 1 < cell.Length && cell[at + 1] == '"')
            {
                text.Append('"');
                at++;
            }
            else
            {
                at++;
                return text.ToString().Trim();
            }
        }
        return null;
    }
}
