using System.Runtime.InteropServices;
using System.Security.Cryptography;
using UserImport.Columns;
using UserImport.Planning.People;
using UserImport.Resources;
using UserImport.Rows;

namespace UserImport.Planning.FinalState;

/// <summary>Rows of the same user or the same address (F1): identical ones are duplicates, others all rejected.</summary>
internal static class RowClashes
{
    private const int MostNamed = 10;
    private const int LongestKept = 1_024;

    public static void Judge(IReadOnlyList<PlannedRow> rows)
    {
        var firsts = new Dictionary<string, PlannedRow>(rows.Count, StringComparer.Ordinal);
        var byUser = Groups(rows, firsts, row => row.Existing?.EmployeeNumber);
        byUser.AddRange(Groups(rows, firsts, row => row.Existing is null ? row.NumberKey : null));
        var byEmail = Groups(rows, firsts, row => row.EmailKey);
        if (byUser.Count + byEmail.Count == 0) return;
        MarkDuplicates(byUser.Concat(byEmail).SelectMany(group => group).Distinct().OrderBy(row => row.Number));
        Reject(byUser, UserColumns.EmployeeNumber);
        Reject(byEmail, UserColumns.Email);
    }

    private static List<List<PlannedRow>> Groups(IReadOnlyList<PlannedRow> rows, Dictionary<string, PlannedRow> firsts, Func<PlannedRow, string?> keyOf)
    {
        firsts.Clear();
        var groups = new Dictionary<string, List<PlannedRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (keyOf(row) is not { } key || firsts.TryAdd(key, row)) continue;
            if (groups.TryGetValue(key, out var group)) group.Add(row);
            else groups.Add(key, [firsts[key], row]);
        }
        return [.. groups.Values];
    }

    private static void MarkDuplicates(IEnumerable<PlannedRow> rows)
    {
        var firsts = new Dictionary<string, PlannedRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (PlannedValues.Of(row) is not { } texts || Key(texts) is var signature && firsts.TryAdd(signature, row)) continue;
            row.IsDuplicate = true;
            var notice = row.Row.Layout.Issues.Write("row.duplicate", new(row.Number), IssueSeverity.Notice,
                arguments: [("row", firsts[signature].Number)]);
            row.Issues.Clear();
            row.Issues.Add(notice);
        }
    }

    // Of very long texts only a checksum is kept that nobody can make collide.
    private static string Key(string[] texts)
    {
        var all = string.Join('\u001F', texts);
        return all.Length <= LongestKept ? all : Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(all.AsSpan())));
    }

    private static void Reject(List<List<PlannedRow>> groups, UserColumn column)
    {
        foreach (var group in groups)
        {
            var rows = group.Where(row => !row.IsDuplicate).ToList();
            if (rows.Count < 2) continue;
            var columns = DifferingColumns(rows);
            foreach (var row in rows)
                row.Reject(row.Row.Problem(column, "duplicate", arguments: [("rows", Others(rows, row)), ("columns", columns)]));
        }
    }

    private static string DifferingColumns(List<PlannedRow> rows)
    {
        var differs = new bool[rows[0].Row.Layout.Table.All.Length];
        var first = PlannedValues.TextsOf(rows[0]);
        foreach (var row in rows.Skip(1))
        {
            var texts = PlannedValues.TextsOf(row);
            for (var i = 0; i < differs.Length; i++) differs[i] |= texts[i] != first[i];
        }
        var layout = rows[0].Row.Layout;
        var names = layout.Present.Where(column => differs[column.Index]).Select(column => column.Header(layout.Issues.Messages)).ToList();
        return names.Count == 0 ? "–" : string.Join(", ", names);
    }

    private static string Others(List<PlannedRow> rows, PlannedRow row)
    {
        var others = string.Join(", ", rows.Where(other => other != row).Take(MostNamed).Select(other => other.Number));
        return rows.Count - 1 > MostNamed ? others + ", …" : others;
    }
}
