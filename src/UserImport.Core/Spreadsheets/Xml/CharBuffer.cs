using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>Characters of a cell while they are collected; it refuses to grow far beyond what a cell may hold.</summary>
internal sealed class CharBuffer(ImportLimits limits)
{
    // The longest spelling of a character is an escape such as _x0041_.
    private const int EscapeLength = 7;

    private char[] _chars = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Returns free space behind the text.</summary>
    public ArraySegment<char> Room()
    {
        if (Length > (limits.CellCharacters + 1L) * EscapeLength)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.CellCharacters), Length, limits.CellCharacters);
        if (Length == _chars.Length) Array.Resize(ref _chars, Length * 2);
        return new ArraySegment<char>(_chars, Length, _chars.Length - Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Decodes the escapes from a position on, once (R1), and enforces the length of a cell.</summary>
    public void Unescape(int from)
    {
        Length = from + EscapedText.Decode(_chars.AsSpan(from, Length - from));
        if (Length > limits.CellCharacters)
            throw WorkbookRefusedException.TooLarge(nameof(ImportLimits.CellCharacters), Length, limits.CellCharacters);
    }
}
