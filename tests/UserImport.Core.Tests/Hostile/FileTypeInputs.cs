using System.IO.Compression;
using System.Text;
using UserImport.Spreadsheets;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>Files of another type than a workbook to import.</summary>
internal static class FileTypeInputs
{
    public static IReadOnlyList<BadInput> All { get; } =
    [
        new("an empty file", () => [], "workbook.empty"),
        Text("a CSV file", "Employee number;First name\n1;Jan\n", "workbook.notExcel"),
        Text("a CSV file that begins with PK", "PK;First name\n1;Jan\n", "workbook.notExcel"),
        Text("an HTML page called .xlsx", "<html><body><table><tr><td>Employee number</td></tr></table></body></html>", "workbook.notExcel"),
        Text("an XML spreadsheet of 2003", "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>", "workbook.notExcel"),
        Text("a PDF document", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "workbook.notExcel"),
        Text("a JSON document", "[{\"employeeNumber\":\"1\"}]", "workbook.notExcel"),
        new("a picture", () => [0x89, .. "PNG\r\n\x1a\n"u8, 0, 0, 0, 13, .. "IHDR"u8], "workbook.notExcel"),
        new("a gzip archive", () => GZip(UsersSheet.Good().ToArray()), "workbook.notExcel"),
        new("a million zeros", () => new byte[1_000_000], "workbook.notExcel"),
        new("random bytes", () => RandomBytes(100_000), "workbook.notExcel"),
        new("the first byte of a workbook", () => [(byte)'P'], "workbook.damaged"),
        new("the first three bytes of a workbook", () => [.. "PK\x03"u8], "workbook.damaged"),
        new("an old .xls", () => Ole("Root Entry", "Workbook"), "workbook.xls"),
        new("an .xls of Excel 5", () => Ole("Root Entry", "Book"), "workbook.xls"),
        new("an .xls that shouts", () => Ole("ROOT ENTRY", "WORKBOOK"), "workbook.xls"),
        new("an .xls with a Word document inside", () => Ole("Root Entry", "Workbook", "MBD00012A35", "WordDocument", "ObjectPool", "PowerPoint Document"), "workbook.xls"),
        new("a .xls of Excel 4, without a container", () => [9, 4, 6, 0, 0, 0, 16, 0], "workbook.xls"),
        new("a workbook with a password", () => Ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "workbook.encrypted"),
        new("an old Word document", () => Ole("Root Entry", "WordDocument"), "workbook.notExcel"),
        new("an old Word document with a workbook inside", () => Ole("Root Entry", "WordDocument", "ObjectPool", "_1234567890", "Workbook"), "workbook.notExcel"),
        new("a message saved by Outlook", () => Ole("Root Entry", "__properties_version1.0"), "workbook.notExcel"),
        new("a compound file that is cut off in its header", () => Ole("Workbook")[..40], "workbook.xls"),
        new("an OpenDocument spreadsheet", () => Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), "workbook.ods"),
        new("a spreadsheet of OpenOffice 1", () => Zip(("mimetype", "application/vnd.sun.xml.calc"), ("content.xml", "<x/>")), "workbook.ods"),
        new("an OpenDocument text", () => Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), "workbook.notExcel"),
        new("a Numbers document", () => Zip(("Index/Document.iwa", "x"), ("preview.jpg", "x")), "workbook.notExcel"),
        new("an archive with nothing in it", () => [.. "PK\x05\x06"u8, .. new byte[18]], "workbook.notExcel"),
        new("an archive with a workbook in it", () => Zip(("users.xlsx", Encoding.Latin1.GetString(UsersSheet.Good().ToArray()))), "workbook.notExcel"),
        BadInput.Of("a Word document", () => UsersSheet.Good().Change("[Content_Types].xml", "spreadsheetml.sheet.main", "wordprocessingml.document.main"), "workbook.notExcel"),
        BadInput.Of("a binary workbook", () => UsersSheet.Good().Change("[Content_Types].xml", "officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.binary.macroEnabled.main"), "workbook.xlsb"),
    ];

    private static BadInput Text(string name, string text, string code) => new(name, () => Encoding.UTF8.GetBytes(text), code);

    private static byte[] GZip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var zip = new RawZip();
        foreach (var (name, content) in entries) zip.Add(name, content);
        return zip.ToArray();
    }

    // A header, and a sector of directory entries with these names.
    private static byte[] Ole(params string[] names)
    {
        var file = new byte[2048];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        for (var i = 0; i < names.Length; i++)
        {
            Encoding.Unicode.GetBytes(names[i]).CopyTo(file, 1024 + i * 128);
            file[1024 + i * 128 + 64] = (byte)((names[i].Length + 1) * 2);
        }
        return file;
    }

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        bytes[0] = 0x7B;
        return bytes;
    }
}
