using System.IO.Compression;
using System.Text;
using UserImport.Benchmarks.Workloads;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Benchmarks.Hostile;

/// <summary>A workbook out of parts that are written as raw bytes, so that they may hold anything and be as large as a limit allows.</summary>
internal sealed class HostilePackage
{
    public const string Sheet = "xl/worksheets/sheet1.xml";

    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, Action<Utf8Sink>> _parts = new(StringComparer.Ordinal)
    {
        ["[Content_Types].xml"] = sink => sink.Raw(PackageXml.ContentTypes),
        ["_rels/.rels"] = sink => sink.Raw(PackageXml.Relationships),
        ["xl/workbook.xml"] = sink => sink.Raw(PackageXml.Workbook),
        ["xl/_rels/workbook.xml.rels"] = sink => sink.Raw(PackageXml.WorkbookRelationships),
        ["xl/styles.xml"] = sink => sink.Raw(PackageXml.Styles),
        ["xl/sharedStrings.xml"] = sink => sink.Raw(Bytes($"<sst xmlns=\"{Spreadsheet}\"/>")),
    };

    /// <summary>A workbook with one sheet of these rows.</summary>
    public static HostilePackage WithSheet(Action<Utf8Sink> rows) => new HostilePackage().Set(Sheet, Worksheet(rows));

    /// <summary>Writes a sheet around its rows.</summary>
    public static Action<Utf8Sink> Worksheet(Action<Utf8Sink> rows) => sink =>
    {
        sink.Raw(Bytes($"<worksheet xmlns=\"{Spreadsheet}\"><sheetData>"));
        rows(sink);
        sink.Raw("</sheetData></worksheet>"u8);
    };

    /// <summary>Writes a part around what its root element holds.</summary>
    public HostilePackage Set(string part, string root, Action<Utf8Sink> content) => Set(part, sink =>
    {
        sink.Raw(Bytes($"<{root} xmlns=\"{Spreadsheet}\">"));
        content(sink);
        sink.Raw(Bytes($"</{root}>"));
    });

    public HostilePackage Set(string part, Action<Utf8Sink> write)
    {
        _parts[part] = write;
        return this;
    }

    public HostilePackage Set(string part, string xml) => Set(part, sink => sink.Raw(Bytes(xml)));

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, write) in _parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                var sink = new Utf8Sink(part);
                write(sink);
                sink.Flush();
            }
        return file.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
