using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Utf8;
using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets;

/// <summary>Reads the shared strings: the tokenizer as far as it is sure, the XmlReader the rest.</summary>
internal static class SharedStringsReader
{
    private const int TokenizerDepth = 12;

    /// <summary>Reads the whole part and disposes it.</summary>
    /// <param name="part">The unpacked bytes.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="effort">Counts what is read piece by piece.</param>
    /// <param name="windowBytes">The window of the tokenizer at first; 0 for the XmlReader alone.</param>
    /// <param name="fallBacks">Counts where the tokenizer was not sure.</param>
    public static SharedStrings Read(Stream part, ImportLimits limits, NodeBudget effort, int windowBytes, FallBacks fallBacks)
    {
        var window = windowBytes > 0 ? new Utf8Window(part, windowBytes) : null;
        var feed = window is null ? null : new Utf8Feed(part, window, "sst"u8.ToArray());
        using var xml = new XmlPart(feed ?? part, limits, effort);
        var strings = new SharedStrings();
        xml.MoveToRoot();
        if (!xml.Is("sst")) throw WorkbookRefusedException.Damaged("the shared strings are something else");
        if (feed is not null && !xml.IsEmpty)
        {
            var isSure = xml.IsUtf8 && feed.IsAtTag && TokenizerDepth <= limits.XmlDepth;
            if (!isSure || !Utf8SharedStrings.Read(window!, xml, strings, limits, effort)) fallBacks.Count++;
        }
        XmlSharedStrings.Read(xml, strings, limits);
        return strings;
    }
}
