using UserImport.Columns;
using UserImport.Spreadsheets;

namespace UserImport.Rows;

/// <summary>
/// Keeps the readings of texts that a column repeats, such as companies and languages, so that each is made a string once. A column
/// whose texts do not repeat switches itself off.
/// </summary>
internal sealed class ReadingCache(UserColumn column)
{
    private const int Places = 256;
    private const int LongestText = 64;
    private const int Trial = 512;

    private readonly (byte[] Bytes, CellReading Reading)[] _places = new (byte[], CellReading)[Places];
    private int _looks;
    private int _hits;
    private bool _isOff;

    /// <summary>Reads a text cell of the column.</summary>
    public CellReading Read(ReadOnlySpan<byte> text)
    {
        if (_isOff || text.Length > LongestText) return CellReader.ReadText(text, column);
        _isOff = ++_looks % Trial == 0 && _hits * 2 < _looks;
        ref var place = ref _places[PlaceOf(text)];
        if (place.Bytes is not null && text.SequenceEqual(place.Bytes))
        {
            _hits++;
            return place.Reading;
        }
        place = (text.ToArray(), CellReader.ReadText(text, column));
        return place.Reading;
    }

    private static int PlaceOf(ReadOnlySpan<byte> text)
    {
        var hash = (uint)text.Length;
        foreach (var b in text) hash = (hash ^ b) * 16777619;
        return (int)((hash ^ (hash >> 16)) % Places);
    }
}
