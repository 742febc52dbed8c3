using System.Numerics;
using System.Runtime.CompilerServices;

namespace UserImport.Planning.Settling;

/// <summary>A set of hashes, some of them marked: those that were added twice, and those that somebody pointed out.</summary>
internal sealed class TouchedHashes(int count)
{
    // Of 46 bits of a hash 31 are kept and the rest is the place: one in many million is taken for another, which never decides anything.
    private const uint Marked = 1;

    // At most fourteen places of fifteen are taken: what is not in its place is mostly in the same cache line.
    private readonly uint[] _table = new uint[BitOperations.RoundUpToPowerOf2((uint)Math.Max(count + count / 14L, 16))];

    /// <summary>Whether anything is marked.</summary>
    public bool Any { get; private set; }

    /// <summary>Adds a hash; one that is there already is marked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ulong hash)
    {
        ref var place = ref Find(hash);
        if (place == 0) place = (uint)hash;
        else Mark(ref place);
    }

    /// <summary>Marks a hash if it is there.</summary>
    public void Mark(ulong? hash)
    {
        if (hash is null) return;
        ref var place = ref Find(hash.Value);
        if (place != 0) Mark(ref place);
    }

    /// <summary>Whether a hash is marked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool IsMarked(ulong hash) => (Find(hash) & Marked) != 0;

    private void Mark(ref uint place)
    {
        place |= Marked;
        Any = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref uint Find(ulong hash)
    {
        var table = _table;
        var at = (int)(hash >> 24) & (table.Length - 1);
        while (table[at] != 0 && (table[at] & ~Marked) != (uint)hash) at = (at + 1) & (table.Length - 1);
        return ref table[at];
    }
}
