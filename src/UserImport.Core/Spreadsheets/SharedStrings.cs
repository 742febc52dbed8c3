using System.Runtime.CompilerServices;
using System.Text;

namespace UserImport.Spreadsheets;

/// <summary>The shared strings of a workbook as one block of UTF-8, which grows with what is read and not with claims.</summary>
internal sealed class SharedStrings
{
    // An end position with this bit marks a damaged string.
    private const int DamagedBit = int.MinValue;

    private readonly bool _isMissing;
    private byte[] _block = new byte[4096];
    private int[] _ends = new int[256];

    public SharedStrings()
    {
    }

    private SharedStrings(bool isMissing) => _isMissing = isMissing;

    /// <summary>Stands for a part that is announced and missing: whoever looks for a string finds the file damaged.</summary>
    public static SharedStrings Missing { get; } = new(isMissing: true);

    public int Count { get; private set; }

    /// <summary>The block that all strings lie in.</summary>
    public byte[] Block => _block;

    /// <summary>Finds a string; false if there is none of that index.</summary>
    public bool TryGet(int index, out ReadOnlyMemory<byte> text, out bool isDamaged)
    {
        var found = TryGet(index, out var start, out var length, out isDamaged);
        text = new ReadOnlyMemory<byte>(_block, start, length);
        return found;
    }

    /// <summary>Finds the place of a string in the block; false if there is none of that index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int index, out int start, out int length, out bool isDamaged)
    {
        (start, length, isDamaged) = (0, 0, false);
        if ((uint)index >= (uint)Count) return RefuseIfMissing();
        var ends = _ends;
        start = index == 0 ? 0 : ends[index - 1] & ~DamagedBit;
        isDamaged = ends[index] < 0;
        length = (ends[index] & ~DamagedBit) - start;
        return true;
    }

    private bool RefuseIfMissing() =>
        _isMissing ? throw WorkbookRefusedException.Damaged("the shared strings are missing") : false;

    /// <summary>Adds a string.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var start = Start();
        Reserve(start, Encoding.UTF8.GetMaxByteCount(text.Length));
        End(start + Encoding.UTF8.GetBytes(text, _block.AsSpan(start)), isDamaged: false);
    }

    /// <summary>Adds a string.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var start = Start();
        Reserve(start, text.Length);
        text.CopyTo(_block.AsSpan(start));
        End(start + text.Length, isDamaged: false);
    }

    /// <summary>Adds a string that cannot be read.</summary>
    public void AddDamaged() => End(Start(), isDamaged: true);

    private int Start() => Count == 0 ? 0 : _ends[Count - 1] & ~DamagedBit;

    private void End(int end, bool isDamaged)
    {
        if (Count == _ends.Length) Array.Resize(ref _ends, Count * 2);
        _ends[Count++] = isDamaged ? end | DamagedBit : end;
    }

    private void Reserve(int used, int more)
    {
        if (_block.Length - used >= more) return;
        var length = Math.Min(Math.Max(_block.Length * 2L, used + (long)more), Array.MaxLength);
        var larger = GC.AllocateUninitializedArray<byte>((int)length);
        _block.AsSpan(0, used).CopyTo(larger);
        _block = larger;
    }
}
