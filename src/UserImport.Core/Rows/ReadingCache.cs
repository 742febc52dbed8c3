using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>
/// Reads the text cells of a column, and keeps the readings of texts that it repeats, such as companies and languages, so that each
/// is made a string and judged once; of texts that are longer than most, such as lists of managers, the last one. A column whose
/// texts do not repeat switches that off.
/// </summary>
internal sealed class ReadingCache(UserColumn column, LongTexts longTexts)
{
    private const int Bits = 9;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const int LongestText = 32; // bytes of one vector
    private const int LongestKept = 256; // of what may be kept hundreds of times

    private static readonly Vector256<byte> Indices = Vector256.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);

    private Place[] _places = [];
    private SharedPlace[] _sharedPlaces = [];
    private CellReading _made;
    private Repeats _repeats;
    private byte[] _last = [];
    private int _lastLength = -1;
    private CellReading _lastReading;
    private Repeats _lastRepeats;

    /// <summary>The column.</summary>
    public UserColumn Column => column;

    /// <summary>Reads a text cell, and says what is wrong with it; the reading stands until the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly CellReading Read(in SheetCell cell) => ref cell.IsShared
        ? ref _repeats.AreFew || cell.Length > LongestKept ? ref Make(cell.Text) : ref Find(cell)
        : ref Read(cell.Bytes!, cell.Start, cell.Length);

    /// <summary>Reads a text that stands in an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly CellReading Read(byte[] bytes, int start, int length) =>
        ref length > LongestText || start + LongestText > bytes.Length ? ref ReadLong(bytes.AsSpan(start, length))
            : ref _repeats.AreFew ? ref Make(bytes.AsSpan(start, length)) : ref Find(bytes, start, length);

    // A shared string is known by its place, and need not be looked at.
    private ref readonly CellReading Find(in SheetCell cell)
    {
        if (_sharedPlaces.Length == 0) _sharedPlaces = new SharedPlace[1 << Bits];
        ref var place = ref _sharedPlaces[(uint)cell.Start * Multiplier >> (64 - Bits)];
        var isHit = place.Start == cell.Start && place.Length == cell.Length && ReferenceEquals(place.Bytes, cell.Bytes);
        _repeats.Count(isHit);
        if (!isHit) (place.Bytes, place.Start, place.Length, place.Reading) = (cell.Bytes, cell.Start, cell.Length, Make(cell.Text));
        return ref place.Reading;
    }

    private ref readonly CellReading Find(byte[] bytes, int start, int length)
    {
        if (_places.Length == 0) _places = new Place[1 << Bits];
        var text = Vector256.Create(bytes.AsSpan(start, LongestText)) & Vector256.LessThan(Indices, Vector256.Create((byte)length));
        var half = (text.GetLower() ^ (text.GetUpper() << 1)).AsUInt64();
        var hash = (half[0] ^ BitOperations.RotateLeft(half[1] * Multiplier, 31)) * Multiplier;
        ref var place = ref _places[hash >> (64 - Bits)];
        var isHit = place.Text == text && place.Length == length && place.Reading.Text is not null;
        _repeats.Count(isHit);
        if (!isHit) (place.Text, place.Length, place.Reading) = (text, length, Make(bytes.AsSpan(start, length)));
        return ref place.Reading;
    }

    private ref readonly CellReading ReadLong(ReadOnlySpan<byte> text)
    {
        if (text.Length > LongestKept || _lastRepeats.AreFew) return ref Make(text);
        var isHit = text.Length == _lastLength && text.SequenceEqual(_last.AsSpan(0, _lastLength));
        _lastRepeats.Count(isHit);
        if (isHit) return ref _lastReading;
        if (_last.Length == 0) _last = new byte[LongestKept];
        text.CopyTo(_last);
        (_lastLength, _lastReading) = (text.Length, Make(text));
        return ref _lastReading;
    }

    private ref readonly CellReading Make(ReadOnlySpan<byte> text)
    {
        // Of most texts nothing is to say.
        if (CellReader.IsPlain(text) && text.Length <= column.MaxLength && column.Kind is not ColumnKind.Flag &&
            !(column.Kind is ColumnKind.List && text.Contains((byte)'"')))
        {
            _made = new CellReading(Encoding.Latin1.GetString(text), CellState.Text);
            return ref _made;
        }
        _made = CellReader.WithFault(CellReader.ReadText(text, column), column);
        if (column.Kind is ColumnKind.List && _made is { Fault: null, State: CellState.Text } && _made.Text.Contains('"') && longTexts.Split(_made.Text) is null)
            _made = _made with { Fault = "invalid" };
        return ref _made;
    }

    /// <summary>A shared string that was read.</summary>
    private struct SharedPlace
    {
        public byte[]? Bytes;
        public int Start;
        public int Length;
        public CellReading Reading;
    }

    /// <summary>A text that was read, with zeros behind it.</summary>
    private struct Place
    {
        public Vector256<byte> Text;
        public int Length;
        public CellReading Reading;
    }
}
