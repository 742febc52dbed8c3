using System.Text;
using UserImport.Benchmarks.Workloads;
using UserImport.Lists;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Benchmarks.Hostile;

/// <summary>Files that are refused at the default limits, after as much work as each of them can cause.</summary>
internal static class RefusedFiles
{
    private const int MiB = 1 << 20;
    private const int LongestText = 32_767;

    public static IReadOnlyList<HostileCase> All { get; } =
    [
        new("directory of long names", "entries", [250, 500, 1_000], Directory, "workbook.noHeaders"),
        new("blank rows in one sheet", "MiB", [50, 100, 200], size => OneSheet(BlankRows(size)), "workbook.noHeaders"),
        new("blank rows behind a processing instruction", "MiB", [50, 100], size => OneSheet(BehindInstruction(size)), "workbook.noHeaders"),
        new("sheets of 50 MiB of smallest cells", "sheets", [10, 20], size => Sheets(size, SmallestCells(50)), "workbook.tooLarge"),
        new("sheets of 50 MiB that are passed over", "sheets", [12, 50], size => Sheets(size, PassedOver), "workbook.tooLarge"),
        new("sheets of long texts before the headers", "sheets", [12, 25, 50], size => Sheets(size, LongTexts, new string('\uFDFA', LongestText)), "workbook.noHeaders"),
        new("one row without end", "cells", [4_000_000, 8_000_000], size => OneSheet(EndlessRow(size)), "workbook.tooLarge"),
        new("tags of two million characters", "tags", [15, 30, 60], size => OneSheet(LongTags(size)), "workbook.damaged"),
        new("empty shared strings", "MiB", [16, 32, 63], size => Strings(size, "<si/>"), "workbook.noHeaders"),
        new("short rich shared strings", "MiB", [16, 32, 63], size => Strings(size, "<si><r><t>a</t></r></si>"), "workbook.noHeaders"),
        new("cell formats", "MiB", [2, 4, 7], Formats, "workbook.noHeaders"),
        new("relationships", "KiB", [250, 500, 1_000], Relationships, "workbook.noHeaders"),
        new("long texts in every cell, beyond TextBytes", "rows", [1_000, 10_000, 100_000], Texts, "workbook.tooLarge"),
        new("list cells of one-letter names, beyond ListEntries", "rows", [200, 2_000], size => OneSheet(HostileRows.Users(size, CostlyFiles.OneLetterNames)), "workbook.tooLarge"),
        new("damage at the very end", "rows", [25_000, 50_000, 100_000], DamagedAtTheEnd, "workbook.damaged"),
        new("damage behind rows wrong in every column", "rows", [25_000, 50_000, 100_000], size => DamagedBehind(size, CostlyFiles.WrongEverywhere), "workbook.damaged"),
        new("damage behind list cells of one-letter names", "rows", [35, 70, 140], size => DamagedBehind(size, CostlyFiles.OneLetterNames), "workbook.damaged"),
    ];

    private static HostileUpload OneSheet(Action<Utf8Sink> rows) => HostileUpload.Of(HostilePackage.WithSheet(rows));

    private static HostileUpload Directory(int entries)
    {
        var package = HostilePackage.WithSheet(_ => { });
        for (var i = 7; i < entries; i++) package.Set(HostileRows.Text($"{i}/{new string('n', 990)}"), "");
        return HostileUpload.Of(package);
    }

    private static Action<Utf8Sink> BlankRows(int size) => Repeat(size * (MiB / 330), (sink, i) =>
    {
        sink.Raw("<row r=\""u8).Number(i + 1).Raw("\" spans=\"1:14\">"u8);
        for (var column = 'A'; column < 'O'; column++) sink.Raw("<c r=\""u8).Raw([(byte)column]).Number(i + 1).Raw("\" s=\"1\"/>"u8);
        sink.Raw("</row>"u8);
    });

    // Their numbers vary just enough to stay below the compression ratio.
    private static Action<Utf8Sink> SmallestCells(int size)
    {
        var cells = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<c/>", 250)));
        return Repeat(size * (MiB / 1030), (sink, i) => sink.Raw("<row r=\""u8).Number(i + 1).Raw("\">"u8).Raw(cells).Raw("</row>"u8));
    }

    // What is behind twenty rows without headers is unpacked and no more.
    private static void PassedOver(Utf8Sink sink)
    {
        Repeat(20, (rows, _) => rows.Raw("<row><c><v>1</v></c></row>"u8))(sink);
        SmallestCells(50)(sink);
    }

    private static Action<Utf8Sink> BehindInstruction(int size) => sink =>
    {
        sink.Raw("<?tokenizer none?>"u8);
        BlankRows(size)(sink);
    };

    private static HostileUpload Sheets(int sheets, Action<Utf8Sink> rows, string shared = "")
    {
        var list = string.Concat(Enumerable.Range(1, sheets).Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"rId1\"/>"));
        return HostileUpload.Of(HostilePackage.WithSheet(rows)
            .Set("xl/workbook.xml", Encoding.UTF8.GetString(PackageXml.Workbook).Replace("<sheet name=\"Users\" sheetId=\"1\" r:id=\"rId1\"/>", list, StringComparison.Ordinal))
            .Set("xl/sharedStrings.xml", "sst", HostileRows.Shared(shared)));
    }

    private static void LongTexts(Utf8Sink sink)
    {
        for (var row = 1; row <= 20; row++)
        {
            sink.Raw("<row>"u8);
            for (var column = 0; column < 256; column++) sink.Raw("<c t=\"s\"><v>0</v></c>"u8);
            sink.Raw("</row>"u8);
        }
    }

    private static Action<Utf8Sink> EndlessRow(int cells) => sink =>
    {
        sink.Raw("<row r=\"1\">"u8);
        for (var i = 0; i < cells; i++) sink.Raw("<c r=\"Z1\"><v>"u8).Number(i).Raw("</v></c>"u8);
        sink.Raw("</row>"u8);
    };

    private static Action<Utf8Sink> LongTags(int tags) => Repeat(tags, (sink, i) =>
    {
        sink.Raw("<row r=\""u8).Number(i + 1).Raw("\""u8);
        for (var attribute = 0; attribute < 150_000; attribute++) sink.Raw(" a"u8).Number(attribute).Raw("=\"\""u8);
        sink.Raw("/>"u8);
    });

    private static HostileUpload Strings(int size, string one)
    {
        var thousand = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(one, 1_000)));
        return HostileUpload.Of(HostilePackage.WithSheet(_ => { }).Set("xl/sharedStrings.xml", "sst",
            Repeat(size * MiB / (thousand.Length + 16), (sink, i) => sink.Raw(thousand).Raw("<si><t>"u8).Number(i).Raw("</t></si>"u8))));
    }

    private static HostileUpload Formats(int size) => HostileUpload.Of(HostilePackage.WithSheet(_ => { }).Set("xl/styles.xml", "styleSheet", sink =>
    {
        sink.Raw("<numFmts>"u8);
        Repeat(size * MiB / 100, (formats, i) => formats.Raw("<numFmt numFmtId=\""u8).Number(i + 164).Raw("\" formatCode=\"000\"/>"u8))(sink);
        sink.Raw("</numFmts><cellXfs>"u8);
        Repeat(size * MiB / 60, (formats, i) => formats.Raw("<xf numFmtId=\""u8).Number(i + 164).Raw("\"/>"u8))(sink);
        sink.Raw("</cellXfs>"u8);
    }));

    private static HostileUpload Relationships(int size)
    {
        var all = new StringBuilder(Encoding.UTF8.GetString(PackageXml.WorkbookRelationships).Replace("</Relationships>", "", StringComparison.Ordinal));
        for (var i = 9; all.Length < size * 1_000; i++) all.Append(HostileRows.Text($"<Relationship Id=\"rId{i}\" Type=\"t\" Target=\"x\"/>"));
        return HostileUpload.Of(HostilePackage.WithSheet(_ => { }).Set("xl/_rels/workbook.xml.rels", sink =>
        {
            foreach (var piece in all.Append("</Relationships>").ToString().Chunk(30_000)) sink.Raw(Encoding.UTF8.GetBytes(piece));
        }));
    }

    private static HostileUpload Texts(int rows) => HostileUpload.Of(HostilePackage.WithSheet(HostileRows.Users(rows, _ => [.. Enumerable.Repeat("#0", 11)]))
        .Set("xl/sharedStrings.xml", "sst", HostileRows.Shared(new string('\u00E9', LongestText))));

    private static HostileUpload DamagedAtTheEnd(int rows) => DamagedBehind(rows, row => HostileRows.User(row));

    private static HostileUpload DamagedBehind(int rows, Func<int, string[]> cells) => OneSheet(sink =>
    {
        HostileRows.Users(rows, cells)(sink);
        sink.Raw("</sheetDatum>"u8);
    });

    private static Action<Utf8Sink> Repeat(int times, Action<Utf8Sink, int> write) => sink =>
    {
        for (var i = 0; i < times; i++) write(sink, i);
    };
}
