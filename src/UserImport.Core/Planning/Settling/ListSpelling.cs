using System.Runtime.CompilerServices;
using System.Text;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning.Settling;

/// <summary>
/// Tells whether list cells say what is stored: each entry at least once, in any order (R6); names spelt as they are stored, addresses in any case.
/// </summary>
internal sealed class ListSpelling
{
    // Each entry of a cell is looked for among so many: a long cell is to cost little more than reading it in full.
    private const int MostUnordered = 16;

    private readonly HashSet<string> _partsOfNames = new(NameKey.Comparer);

    public ListSpelling(OrgStructure structure)
    {
        foreach (var unit in structure.Functions.Concat(structure.Teams))
            if (unit.Name.Contains(','))
                _partsOfNames.UnionWith(unit.Name.Split(',').Select(NameKey.Of));
    }

    /// <summary>Whether a cell says just the names of some units.</summary>
    public bool AreNames(ReadOnlySpan<byte> cell, Items<string> names) => Are(cell, new Names(this, names));

    /// <summary>Whether a cell says just the addresses of some managers, in any case (M6).</summary>
    public static bool AreManagers(ReadOnlySpan<byte> cell, Items<UserReference> managers) => Are(cell, new Managers(managers));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Are<T>(ReadOnlySpan<byte> cell, T stored) where T : struct, IStored
    {
        var rest = cell;
        var next = 0;
        // Mostly in the order in which they are stored.
        while (next < stored.Count && TryTakeEntry(ref rest, out var entry) && stored.Is(next, entry)) next++;
        return (next == stored.Count && rest.IsEmpty) || (stored.Count is > 0 and <= MostUnordered && AreInAnyOrder(cell, stored));
    }

    private static bool AreInAnyOrder<T>(ReadOnlySpan<byte> cell, T stored) where T : struct, IStored
    {
        var missing = (1U << stored.Count) - 1;
        do
        {
            if (!TryTakeEntry(ref cell, out var entry)) return false;
            var at = 0;
            while (!stored.Is(at, entry))
                if (++at == stored.Count) return false;
            missing &= ~(1U << at);
        }
        while (!cell.IsEmpty);
        return missing == 0;
    }

    private static ReadOnlySpan<byte> NotInAddresses => ":,\" \t"u8;

    /// <summary>Whether a text is a stored address, and nothing that could be more than one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsAddress(ReadOnlySpan<byte> text, string stored) =>
        text.Length == stored.Length && Utf8Comparison.IsCell(text, stored, isRequired: true) && !text.ContainsAny(NotInAddresses);

    private static bool IsInOtherCase(ReadOnlySpan<byte> text, string stored) => !text.IsEmpty && text.Length == stored.Length &&
        Ascii.EqualsIgnoreCase(text, stored) && !text.ContainsAnyExceptInRange((byte)'!', (byte)'~') && !text.ContainsAny(NotInAddresses);

    // A name that could be part of one with a comma has two readings.
    private bool IsName(ReadOnlySpan<byte> entry, string name) =>
        Utf8Comparison.IsCell(entry, name, isRequired: true) && name[0] != '"' && name[^1] != ' ' &&
        (_partsOfNames.Count == 0 || !_partsOfNames.Contains(NameKey.Of(name)));

    /// <summary>Takes the first entry off a list whose entries are in no quotes, and the comma and the spaces behind it.</summary>
    /// <returns>False if nothing follows the comma.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTakeEntry(ref ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> entry)
    {
        var comma = cell.IndexOf((byte)',');
        entry = comma < 0 ? cell : cell[..comma];
        cell = comma < 0 ? default : cell[(comma + 1)..].TrimStart((byte)' ');
        return comma < 0 || !cell.IsEmpty;
    }

    private interface IStored
    {
        int Count { get; }

        bool Is(int at, ReadOnlySpan<byte> entry);
    }

    private readonly struct Names(ListSpelling spelling, Items<string> names) : IStored
    {
        public int Count => names.Count;

        public bool Is(int at, ReadOnlySpan<byte> entry) => spelling.IsName(entry, names[at]);
    }

    private readonly struct Managers(Items<UserReference> managers) : IStored
    {
        public int Count => managers.Count;

        public bool Is(int at, ReadOnlySpan<byte> entry) => IsAddress(entry, managers[at].Email) || IsInOtherCase(entry, managers[at].Email);
    }
}
