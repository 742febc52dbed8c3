using System.Runtime.CompilerServices;

namespace UserImport.Spreadsheets.Cells;

/// <summary>Shared strings as they are at one moment: each is found in as few steps as there can be.</summary>
internal readonly ref struct SharedStringsView(SegmentedList<SharedString> strings, byte[][] blocks)
{
    private readonly SharedString[][] _strings = strings.Segments;
    private readonly int _count = strings.Count;
    private readonly byte[][] _blocks = blocks;

    /// <summary>Finds a string; false if there is none of that index, or if it is empty or damaged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int index, out byte[]? block, out int start, out int length)
    {
        if ((uint)index < (uint)_count)
        {
            ref readonly var found = ref SegmentedList<SharedString>.In(_strings, index);
            if (found.Length > 0)
            {
                (block, start, length) = (_blocks[found.Position >>> SharedStrings.Bits], found.Position & (SharedStrings.BlockBytes - 1), found.Length);
                return true;
            }
        }
        (block, start, length) = (null, 0, 0);
        return false;
    }
}

/// <summary>Where a shared string stands, counted over all blocks; a damaged one has no length.</summary>
internal readonly record struct SharedString(int Position, int Length)
{
    public bool IsDamaged => Length < 0;
}
