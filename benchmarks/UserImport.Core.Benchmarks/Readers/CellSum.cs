using System.Numerics;
using System.Runtime.InteropServices;

namespace UserImport.Benchmarks.Readers;

/// <summary>A checksum over the cells that hold something, in their order: equal when two readers read the same texts.</summary>
internal struct CellSum
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

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
        var sum = (_sum ^ (uint)column ^ ((ulong)text.Length << 8)) * Prime;
        var words = MemoryMarshal.Cast<char, ulong>(text.AsSpan());
        foreach (var word in words) sum = (BitOperations.RotateLeft(sum, 29) ^ word) * Prime;
        foreach (var c in text.AsSpan(words.Length * 4)) sum = (BitOperations.RotateLeft(sum, 29) ^ c) * Prime;
        _sum = sum;
    }
}
