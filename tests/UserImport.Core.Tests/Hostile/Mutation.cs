using System.IO.Compression;
using System.Text;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>Damages a workbook at random, in one of three layers; the same seed gives the same file.</summary>
internal static class Mutation
{
    /// <summary>Returns a damaged copy of a workbook.</summary>
    public static byte[] Of(byte[] workbook, int seed)
    {
        var random = new Random(seed);
        switch (seed % 3)
        {
            case 0:
                var raw = workbook.ToList();
                ByteMutation.Apply(raw, random);
                return [.. raw];
            case 1:
                return Repack(workbook, random, (content, source) =>
                {
                    var bytes = content.ToList();
                    ByteMutation.Apply(bytes, source);
                    return [.. bytes];
                });
            default:
                return Repack(workbook, random, (content, source) => Encoding.UTF8.GetBytes(XmlMutation.Apply(Encoding.UTF8.GetString(content), source)));
        }
    }

    // Checksums and lengths are right again, so that the damage reaches the readers.
    private static byte[] Repack(byte[] workbook, Random random, Func<byte[], Random, byte[]> spoil)
    {
        var parts = Unpack(workbook);
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            var part = parts[PickPart(parts, random)];
            part.Content = spoil(part.Content, random);
        }
        if (random.Next(20) == 0) parts.RemoveAt(random.Next(parts.Count));
        if (random.Next(20) == 0) parts[random.Next(parts.Count)].Name = parts[random.Next(parts.Count)].Name;
        var zip = new RawZip();
        foreach (var part in parts) zip.Add(part.Name, part.Content).IsStored = true;
        return zip.ToArray();
    }

    // The sheets and strings are where most of the reading is; the drawings and themes are never opened.
    private static int PickPart(List<Part> parts, Random random)
    {
        var wanted = random.Next(10) switch
        {
            < 5 => "worksheets/sheet",
            < 7 => "sharedStrings",
            7 => "workbook.xml",
            8 => "styles",
            _ => "",
        };
        var fitting = Enumerable.Range(0, parts.Count).Where(i => parts[i].Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)).ToList();
        return fitting.Count == 0 ? random.Next(parts.Count) : fitting[random.Next(fitting.Count)];
    }

    private static List<Part> Unpack(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        return [.. archive.Entries.Where(entry => entry.Length > 0).Select(entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return new Part(entry.FullName, content.ToArray());
        })];
    }

    private sealed class Part(string name, byte[] content)
    {
        public string Name { get; set; } = name;
        public byte[] Content { get; set; } = content;
    }
}
