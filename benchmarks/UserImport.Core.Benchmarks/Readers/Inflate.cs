using System.IO.Compression;
using System.Xml;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Readers;

/// <summary>What no reader can go below: unpacking the sheet and the shared strings.</summary>
internal static class Inflate
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>Unpacks both parts to nowhere; returns how many bytes they are.</summary>
    public static long Read(Upload upload)
    {
        var block = new byte[BlockBytes];
        return Sum(upload, part =>
        {
            long bytes = 0;
            for (int got; (got = part.Read(block)) > 0;) bytes += got;
            return bytes;
        });
    }

    /// <summary>Walks both parts with <see cref="XmlReader"/> and does nothing else; returns how many nodes they have.</summary>
    public static long ReadXml(Upload upload) => Sum(upload, part =>
    {
        using var reader = XmlReader.Create(part);
        long nodes = 0;
        while (reader.Read()) nodes++;
        return nodes;
    });

    private static long Sum(Upload upload, Func<Stream, long> read)
    {
        using var archive = new ZipArchive(upload.Open());
        long sum = 0;
        foreach (var name in new[] { upload.StringsPart, upload.SheetPart })
        {
            if (name is null) continue;
            using var part = archive.GetEntry(name)!.Open();
            sum += read(part);
        }
        return sum;
    }
}
