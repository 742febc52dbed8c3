using System.Buffers;
using System.Text;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Xml;

/// <summary>
/// The characters of a part: strictly UTF-8 or UTF-16, told by the first bytes. A control character, which XML forbids, comes out
/// as <see cref="ForControl"/>, which XML allows and no cell may hold: so it damages its cell (R4) and not the file.
/// </summary>
internal sealed class XmlInput : TextReader
{
    /// <summary>What stands for a control character.</summary>
    public const char ForControl = '\u0080';

    /// <summary>The bytes that an XmlReader reads in the time of one node.</summary>
    public const int BytesOfNode = 12;

    // No honest token is as long; an XmlReader keeps one in memory as a whole, and many attributes at 24 bytes a character.
    private const int TokenCharacters = 2 << 20;

    // How many nodes a character costs in a token that is longer than any usual one, for it may be a hundred thousand attributes, which
    // are sorted.
    private const int LongTokenCharacters = 64 << 10;
    private const int NodesOfLongToken = 2;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\x01\x02\x03\x04\x05\x06\x07\x08\x0B\x0C\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\uFFFE\uFFFF");

    private readonly Stream _bytes;
    private readonly NodeBudget _effort;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly Decoder _decoder;
    private int _start;
    private int _end;
    private bool _ended;
    private int _budget = TokenCharacters;

    public XmlInput(Stream bytes, NodeBudget effort)
    {
        (_bytes, _effort) = (bytes, effort);
        _end = bytes.ReadAtLeast(_buffer, 4, throwOnEndOfStream: false);
        var head = _buffer.AsSpan(0, _end);
        Encoding encoding = new UTF8Encoding(false, throwOnInvalidBytes: true);
        if (head.StartsWith("\uFEFF"u8)) _start = 3;
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) (_start, encoding) = (2, Utf16(bigEndian: false));
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) (_start, encoding) = (2, Utf16(bigEndian: true));
        else if (head.StartsWith("<\0"u8)) encoding = Utf16(bigEndian: false);
        else if (head.StartsWith("\0<"u8)) encoding = Utf16(bigEndian: true);
        _decoder = encoding.GetDecoder();
        IsUtf8 = encoding is UTF8Encoding;
    }

    /// <summary>Whether the characters come out of UTF-8.</summary>
    public bool IsUtf8 { get; }

    /// <summary>Whether the bytes themselves could not be read: an exception is then not about the XML, whatever its type.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Starts a new token.</summary>
    public void BeginToken() => _budget = TokenCharacters;

    public override int Read(char[] buffer, int index, int count)
    {
        if (_budget <= 0) throw WorkbookRefusedException.Damaged("a tag or comment without end");
        var (used, bytes) = (0, 0);
        while (used == 0 && !_ended && count > 0)
        {
            if (_start == _end)
            {
                _start = 0;
                HasFailed = true;
                _end = _bytes.Read(_buffer);
                HasFailed = false;
                _ended = _end == 0;
            }
            bytes -= _start;
            used = Decode(buffer.AsSpan(index, count));
            bytes += _start;
        }
        _budget -= used;
        _effort.Add(_budget < TokenCharacters - LongTokenCharacters ? (long)used * NodesOfLongToken : bytes / BytesOfNode);
        _effort.Add(buffer.AsSpan(index, used).Count('&'));
        Replace(buffer.AsSpan(index, used));
        return used;
    }

    private int Decode(Span<char> into)
    {
        try
        {
            _decoder.Convert(_buffer.AsSpan(_start, _end - _start), into, _ended, out var bytes, out var chars, out _);
            _start += bytes;
            return chars;
        }
        catch (ArgumentException)
        {
            throw WorkbookRefusedException.Damaged("a part is not in the encoding that it begins with");
        }
    }

    private static void Replace(Span<char> text)
    {
        for (var at = text.IndexOfAny(Forbidden); at >= 0; at = text.IndexOfAny(Forbidden))
        {
            text[at] = ForControl;
            text = text[(at + 1)..];
        }
    }

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
}
