namespace UserImport;

/// <summary>What an upload may cost at most. A file beyond a limit is refused as a whole, naming limit and option.</summary>
/// <remarks>
/// The refusal is <c>workbook.tooLarge</c> (section 8); exactly the limit is allowed. Every limit is at least 1, unless it says
/// otherwise. Anchors: Apache POI's <c>ZipSecureFile</c>, OWASP ASVS 5.2.3, Excel's own grid.
/// </remarks>
public sealed class ImportLimits
{
    /// <summary>Bytes of the uploaded file; 25 MiB.</summary>
    public long FileBytes { get; set; } = 25 << 20;

    /// <summary>Entries of the ZIP archive; 1,000.</summary>
    public int ZipEntries { get; set; } = 1_000;

    /// <summary>Bytes of the ZIP archive's central directory; 1 MiB.</summary>
    public int CentralDirectoryBytes { get; set; } = 1 << 20;

    /// <summary>Unpacked bytes of a sheet; 1 GiB.</summary>
    public long SheetBytes { get; set; } = 1L << 30;

    /// <summary>Unpacked bytes of the shared strings; 64 MiB.</summary>
    public long SharedStringBytes { get; set; } = 64 << 20;

    /// <summary>Unpacked bytes of the styles; 8 MiB.</summary>
    public long StyleBytes { get; set; } = 8 << 20;

    /// <summary>Unpacked bytes of any other part that is read; 1 MiB.</summary>
    public long OtherPartBytes { get; set; } = 1 << 20;

    /// <summary>How many times larger a part may be unpacked, counted after its first 8 MiB; 500.</summary>
    public int CompressionRatio { get; set; } = 500;

    /// <summary>Rows with data; 100,000. Blank rows do not count.</summary>
    public int Rows { get; set; } = 100_000;

    /// <summary>Columns; 256, at least those of the import. A column beyond counts only where a cell holds something.</summary>
    public int Columns { get; set; } = 256;

    /// <summary>Characters in a cell; 32,767, at least 255.</summary>
    public int CellCharacters { get; set; } = 32_767;

    /// <summary>Bytes of text in the known columns of all rows, a shared string counted in every cell that uses it; 256 MiB.</summary>
    public long TextBytes { get; set; } = 256 << 20;

    /// <summary>
    /// Entries in the list cells of all rows: functions, teams and managers; 5,000,000. In memory an entry takes ten times its text, and a
    /// list that is one shared string is small in the file however many cells hold it.
    /// </summary>
    public long ListEntries { get; set; } = 5_000_000;

    /// <summary>
    /// Tags and attributes that are read one by one in a check, because no program spells them so or because there are no rows where they
    /// stand; 40,000,000. A file in the spelling of Excel, LibreOffice or openpyxl hardly has any; 100,000 rows of fourteen cells stay below it
    /// also with prefixes, pretty-printed and behind an instruction. In what only the slower reader takes, a tag counts twice, and long texts
    /// and long tags count for what they cost.
    /// </summary>
    public long XmlNodes { get; set; } = 40_000_000;

    /// <summary>Depth of nested XML elements; 64, at least 8.</summary>
    public int XmlDepth { get; set; } = 64;

    /// <summary>Sheets that are looked through for the headers; 50.</summary>
    public int Sheets { get; set; } = 50;

    /// <summary>Problems that a check lists; 10,000, at least 0. No file is refused for it, and the counts stay exact (K4).</summary>
    public int ListedIssues { get; set; } = 10_000;
}
