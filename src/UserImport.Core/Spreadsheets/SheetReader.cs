using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Utf8;
using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets;

/// <summary>
/// Reads a sheet. An XmlReader walks over it, so that all of it is well formed; inside the rows the tokenizer stands in for it as
/// far as it is sure, and leaves the rest to it in the middle of the file.
/// </summary>
internal sealed class SheetReader : ISheetReader
{
    // What the deepest element that the tokenizer takes adds to the depth of the rows' parent.
    private const int TokenizerDepth = 12;

    private readonly Stream _part;
    private readonly ImportLimits _limits;
    private readonly FallBacks _fallBacks;
    private readonly NodeBudget _effort;
    private readonly bool _blankRows;
    private readonly Utf8Window? _window;
    private readonly Utf8Feed? _feed;
    private readonly XmlPart _xml;
    private readonly XmlRows _rows;
    private readonly CellSink _cells;
    private Utf8Rows? _quick;
    private int _depth;
    private bool _begun;
    private bool _inData;
    private bool _ended;

    /// <summary>Creates the reader; it disposes the part.</summary>
    /// <param name="part">The unpacked bytes.</param>
    /// <param name="strings">The shared strings.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="windowBytes">The window of the tokenizer at first; 0 for the XmlReader alone.</param>
    /// <param name="fallBacks">Counts where the tokenizer was not sure.</param>
    /// <param name="effort">Counts what is read piece by piece.</param>
    /// <param name="demand">What is wanted of the sheet.</param>
    public SheetReader(Stream part, SharedStrings strings, ImportLimits limits, int windowBytes, FallBacks fallBacks, NodeBudget effort,
        SheetDemand demand)
    {
        (_part, _limits, _fallBacks, _effort, _blankRows) = (part, limits, fallBacks, effort, demand.BlankRows);
        if (windowBytes > 0) _feed = new Utf8Feed(part, _window = new Utf8Window(part, windowBytes), "sheetData"u8.ToArray());
        _xml = new XmlPart(_feed ?? part, limits, effort);
        _cells = new CellSink(strings, limits, effort);
        _rows = new XmlRows(_xml, _cells, limits, demand);
    }

    public SheetRow Row { get; } = new();

    public bool Read()
    {
        if (!_begun) MoveToWorksheet();
        while (!_ended)
        {
            if (_quick is not null && ReadQuick()) return true;
            if (_inData && _rows.Read(Row, _depth)) return true;
            _inData = false;
            MoveToData();
        }
        return false;
    }

    public long Verify(long mostBytes)
    {
        var buffer = new byte[64 * 1024];
        var (read, got) = (0L, 1);
        while (got > 0 && read <= mostBytes) read += got = _part.Read(buffer);
        return read;
    }

    public void Dispose() => _xml.Dispose();

    private void MoveToWorksheet()
    {
        _begun = true;
        _xml.MoveToRoot();
        if (!_xml.Is("worksheet")) throw WorkbookRefusedException.Damaged("the sheet is something else");
    }

    private void MoveToData()
    {
        while (_xml.NextChild(0))
        {
            if (_xml.Is("sheetData"))
            {
                if (_depth > 0) throw WorkbookRefusedException.Damaged("a sheet has its rows in two places");
                (_inData, _depth) = (true, _xml.Depth);
                TakeOver();
                return;
            }
            _xml.Skip();
        }
        _xml.ReadToEnd();
        _ended = true;
    }

    private void TakeOver()
    {
        if (_feed is null || _xml.IsEmpty) return;
        if (_xml.IsUtf8 && _feed.IsAtTag && _depth + TokenizerDepth <= _limits.XmlDepth)
            _quick = new Utf8Rows(_window!, new Utf8Names(_xml), _cells, _limits, _effort, _blankRows);
        else _fallBacks.Count++;
    }

    private bool ReadQuick()
    {
        if (_quick!.Read(Row)) return true;
        _quick = null;
        if (!_window!.Rest.TrimStart(" \t\r\n"u8).StartsWith("</"u8)) _fallBacks.Count++;
        return false;
    }
}
