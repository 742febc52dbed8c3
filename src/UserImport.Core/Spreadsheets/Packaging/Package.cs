using System.IO.Compression;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Spreadsheets.Packaging;

/// <summary>The parts of an uploaded archive, found by folded name; every part comes out counted and verified.</summary>
internal sealed class Package : IDisposable
{
    private readonly UploadStream _file;
    private readonly ImportLimits _limits;
    private readonly ReadingMeter _meter;
    private readonly CancellationToken _ct;
    private readonly List<ZipRecord> _records;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, int> _parts = new(StringComparer.Ordinal);

    public Package(UploadStream file, ImportLimits limits, ReadingMeter meter, CancellationToken ct)
    {
        (_file, _limits, _meter, _ct) = (file, limits, meter, ct);
        Effort = new NodeBudget(limits);
        _records = ZipDirectory.Read(file, limits);
        _archive = OpenArchive(file, _records);
        for (var i = 0; i < _records.Count; i++) _parts.Add(PartName.Fold(_records[i].Name), i);
        for (var i = 0; i < _records.Count; i++) _parts.TryAdd(PartName.FoldDecoded(_records[i].Name), i);
    }

    public ImportLimits Limits => _limits;

    /// <summary>Counts what is read piece by piece of all parts together.</summary>
    public NodeBudget Effort { get; }

    /// <summary>The names of all entries, folded.</summary>
    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Whether there is a part of that folded name.</summary>
    public bool Contains(string name) => Find(name) >= 0;

    /// <summary>Opens a part by its folded name; a part that is not there is damage. The caller disposes it.</summary>
    public PartStream Open(string name, PartLimit limit)
    {
        var index = Find(name);
        if (index < 0) throw WorkbookRefusedException.Damaged("a part is missing");
        try
        {
            return new PartStream(_archive.Entries[index].Open(), _file, _records[index], limit, _limits.CompressionRatio, _meter, _ct);
        }
        catch (SystemException e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw _file.Judge("a part cannot be opened");
        }
    }

    public void Dispose() => _archive.Dispose();

    private int Find(string name) =>
        _parts.TryGetValue(name, out var index) || _parts.TryGetValue(PartName.FoldDecoded(name), out index) ? index : -1;

    private static ZipArchive OpenArchive(UploadStream file, List<ZipRecord> records)
    {
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            // Two parsers of one directory must agree, or what was checked is not what is read.
            var same = archive.Entries.Count == records.Count;
            for (var i = 0; same && i < records.Count; i++)
            {
                var entry = archive.Entries[i];
                same = entry.FullName == records[i].Name && entry.Crc32 == records[i].Crc32 && entry.Length == records[i].Bytes &&
                    entry.CompressedLength == records[i].PackedBytes;
            }
            if (!same) throw new InvalidDataException();
            return archive;
        }
        catch (SystemException e) when (e is InvalidDataException or EndOfStreamException)
        {
            archive?.Dispose();
            throw file.Judge("the archive's directory cannot be read");
        }
    }
}
