using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Changes;

/// <summary>Puts changes in the order in which they are applied, and cuts them into batches (P3, P5). Linear cost.</summary>
internal static class ChangeOrder
{
    /// <summary>Returns the changes in apply order, each with its number, its needs and its group.</summary>
    /// <remarks>
    /// A change needs the one that adds a manager it newly names, and those that free the address it takes. Changes that
    /// need each other become one group, side by side. Nothing else moves: a change stays in file order, and what it needs
    /// is pulled in front of it.
    /// </remarks>
    public static IReadOnlyList<UserChange> Arrange(IReadOnlyList<UserChange> draftsInFileOrder)
    {
        var arranged = new UserChange[draftsInFileOrder.Count];
        if (NeedsOf(draftsInFileOrder) is not { } needs)
        {
            for (var i = 0; i < arranged.Length; i++) arranged[i] = Placed(draftsInFileOrder[i], i, [], null);
            return arranged;
        }
        var (component, sizes) = ChangeGroups.Find(needs);
        var numbers = Number(component, sizes);
        for (var i = 0; i < arranged.Length; i++)
        {
            if (needs[i] is { } some) Renumber(some, numbers);
            arranged[numbers[i]] = Placed(draftsInFileOrder[i], numbers[i], needs[i] ?? [], sizes[component[i]] > 1 ? component[i] : null);
        }
        return arranged;
    }

    // Mostly a change stays where it is, and what need not be copied is not.
    private static UserChange Placed(UserChange draft, int number, int[] needs, int? group) =>
        draft is { Needs.Count: 0, Group: null } && draft.Number == number && needs.Length == 0 && group is null
            ? draft
            : draft with { Number = number, Needs = needs, Group = group };

    /// <summary>Returns how many changes each batch holds; a group is never split, and a larger one is a batch of its own.</summary>
    public static IReadOnlyList<int> Cut(IReadOnlyList<UserChange> arranged, int batchSize)
    {
        var sizes = new List<int>(arranged.Count / batchSize + 1);
        var open = 0;
        for (var start = 0; start < arranged.Count;)
        {
            var end = start + 1;
            if (arranged[start].Group is { } group)
                while (end < arranged.Count && arranged[end].Group == group) end++;
            if (open > 0 && open + end - start > batchSize)
            {
                sizes.Add(open);
                open = 0;
            }
            open += end - start;
            start = end;
        }
        if (open > 0) sizes.Add(open);
        return sizes;
    }

    /// <summary>Whether batches hold all changes, whole groups, and whatever a change needs at the latest with it.</summary>
    public static bool IsSound(IReadOnlyList<UserChange> changes, IReadOnlyList<int> batchSizes)
    {
        long start = 0;
        foreach (var size in batchSizes)
        {
            var end = start + size;
            if (size < 1 || end > changes.Count) return false;
            for (var i = (int)start; i < end; i++)
            {
                foreach (var need in changes[i].Needs)
                    if (need < 0 || need >= end) return false;
            }
            if (end < changes.Count && changes[(int)end].Group is { } group && changes[(int)end - 1].Group == group) return false;
            start = end;
        }
        return start == changes.Count;
    }

    // What each change needs; null if none needs any.
    private static int[]?[]? NeedsOf(IReadOnlyList<UserChange> drafts)
    {
        var added = new Dictionary<string, int>(drafts.Count(draft => draft.Before is null), StringComparer.Ordinal);
        var freed = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Before is null) added.TryAdd(StoredKeys.OfNumber(drafts[i].After.EmployeeNumber), i);
            else if (EmailFreedBy(drafts[i]) is { } email)
                if (freed.TryGetValue(email, out var holders)) holders.Add(i);
                else freed.Add(email, [i]);
        }
        if (added.Count + freed.Count == 0) return null;
        int[]?[]? needs = null;
        var found = new HashSet<int>();
        for (var i = 0; i < drafts.Count; i++)
        {
            if (added.Count > 0) FindAdded(drafts[i], added, found);
            if (freed.Count > 0 && EmailTakenBy(drafts[i]) is { } email && freed.TryGetValue(email, out var freeing))
                found.UnionWith(freeing);
            found.Remove(i);
            if (found.Count == 0) continue;
            int[] all = [.. found];
            Array.Sort(all);
            (needs ??= new int[]?[drafts.Count])[i] = all;
            found.Clear();
        }
        return needs;
    }

    // The changes that add a manager whom a change newly names.
    private static void FindAdded(UserChange change, Dictionary<string, int> added, HashSet<int> found)
    {
        var managers = change.After.Managers;
        if (ReferenceEquals(managers, change.Before?.Managers)) return;
        HashSet<string>? before = null;
        for (var i = 0; i < managers.Count; i++)
        {
            var key = StoredKeys.OfNumber(managers[i].EmployeeNumber);
            if (!added.TryGetValue(key, out var adding)) continue;
            if (before is null && change.Before is { Managers: { Count: > 0 } stored })
                before = stored.Select(manager => StoredKeys.OfNumber(manager.EmployeeNumber)).ToHashSet(StringComparer.Ordinal);
            if (before?.Contains(key) is not true) found.Add(adding);
        }
    }

    private static string? EmailTakenBy(UserChange change)
    {
        if (change.Before?.Email == change.After.Email) return null;
        var email = StoredKeys.OfEmail(change.After.Email);
        return change.Before is { } before && StoredKeys.OfEmail(before.Email) == email ? null : email;
    }

    private static string? EmailFreedBy(UserChange change)
    {
        if (change.Before!.Email == change.After.Email) return null;
        var email = StoredKeys.OfEmail(change.Before.Email);
        return StoredKeys.OfEmail(change.After.Email) == email ? null : email;
    }

    // Groups come out with what they need before them; inside a group the file's order stays.
    private static int[] Number(int[] component, int[] sizes)
    {
        var next = new int[sizes.Length];
        for (var i = 1; i < sizes.Length; i++) next[i] = next[i - 1] + sizes[i - 1];
        return Array.ConvertAll(component, of => next[of]++);
    }

    private static void Renumber(int[] needs, int[] numbers)
    {
        for (var i = 0; i < needs.Length; i++) needs[i] = numbers[needs[i]];
        Array.Sort(needs);
    }
}
