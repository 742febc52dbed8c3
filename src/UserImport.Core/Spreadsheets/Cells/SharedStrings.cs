using System.Text;

namespace UserImport.Spreadsheets.Cells;

/// <summary>The shared strings of a workbook as UTF-8, in blocks that grow in number with what is read and not with claims.</summary>
internal sealed class SharedStrings
{
    internal const int Bits = 18;
    internal const int BlockBytes = 1 << Bits;

    private readonly bool _isMissing;
    private readonly SegmentedList<SharedString> _places = new();
    private byte[][] _blocks = new byte[16][];
    private int _next; // where the next block goes
    private int _block;
    private int _used = BlockBytes; // of the present block: none is there yet

    public SharedStrings()
    {
    }

    private SharedStrings(bool isMissing) => _isMissing = isMissing;

    /// <summary>Stands for a part that is announced and missing: whoever looks for a string finds the file damaged.</summary>
    public static SharedStrings Missing { get; } = new(isMissing: true);

    public int Count => _places.Count;

    /// <summary>The strings as they are now, for a loop that looks for many.</summary>
    public SharedStringsView View => new(_places, _blocks);

    /// <summary>Finds a string; false if there is none of that index.</summary>
    public bool TryGet(int index, out ReadOnlyMemory<byte> text, out bool isDamaged)
    {
        var holds = View.TryGet(index, out var block, out var start, out var length);
        text = new ReadOnlyMemory<byte>(block, start, length);
        isDamaged = false;
        if (holds) return true;
        if ((uint)index >= (uint)_places.Count) return RefuseIfMissing();
        isDamaged = _places[index].IsDamaged;
        return true;
    }

    private bool RefuseIfMissing() =>
        _isMissing ? throw WorkbookRefusedException.Damaged("the shared strings are missing") : false;

    /// <summary>Adds a string.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) _places.Add(new SharedString(0, 0));
        else Take(Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    /// <summary>Adds a string.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            _places.Add(new SharedString(0, 0));
            return;
        }
        text.CopyTo(Reserve(text.Length));
        Take(text.Length);
    }

    /// <summary>Adds a string that cannot be read.</summary>
    public void AddDamaged() => _places.Add(new SharedString(0, -1));

    private void Take(int length)
    {
        _places.Add(new SharedString((_block << Bits) + _used, length));
        _used += length;
    }

    // A string lies in one block.
    private Span<byte> Reserve(int bytes)
    {
        if (BlockBytes - _used < bytes) BeginBlock(bytes);
        return bytes == 0 ? [] : _blocks[_block].AsSpan(_used); // an empty string may come before any block
    }

    // A block of several times the usual size takes the places of several.
    private void BeginBlock(int bytes)
    {
        var places = Math.Max(1, (bytes + BlockBytes - 1) >>> Bits);
        (_block, _used, _next) = (_next, 0, _next + places);
        if (_next > int.MaxValue >>> Bits)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.SharedStringBytes), (long)_next << Bits, int.MaxValue);
        if (_next > _blocks.Length) Array.Resize(ref _blocks, Math.Max(_blocks.Length * 2, _next));
        _blocks[_block] = GC.AllocateUninitializedArray<byte>(places << Bits);
    }
}
