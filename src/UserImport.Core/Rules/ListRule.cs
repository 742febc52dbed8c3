using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Functions, teams and managers: lists with commas (R6).</summary>
internal static class ListRule
{
    public static void JudgeFunctions(RowHearing hearing) => hearing.Planned.Functions =
        Plan(hearing, UserColumns.Functions, hearing.Index.Functions, hearing.Existing?.Functions);

    public static void JudgeTeams(RowHearing hearing) => hearing.Planned.Teams =
        Plan(hearing, UserColumns.Teams, hearing.Index.Teams, hearing.Existing?.Teams);

    /// <summary>Who the managers are is judged on the final state (F3); here the cell is only split.</summary>
    public static void JudgeManagers(RowHearing hearing)
    {
        if (hearing.Keeps(UserColumns.Managers) || hearing.AsStored.Has(UserColumns.Managers)) return;
        var addresses = IsOneEntry(hearing, UserColumns.Managers) ? [hearing.Row[UserColumns.Managers]]
            : Split(hearing, UserColumns.Managers).Select(entry => entry.Text).ToArray();
        for (var i = 0; i < addresses.Length; i++) addresses[i] = EmailAddress.WithoutMailTo(addresses[i]);
        var keys = Array.ConvertAll(addresses, UserKeys.OfEmail);
        if (keys.Length > 1) (addresses, keys) = Distinct(addresses, keys);
        (hearing.Planned.Managers, hearing.Planned.ManagerKeys) = (addresses, keys);
    }

    private static (string[] Addresses, string[] Keys) Distinct(string[] addresses, string[] keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isFirst = Array.ConvertAll(keys, seen.Add);
        return seen.Count == keys.Length ? (addresses, keys) : ([.. addresses.Where((_, i) => isFirst[i])], [.. keys.Where((_, i) => isFirst[i])]);
    }

    private static IReadOnlyList<string> Plan(RowHearing hearing, UserColumn column, NameIndex names, IReadOnlyList<string>? stored)
    {
        if (stored is not null && (hearing.Keeps(column) || hearing.AsStored.Has(column))) return stored;
        var entries = IsOneEntry(hearing, column) ? [hearing.Row[column]] : Read(hearing, column, names, stored);
        if (entries.Count == 0) return [];
        var kept = Kept(stored);
        var planned = new List<string>(entries.Count);
        var seen = entries.Count > 1 ? new HashSet<string>(NameKey.Comparer) : null;
        var reported = 0;
        foreach (var name in entries)
            if (seen?.Add(NameKey.Of(name)) is not false)
                planned.Add(Resolve(hearing, column, names, kept, name, ref reported));
        return stored is not null && IsSame(planned, stored) ? stored : planned;
    }

    private static IReadOnlyList<string> Read(RowHearing hearing, UserColumn column, NameIndex names, IReadOnlyList<string>? stored)
    {
        var entries = Split(hearing, column);
        var own = stored is { Count: > 0 } ? new CommaNames(stored) : CommaNames.None;
        if (names.WithCommas.IsEmpty && own.IsEmpty) return [.. entries.Select(entry => entry.Text)];
        var kept = Kept(stored);
        var reading = ListReading.Of(hearing.Row[column], entries, PiecesFrom, name => kept?.ContainsKey(NameKey.Of(name)) is true || names.Find(name) is not null);
        if (reading.Other is { } other)
            hearing.Report(column, "ambiguous", arguments: [("first", Show(reading.Entries)), ("second", Show(other))]);
        return reading.Entries;

        IEnumerable<int> PiecesFrom(string first) =>
            own.IsEmpty ? names.WithCommas.PiecesFrom(first) : names.WithCommas.PiecesFrom(first).Union(own.PiecesFrom(first)).Order();
    }

    private static string Resolve(RowHearing hearing, UserColumn column, NameIndex names, Dictionary<string, string>? kept, string name,
        ref int reported)
    {
        if (kept is not null && kept.TryGetValue(NameKey.Of(name), out var own)) return own;
        var unit = names.Find(name);
        if (unit is not { IsRetired: false } && hearing.Reports.Allows(reported++))
        {
            if (unit is null) hearing.Report(column, "unknown", name, names.Closest(name));
            else hearing.Report(column, "retired", name);
        }
        return unit?.Name ?? name;
    }

    private static bool CanRead(RowHearing hearing, UserColumn column) => hearing.HasValue(column) && !hearing.HasIssue(column);

    private static bool IsOneEntry(RowHearing hearing, UserColumn column) =>
        CanRead(hearing, column) && !hearing.Row[column].AsSpan().ContainsAny(',', '"');

    private static IReadOnlyList<ListEntry> Split(RowHearing hearing, UserColumn column) =>
        CanRead(hearing, column) ? hearing.Row.Layout.LongTexts.Split(hearing.Row[column]) ?? [] : [];

    private static Dictionary<string, string>? Kept(IReadOnlyList<string>? stored)
    {
        if (stored is not { Count: > 0 }) return null;
        var kept = new Dictionary<string, string>(stored.Count, NameKey.Comparer);
        foreach (var name in stored) kept.TryAdd(NameKey.Of(name), name);
        return kept;
    }

    private static bool IsSame(List<string> planned, IReadOnlyList<string> stored)
    {
        var keys = stored.Select(NameKey.Of).ToHashSet(NameKey.Comparer);
        return keys.Count == planned.Count && planned.TrueForAll(name => keys.Contains(NameKey.Of(name)));
    }

    private static string Show(IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => name.Contains(',') ? $"\"{name}\"" : name));
}
