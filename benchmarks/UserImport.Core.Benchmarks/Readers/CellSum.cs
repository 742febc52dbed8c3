using System.Numerics;
using System.Runtime.InteropServices;

namespace UserImport.Benchmarks.Readers;

/// <summary>A checksum over the cells that hold something, in their order: equal when two readers read the same texts.</summary>
/// <param name="countsOnly">Whether only the number of characters counts, and not which ones: so it costs a measured round nothing.</param>
internal struct CellSum(bool countsOnly)
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;
    private const int CharsOfWord = 4;

    private ulong _sum;

    /// <summary>How many cells hold something.</summary>
    public long Cells { get; private set; }

    public readonly ulong Value => _sum;

    /// <summary>Takes the text of a cell; a blank one says nothing.</summary>
    /// <param name="column">Which of the fourteen columns; -1 for a column that is none of them.</param>
    /// <param name="text">The text.</param>
    public void Add(int column, string text)
    {
        if (column < 0 || text.Length == 0) return;
        Cells++;
        if (countsOnly)
        {
            _sum += (uint)text.Length;
            return;
        }
        var chars = text.AsSpan();
        var sum = ((ulong)column << 32) ^ (uint)text.Length;
        ulong place = 1;
        // No word waits for the one before it, so that the sum costs little beside the reading.
        for (; chars.Length >= CharsOfWord; chars = chars[CharsOfWord..], place += 2)
            sum += BitOperations.RotateLeft((MemoryMarshal.Cast<char, ulong>(chars)[0] + place) * Prime, 31) * (Prime ^ place);
        ulong rest = 0;
        foreach (var c in chars) rest = rest << 16 | c;
        sum += BitOperations.RotateLeft((rest + place) * Prime, 31) * (Prime ^ place);
        _sum = BitOperations.RotateLeft(_sum * Prime, 29) ^ sum;
    }
}
