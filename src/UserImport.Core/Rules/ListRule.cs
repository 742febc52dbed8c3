using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;

namespace UserImport.Rules;

/// <summary>Lists with commas, such as functions, teams and managers (R6).</summary>
internal static class ListRule
{
    /// <summary>Plans the names of units in a list.</summary>
    public static void JudgeNames(in RowHearing hearing, NamesField field, NameIndex names) => hearing.Planned[field.Column] =
        Plan(hearing, field.Column, names, hearing.Existing is { } user ? field.Of(user) : null);

    /// <summary>Who the managers are is judged on the final state (F3); here the cell is only split.</summary>
    public static void JudgeManagers(in RowHearing hearing)
    {
        if (hearing.Keeps(UserColumns.Managers) || hearing.AsStored.Has(UserColumns.Managers)) return;
        var addresses = IsOneEntry(hearing, UserColumns.Managers) ? [hearing.Row[UserColumns.Managers]] : TextsOf(Split(hearing, UserColumns.Managers));
        for (var i = 0; i < addresses.Length; i++) addresses[i] = EmailAddress.WithoutMailTo(addresses[i]);
        (hearing.Planned.Managers, hearing.Planned.ManagerKeys) = EachOnce(addresses);
    }

    /// <summary>Returns the addresses of managers and their keys, each once.</summary>
    public static (string[] Addresses, string[] Keys) EachOnce(string[] addresses)
    {
        var keys = KeysOf(addresses);
        return keys.Length < 2 || (keys.Length == 2 && keys[0] != keys[1]) ? (addresses, keys) : Distinct(addresses, keys);
    }

    // Most addresses are their own keys.
    private static string[] KeysOf(string[] addresses)
    {
        var keys = addresses;
        for (var i = 0; i < addresses.Length; i++)
        {
            var key = UserKeys.OfEmail(addresses[i]);
            if (ReferenceEquals(key, addresses[i])) continue;
            if (ReferenceEquals(keys, addresses)) keys = [.. addresses];
            keys[i] = key;
        }
        return keys;
    }

    // On its own, so that what it captures is allocated only for those who need it.
    private static (string[] Addresses, string[] Keys) Distinct(string[] addresses, string[] keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isFirst = Array.ConvertAll(keys, seen.Add);
        return seen.Count == keys.Length ? (addresses, keys) : ([.. addresses.Where((_, i) => isFirst[i])], [.. keys.Where((_, i) => isFirst[i])]);
    }

    private static IReadOnlyList<string> Plan(in RowHearing hearing, UserColumn column, NameIndex names, IReadOnlyList<string>? stored)
    {
        if (stored is not null && (hearing.Keeps(column) || hearing.AsStored.Has(column))) return stored;
        if (!CanRead(hearing, column)) return [];
        // Whoever has names already may keep one that nobody else can get: their cells are read one by one.
        if (stored is { Count: > 0 }) return Plan(hearing, column, names, stored, out _) is var own && NameKey.SameSet(own, stored) ? stored : own;
        var cell = hearing.Row[column];
        if (names.FindList(cell) is { } known) return known;
        var planned = Plan(hearing, column, names, [], out var isFaultless);
        return isFaultless ? names.KeepList(cell, planned.AsReadOnly()) : planned;
    }

    private static string[] Plan(in RowHearing hearing, UserColumn column, NameIndex names, IReadOnlyList<string> stored, out bool isFaultless)
    {
        var issues = hearing.Issues.Count;
        var kept = new KeptNames(stored);
        var entries = IsOneEntry(hearing, column) ? [hearing.Row[column]] : Read(hearing, column, names, stored, kept);
        var (planned, count) = (new string[entries.Count], 0);
        var keys = NameKey.AllOf(entries);
        var seen = keys.Length > NameKey.Few ? new HashSet<string>(NameKey.Comparer) : null;
        var faults = 0;
        for (var i = 0; i < keys.Length; i++)
            if (seen?.Add(keys[i]) ?? NameKey.IndexIn(keys.AsSpan(0, i), keys[i]) < 0)
                planned[count++] = kept.Find(keys[i]) ?? Resolve(hearing, column, names, entries[i], ref faults);
        isFaultless = faults == 0 && hearing.Issues.Count == issues;
        return count < planned.Length ? planned[..count] : planned;
    }

    private static IReadOnlyList<string> Read(in RowHearing hearing, UserColumn column, NameIndex names, IReadOnlyList<string> stored, KeptNames kept)
    {
        var entries = Split(hearing, column);
        var own = CommaNames.Among(stored);
        return names.WithCommas.IsEmpty && own.IsEmpty ? TextsOf(entries) : Read(hearing, column, names, own, kept, entries);
    }

    private static IReadOnlyList<string> Read(in RowHearing hearing, UserColumn column, NameIndex names, CommaNames own, KeptNames kept,
        IReadOnlyList<ListEntry> entries)
    {
        var reading = ListReading.Of(hearing.Row[column], entries, PiecesFrom, name => kept.Find(NameKey.Of(name)) is not null || names.Find(name) is not null);
        if (reading.Other is { } other)
            hearing.Report(column, "ambiguous", arguments: [("first", Show(reading.Entries)), ("second", Show(other))]);
        return reading.Entries;

        IEnumerable<int> PiecesFrom(string first) =>
            own.IsEmpty ? names.WithCommas.PiecesFrom(first) : names.WithCommas.PiecesFrom(first).Union(own.PiecesFrom(first)).Order();
    }

    private static string Resolve(in RowHearing hearing, UserColumn column, NameIndex names, string name, ref int faults)
    {
        var unit = names.Find(name);
        if (unit is not { IsRetired: false } && hearing.Reports.Allows(faults++))
        {
            if (unit is null) hearing.Report(column, "unknown", name, names.Closest(name));
            else hearing.Report(column, "retired", name);
        }
        return unit?.Name ?? name;
    }

    private static bool CanRead(in RowHearing hearing, UserColumn column) => hearing.HasValue(column) && !hearing.HasIssue(column);

    private static bool IsOneEntry(in RowHearing hearing, UserColumn column) =>
        CanRead(hearing, column) && !hearing.Row[column].AsSpan().ContainsAny(',', '"');

    private static IReadOnlyList<ListEntry> Split(in RowHearing hearing, UserColumn column) =>
        CanRead(hearing, column) ? hearing.Row.Layout.LongTexts.Split(hearing.Row[column]) ?? [] : [];

    private static string[] TextsOf(IReadOnlyList<ListEntry> entries)
    {
        var texts = new string[entries.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = entries[i].Text;
        return texts;
    }

    private static string Show(IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => name.Contains(',') ? $"\"{name}\"" : name));
}
