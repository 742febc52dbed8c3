using System.IO.Compression;
using UserImport.Benchmarks.Readers;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;

namespace UserImport.Benchmarks.Workloads;

/// <summary>A workbook in memory, and where in it the users stand, so that every reader reads the same cells.</summary>
internal sealed class Upload
{
    private readonly byte[] _bytes;
    private readonly Lazy<Places> _places;

    /// <summary>Takes a workbook. Where the users stand in it the library is asked only for those who have to be told: its own first run is its first.</summary>
    public Upload(byte[] workbook)
    {
        _bytes = workbook;
        _places = new Lazy<Places>(() => Find(workbook));
    }

    public string SheetName => _places.Value.SheetName;

    public string SheetPart => _places.Value.SheetPart;

    /// <summary>The part of the shared strings; null if there is none.</summary>
    public string? StringsPart => _places.Value.StringsPart;

    /// <summary>The number of the row with the headers; the users stand below.</summary>
    public int HeaderRow => _places.Value.HeaderRow;

    /// <summary>Finds out where the users stand, unless that is known.</summary>
    /// <exception cref="InvalidDataException">The workbook has no sheet with the headers.</exception>
    public void FindPlaces() => _ = _places.Value;

    /// <summary>Whether readers sum every character up, to be compared, or only count them, to be measured.</summary>
    public bool IsCompared { get; set; } = true;

    /// <summary>Returns what a reader adds its cells to.</summary>
    public CellSum NewSum() => new(countsOnly: !IsCompared);

    public long Length => _bytes.LongLength;

    /// <summary>Returns which of the fourteen columns stands in a column of the sheet (from 1); -1 if none.</summary>
    public int ColumnAt(int sheetColumn) => _places.Value.Columns.GetValueOrDefault(sheetColumn, -1);

    public MemoryStream Open() => new(_bytes, writable: false);

    private static Places Find(byte[] workbook)
    {
        using var opened = Workbook.Open(new MemoryStream(workbook, writable: false), Limits.None, allowMacros: true, CancellationToken.None);
        var mark = TemplateMark.Find(opened.DefinedNames.Select(name => (name.Name, name.Formula)));
        var (sheet, header) = new HeaderSearch(new ColumnTable([]), Limits.None).Find(opened, mark)
            ?? throw new InvalidDataException("The workbook has no sheet with the headers.");
        using var archive = new ZipArchive(new MemoryStream(workbook, writable: false));
        return new Places(sheet.Name, EntryAt(archive, sheet.Part!)!, EntryAt(archive, "sharedStrings.xml"), header.Number,
            header.Cells.Where(cell => cell.Column is not null).ToDictionary(cell => cell.SheetColumn, cell => cell.Column!.Index));
    }

    // Programs differ in case and in the slash in front.
    private static string? EntryAt(ZipArchive archive, string path) =>
        archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(path.TrimStart('/'), StringComparison.OrdinalIgnoreCase))?.FullName;

    private sealed record Places(string SheetName, string SheetPart, string? StringsPart, int HeaderRow, Dictionary<int, int> Columns);
}
