using System.Buffers.Binary;
using System.Numerics;
using UserImport.Columns;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>
/// Keeps the readings of texts that a column repeats, such as companies and languages, so that each is made a string once. A column
/// whose texts do not repeat switches itself off.
/// </summary>
internal sealed class ReadingCache(UserColumn column)
{
    private const int Places = 256; // as many as a byte has values
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private const int LongestText = 64;
    private const int Trial = 512;

    private readonly (byte[] Bytes, CellReading Reading)[] _places = new (byte[], CellReading)[Places];
    private int _looks;
    private int _hits;
    private bool _isOff;

    /// <summary>Whether the column holds lists.</summary>
    public bool HoldsLists { get; } = column.Kind is ColumnKind.List;

    /// <summary>Reads a text cell of the column, and says what is wrong with it.</summary>
    public CellReading Read(ReadOnlySpan<byte> text)
    {
        if (_isOff || text.Length > LongestText) return Make(text);
        _isOff = ++_looks % Trial == 0 && _hits * 2 < _looks;
        ref var place = ref _places[PlaceOf(text)];
        if (place.Bytes is not null && text.SequenceEqual(place.Bytes))
        {
            _hits++;
            return place.Reading;
        }
        place = (text.ToArray(), Make(text));
        return place.Reading;
    }

    private CellReading Make(ReadOnlySpan<byte> text) => CellReader.WithFault(CellReader.ReadText(text, column), column);

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        // The beginning and the end tell most texts apart; of two that share a place, the later one takes it.
        var (start, end) = text.Length switch
        {
            >= 8 => (BinaryPrimitives.ReadUInt64LittleEndian(text), BinaryPrimitives.ReadUInt64LittleEndian(text[^8..])),
            >= 4 => (BinaryPrimitives.ReadUInt32LittleEndian(text), BinaryPrimitives.ReadUInt32LittleEndian(text[^4..])),
            > 0 => (text[0] | ((ulong)text[text.Length / 2] << 8), (ulong)text[^1]),
            _ => (0UL, 0UL),
        };
        return (int)(((start ^ BitOperations.RotateLeft(end * Multiplier, 31)) * Multiplier) >> 56);
    }
}
