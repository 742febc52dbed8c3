using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Packaging;
using UserImport.Spreadsheets.Xml;

namespace UserImport.Spreadsheets;

/// <summary>An uploaded workbook: its sheets, opened one at a time, as often as wanted.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly Package _package;
    private readonly ImportLimits _limits;
    private readonly ReadingMeter _meter;
    private readonly string? _stringsPart;
    private SharedStrings? _strings;

    private Workbook(Package package, ImportLimits limits, bool allowMacros, ReadingMeter meter)
    {
        (_package, _limits, _meter) = (package, limits, meter);
        var main = MainPart.Find(package);
        var relationships = Relationships.Read(package, main.Name);
        if (!allowMacros && (main.IsMacroEnabled || relationships.HasTypeNamed("vbaProject")))
            throw new WorkbookRefusedException("workbook.macros");
        var workbook = XmlWorkbook.Read(package.Open(main.Name, PartLimit.Other(limits)), relationships, limits, package.Effort);
        (Sheets, DefinedNames) = (workbook.Sheets, workbook.DefinedNames);
        Formats = relationships.PartOfKind("styles") is { } styles
            ? XmlStyles.Read(package.Open(styles, PartLimit.Styles(limits)), limits, package.Effort) : NumberFormats.None;
        _stringsPart = relationships.PartOfKind("sharedStrings");
    }

    /// <summary>The worksheets in workbook order.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>The defined names, those of single sheets included.</summary>
    public IReadOnlyList<DefinedName> DefinedNames { get; }

    /// <summary>What the cell formats say about numbers.</summary>
    public NumberFormats Formats { get; }

    /// <summary>
    /// Opens a workbook from the present position of the stream, which must be able to seek, is used until the workbook is
    /// disposed, and stays the caller's.
    /// </summary>
    /// <exception cref="WorkbookRefusedException">The file is refused as a whole (section 8 of the rule book).</exception>
    public static Workbook Open(Stream stream, ImportLimits limits, bool allowMacros, CancellationToken ct, ReadingMeter? meter = null)
    {
        meter ??= new ReadingMeter();
        ct.ThrowIfCancellationRequested();
        var file = new UploadStream(stream);
        if (file.Length > limits.FileBytes)
            throw WorkbookRefusedException.TooLarge(nameof(limits.FileBytes), file.Length, limits.FileBytes);
        FileKind.RequireZip(file, ct);
        var package = new Package(file, limits, meter, ct);
        Workbook? opened = null;
        try
        {
            return opened = new Workbook(package, limits, allowMacros, meter);
        }
        finally
        {
            if (opened is null) package.Dispose();
        }
    }

    /// <summary>Returns the same stream if it can seek; else one that holds in memory what it holds, up to the limit of a file.</summary>
    /// <exception cref="WorkbookRefusedException">There is more.</exception>
    public static async Task<Stream> BufferAsync(Stream stream, ImportLimits limits, CancellationToken ct)
    {
        if (stream.CanSeek) return stream;
        var buffered = new MemoryStream();
        var block = new byte[64 * 1024];
        int got;
        while ((got = await stream.ReadAsync(block, ct).ConfigureAwait(false)) > 0)
        {
            if (buffered.Length + got > limits.FileBytes)
                throw WorkbookRefusedException.TooLarge(nameof(limits.FileBytes), buffered.Length + got, limits.FileBytes);
            buffered.Write(block, 0, got);
        }
        buffered.Position = 0;
        return buffered;
    }

    /// <summary>The bytes of all parts that were unpacked until now, each as often as it was.</summary>
    public long UnpackedBytes => _meter.InflatedBytes;

    /// <summary>How often the tokenizer left a part to the XmlReader.</summary>
    internal FallBacks FallBacks { get; } = new();

    /// <summary>Counts what is read piece by piece of all parts together, and of the sheets that are opened with it.</summary>
    public NodeBudget Effort => _package.Effort;

    /// <summary>Opens a sheet; the caller disposes the reader. Several may be open.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="demand">What is wanted of it; all of it, and counted with the workbook, if null.</param>
    public ISheetReader OpenSheet(WorkbookSheet sheet, SheetDemand? demand = null)
    {
        if (sheet.Part is null) throw WorkbookRefusedException.Damaged("a sheet without a part");
        var windowBytes = demand?.WindowBytes ?? _meter.WindowBytes;
        _strings ??= ReadStrings(windowBytes);
        return new SheetReader(_package.Open(sheet.Part, PartLimit.Sheet(_limits)), _strings, _limits, windowBytes, FallBacks,
            demand?.Effort ?? Effort, demand ?? SheetDemand.All);
    }

    /// <summary>Closes the archive, not the caller's stream.</summary>
    public void Dispose() => _package.Dispose();

    // A program may announce shared strings that it has not written; that is damage only where a cell wants one.
    private SharedStrings ReadStrings(int windowBytes)
    {
        if (_stringsPart is null) return new SharedStrings();
        return _package.Contains(_stringsPart)
            ? SharedStringsReader.Read(_package.Open(_stringsPart, PartLimit.SharedStrings(_limits)), _limits, Effort, windowBytes, FallBacks)
            : SharedStrings.Missing;
    }
}
