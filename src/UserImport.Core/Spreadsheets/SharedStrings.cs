using System.Runtime.CompilerServices;
using System.Text;

namespace UserImport.Spreadsheets;

/// <summary>The shared strings of a workbook as UTF-8, in blocks that grow in number with what is read and not with claims.</summary>
internal sealed class SharedStrings
{
    private const int Bits = 18;
    private const int BlockBytes = 1 << Bits;

    private readonly bool _isMissing;
    private readonly SegmentedList<Place> _places = new();
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

    /// <summary>Finds a string; false if there is none of that index.</summary>
    public bool TryGet(int index, out ReadOnlyMemory<byte> text, out bool isDamaged)
    {
        var found = TryGet(index, out var block, out var start, out var length, out isDamaged);
        text = new ReadOnlyMemory<byte>(block, start, length);
        return found;
    }

    /// <summary>Finds the place of a string; false if there is none of that index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(int index, out byte[]? block, out int start, out int length, out bool isDamaged)
    {
        (block, start, length, isDamaged) = (null, 0, 0, false);
        if ((uint)index >= (uint)_places.Count) return RefuseIfMissing();
        ref readonly var place = ref _places[index];
        isDamaged = place.Length < 0;
        if (place.Length <= 0) return true;
        (block, start, length) = (_blocks[place.Position >>> Bits], place.Position & (BlockBytes - 1), place.Length);
        return true;
    }

    private bool RefuseIfMissing() =>
        _isMissing ? throw WorkbookRefusedException.Damaged("the shared strings are missing") : false;

    /// <summary>The strings as they are now, for a loop that looks for many.</summary>
    public View Strings => new(_places.Segments, _places.Count, _blocks);

    public readonly ref struct View(Place[][] places, int count, byte[][] blocks)
    {
        private readonly Place[][] _places = places;
        private readonly byte[][] _blocks = blocks;

        /// <summary>Finds a string that is not empty and not damaged; false if there is none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TryGet(int index, out byte[]? block, out int start, out int length)
        {
            if ((uint)index < (uint)count)
            {
                var place = _places[index >>> 14][index & ((1 << 14) - 1)];
                if (place.Length > 0)
                {
                    (block, start, length) = (_blocks[place.Position >>> Bits], place.Position & (BlockBytes - 1), place.Length);
                    return true;
                }
            }
            (block, start, length) = (null, 0, 0);
            return false;
        }
    }

    /// <summary>Adds a string.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) _places.Add(new Place(0, 0));
        else Take(Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    /// <summary>Adds a string.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            _places.Add(new Place(0, 0));
            return;
        }
        text.CopyTo(Reserve(text.Length));
        Take(text.Length);
    }

    /// <summary>Adds a string that cannot be read.</summary>
    public void AddDamaged() => _places.Add(new Place(0, -1));

    private void Take(int length)
    {
        _places.Add(new Place((_block << Bits) + _used, length));
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

    /// <summary>Where a string stands, counted over all blocks; a damaged one has no length.</summary>
    internal readonly record struct Place(int Position, int Length);
}
