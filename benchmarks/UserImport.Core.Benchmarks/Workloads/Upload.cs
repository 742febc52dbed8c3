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
    private readonly Dictionary<int, int> _columns;

    private Upload(byte[] bytes, string sheetName, string sheetPart, string? stringsPart, HeaderRow header)
    {
        (_bytes, SheetName, SheetPart, StringsPart, HeaderRow) = (bytes, sheetName, sheetPart, stringsPart, header.Number);
        _columns = header.Cells.Where(cell => cell.Column is not null).ToDictionary(cell => cell.SheetColumn, cell => cell.Column!.Index);
    }

    public string SheetName { get; }

    public string SheetPart { get; }

    /// <summary>The part of the shared strings; null if there is none.</summary>
    public string? StringsPart { get; }

    /// <summary>The number of the row with the headers; the users stand below.</summary>
    public int HeaderRow { get; }

    /// <summary>Whether readers sum every character up, to be compared, or only count them, to be measured.</summary>
    public bool IsCompared { get; set; } = true;

    /// <summary>Returns what a reader adds its cells to.</summary>
    public CellSum NewSum() => new(countsOnly: !IsCompared);

    public long Length => _bytes.LongLength;

    /// <summary>Returns which of the fourteen columns stands in a column of the sheet (from 1); -1 if none.</summary>
    public int ColumnAt(int sheetColumn) => _columns.GetValueOrDefault(sheetColumn, -1);

    public MemoryStream Open() => new(_bytes, writable: false);

    /// <summary>Looks for the users in a workbook.</summary>
    /// <exception cref="InvalidDataException">The workbook has no sheet with the headers.</exception>
    public static Upload Of(byte[] workbook)
    {
        using var opened = Workbook.Open(new MemoryStream(workbook, writable: false), Limits.None, allowMacros: true, CancellationToken.None);
        var mark = TemplateMark.Find(opened.DefinedNames.Select(name => (name.Name, name.Formula)));
        var (sheet, header) = new HeaderSearch(new ColumnTable([]), Limits.None).Find(opened, mark)
            ?? throw new InvalidDataException("The workbook has no sheet with the headers.");
        using var archive = new ZipArchive(new MemoryStream(workbook, writable: false));
        return new Upload(workbook, sheet.Name, EntryAt(archive, sheet.Part!)!, EntryAt(archive, "sharedStrings.xml"), header);
    }

    // Programs differ in case and in the slash in front.
    private static string? EntryAt(ZipArchive archive, string path) =>
        archive.Entries.FirstOrDefault(entry => entry.FullName.EndsWith(path.TrimStart('/'), StringComparison.OrdinalIgnoreCase))?.FullName;
}
