using System.IO.Compression;
using System.Text;
using System.Xml;

namespace UserImport.Spreadsheets.Writing;

/// <summary>
/// Writes a workbook part after part into a stream that need not seek and may refuse synchronous writes. The same content gives
/// the same bytes. What is abandoned halfway never looks like a complete file.
/// </summary>
internal sealed class WorkbookWriter : IDisposable
{
    // The earliest time that a ZIP archive can name.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = true,
    };

    private readonly StagingStream _staging = new();
    private readonly ZipArchive _archive;
    private readonly Stream _destination;
    private readonly CancellationToken _cancellation;

    public WorkbookWriter(Stream destination, CancellationToken cancellationToken)
    {
        _destination = destination;
        _cancellation = cancellationToken;
        _archive = new ZipArchive(_staging, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Writes everything but the sheets.</summary>
    public async Task BeginAsync(WorkbookDescription workbook)
    {
        var sheets = workbook.Sheets.Count;
        await WritePartAsync("[Content_Types].xml", xml => PackageParts.WriteContentTypes(xml, sheets)).ConfigureAwait(false);
        await WritePartAsync("_rels/.rels", PackageParts.WritePackageRelationships).ConfigureAwait(false);
        await WritePartAsync("docProps/app.xml", PackageParts.WriteExtendedProperties).ConfigureAwait(false);
        await WritePartAsync("docProps/core.xml", xml => PackageParts.WriteCoreProperties(xml, workbook)).ConfigureAwait(false);
        await WritePartAsync("xl/workbook.xml", xml => PackageParts.WriteWorkbook(xml, workbook)).ConfigureAwait(false);
        await WritePartAsync("xl/_rels/workbook.xml.rels", xml => PackageParts.WriteWorkbookRelationships(xml, sheets))
            .ConfigureAwait(false);
        await WritePartAsync("xl/styles.xml", xml => workbook.Styles.WriteTo(xml)).ConfigureAwait(false);
    }

    /// <summary>Writes one sheet; the sheets come in their order.</summary>
    public async Task WriteSheetAsync(int index, Func<XmlWriter, Task> write)
    {
        using (var xml = OpenPart(PackageParts.SheetPath(index))) await write(xml).ConfigureAwait(false);
        await _staging.DrainAsync(_destination, _cancellation).ConfigureAwait(false);
    }

    /// <summary>Hands on what has been written so far, where it is enough; to be called between rows.</summary>
    public async ValueTask FlushIfFullAsync()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (_staging.IsFull) await _staging.DrainAsync(_destination, _cancellation).ConfigureAwait(false);
    }

    /// <summary>Writes the end of the file.</summary>
    public async Task CompleteAsync()
    {
        _archive.Dispose();
        await _staging.DrainAsync(_destination, _cancellation).ConfigureAwait(false);
        await _destination.FlushAsync(_cancellation).ConfigureAwait(false);
    }

    /// <summary>Frees what is held. Without <see cref="CompleteAsync"/>, the end of the file is not handed on.</summary>
    public void Dispose() => _archive.Dispose();

    private async Task WritePartAsync(string path, Action<XmlWriter> write)
    {
        using (var xml = OpenPart(path)) write(xml);
        await _staging.DrainAsync(_destination, _cancellation).ConfigureAwait(false);
    }

    private PlainNamespaceWriter OpenPart(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        return new PlainNamespaceWriter(XmlWriter.Create(entry.Open(), Settings));
    }
}
