using System.Text;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Packaging;

namespace UserImport.Tests.Spreadsheets.Packaging;

public sealed class FileKindTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void A_file_without_bytes_is_empty() => Reading.Refusal([]).Code.Should().Be("workbook.empty");

    [Theory]
    [InlineData("Employee number;First name\r\n00101;Jan")]
    [InlineData("<html><table></table></html>")]
    [InlineData("%PDF-1.7")]
    [InlineData("{\\rtf1 }")]
    [InlineData("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>")]
    [InlineData("\tonly a tab")]
    [InlineData("PKZIP is a program")]
    [InlineData("x")]
    [InlineData("\0\0\0\0\0\0\0\0")]
    public void A_file_that_is_no_archive_is_no_workbook(string content) =>
        Reading.Refusal(Encoding.Latin1.GetBytes(content)).Code.Should().Be("workbook.notExcel");

    [Theory]
    [InlineData("Workbook", "workbook.xls")]
    [InlineData("Book", "workbook.xls")]
    [InlineData("EncryptedPackage", "workbook.encrypted")]
    [InlineData("WordDocument", "workbook.notExcel")]
    public void A_compound_file_is_told_by_its_directory(string stream, string code)
    {
        var file = new byte[512 + 128 * 8];
        Ole.CopyTo(file, 0);
        Name(0, "Root Entry");
        Name(5, stream);
        Reading.Refusal(file).Code.Should().Be(code);

        void Name(int entry, string name)
        {
            Encoding.Unicode.GetBytes(name).CopyTo(file, 512 + 128 * entry);
            file[512 + 128 * entry + 64] = (byte)((name.Length + 1) * 2);
        }
    }

    [Fact]
    public void A_compound_file_that_is_cut_off_is_taken_for_the_old_format() =>
        Reading.Refusal(Ole).Code.Should().Be("workbook.xls");

    [Fact]
    public void Excel_before_compound_files_is_the_old_format() =>
        Reading.Refusal([9, 0, 4, 0, 2, 0, 16, 0]).Code.Should().Be("workbook.xls");

    [Theory]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "workbook.ods")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.spreadsheet-template", "workbook.ods")]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.text", "workbook.notExcel")]
    [InlineData("holiday.jpg", "JFIF", "workbook.notExcel")]
    [InlineData("users.xlsx", "PK", "workbook.notExcel")]
    [InlineData("xl/workbook.xml", "<workbook/>", "workbook.damaged")]
    public void An_archive_of_something_else_is_told_by_its_entries(string name, string content, string code)
    {
        var zip = new RawZip();
        zip.Add(name, content).IsStored = true;
        Reading.Refusal(zip.ToArray()).Code.Should().Be(code);
    }

    [Fact]
    public void An_archive_without_entries_is_no_workbook() =>
        Reading.Refusal(new RawZip().ToArray()).Code.Should().Be("workbook.notExcel");

    [Theory]
    [InlineData("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "workbook.xlsb")]
    [InlineData("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "workbook.macros")]
    [InlineData("application/vnd.ms-excel.template.macroEnabled.main+xml", "workbook.macros")]
    [InlineData("application/vnd.ms-excel.addin.macroEnabled.main+xml", "workbook.macros")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "workbook.notExcel")]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "workbook.notExcel")]
    public void The_type_of_the_main_part_decides(string type, string code)
    {
        var book = RawWorkbook.Of("").Change("[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type);
        Reading.Refusal(book.ToArray()).Code.Should().Be(code);
    }

    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml")]
    [InlineData("APPLICATION/VND.OPENXMLFORMATS-OFFICEDOCUMENT.SPREADSHEETML.SHEET.MAIN+XML")]
    [InlineData("application/xml")]
    public void Other_types_of_the_main_part_are_read(string type)
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>").Change("[Content_Types].xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", type);
        Reading.Rows(book.ToArray()).Should().HaveCount(1);
    }

    [Fact]
    public void A_relationship_to_a_VBA_project_is_a_macro_unless_macros_are_allowed()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>").Change("xl/_rels/workbook.xml.rels", "</Relationships>",
            """<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>""");
        Reading.Refusal(book.ToArray()).Code.Should().Be("workbook.macros");
        Reading.Rows(book.ToArray(), allowMacros: true).Should().HaveCount(1);
    }

    [Fact]
    public void A_type_that_is_merely_listed_and_a_part_that_nothing_refers_to_are_no_macros()
    {
        var book = RawWorkbook.Of("<row><c><v>1</v></c></row>").Set("xl/vbaProject.bin", "x").Change("[Content_Types].xml", "</Types>",
            """<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>""");
        Reading.Rows(book.ToArray()).Should().HaveCount(1);
    }
}
