using System.Buffers;
using System.Text;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Planning;

/// <summary>Tells whether list cells say what is stored, entry by entry: names spelt as they are stored, addresses in any case.</summary>
internal sealed class ListSpelling
{
    private static readonly SearchValues<byte> NotInAddresses = SearchValues.Create(":,\" \t"u8);

    private readonly HashSet<string> _partsOfNames = new(NameKey.Comparer);

    public ListSpelling(OrgStructure structure)
    {
        foreach (var unit in structure.Functions.Concat(structure.Teams))
            if (unit.Name.Contains(','))
                _partsOfNames.UnionWith(unit.Name.Split(',').Select(NameKey.Of));
    }

    /// <summary>Whether a cell says just the names of some units, in their order.</summary>
    public bool AreNames(ReadOnlySpan<byte> cell, Items<string> names)
    {
        for (var i = 0; i < names.Count; i++)
            if (!TryTakeEntry(ref cell, out var entry) || !IsName(entry, names[i])) return false;
        return cell.IsEmpty;
    }

    /// <summary>Whether a cell says just the addresses of some managers, in their order and in any case (M6).</summary>
    public static bool AreManagers(ReadOnlySpan<byte> cell, Items<UserReference> managers)
    {
        for (var i = 0; i < managers.Count; i++)
            if (!TryTakeEntry(ref cell, out var entry) || !(IsAddress(entry, managers[i].Email) || IsInOtherCase(entry, managers[i].Email))) return false;
        return cell.IsEmpty;
    }

    /// <summary>Whether a text is a stored address, and nothing that could be more than one.</summary>
    public static bool IsAddress(ReadOnlySpan<byte> text, string stored) =>
        text.Length == stored.Length && StoredText.IsCell(text, stored, isRequired: true) && !text.ContainsAny(NotInAddresses);

    private static bool IsInOtherCase(ReadOnlySpan<byte> text, string stored) => !text.IsEmpty && text.Length == stored.Length &&
        Ascii.EqualsIgnoreCase(text, stored) && !text.ContainsAnyExceptInRange((byte)'!', (byte)'~') && !text.ContainsAny(NotInAddresses);

    // A name that could be part of one with a comma has two readings.
    private bool IsName(ReadOnlySpan<byte> entry, string name) =>
        StoredText.IsCell(entry, name, isRequired: true) && name[0] != '"' && name[^1] != ' ' &&
        (_partsOfNames.Count == 0 || !_partsOfNames.Contains(NameKey.Of(name)));

    /// <summary>Takes the first entry off a list whose entries are in no quotes, and the comma and the spaces behind it.</summary>
    /// <returns>False if nothing follows the comma.</returns>
    public static bool TryTakeEntry(ref ReadOnlySpan<byte> cell, out ReadOnlySpan<byte> entry)
    {
        var comma = cell.IndexOf((byte)',');
        entry = comma < 0 ? cell : cell[..comma];
        cell = comma < 0 ? default : cell[(comma + 1)..].TrimStart((byte)' ');
        return comma < 0 || !cell.IsEmpty;
    }
}
