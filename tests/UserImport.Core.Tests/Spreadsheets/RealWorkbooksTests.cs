using System.Text.Json;
using UserImport.Spreadsheets;

namespace UserImport.Tests.Spreadsheets;

/// <summary>The workbooks that other programs wrote (TestData/workbooks/ORIGIN.md), through both readers.</summary>
public sealed class RealWorkbooksTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestData", "workbooks");

    private static readonly Dictionary<string, string> Refused =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(Path.Combine(Folder, "refused.json")))!;

    private static IEnumerable<string> Names => Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!)
        .Where(name => Path.GetExtension(name) is not (".json" or ".md")).Order(StringComparer.Ordinal);

    public static TheoryData<string> Read => new(Names.Where(name => !Refused.ContainsKey(name)));

    public static TheoryData<string, string> RefusedFiles
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var (name, code) in Refused) files.Add(name, code);
            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void Both_readers_read_a_real_workbook_alike_and_the_tokenizer_needs_no_help(string name)
    {
        var file = File.ReadAllBytes(Path.Combine(Folder, name));
        foreach (var window in Reading.Windows)
        {
            using var reference = Reading.Open(file);
            using var workbook = Reading.Open(file);
            foreach (var sheet in workbook.Sheets)
                Reading.Rows(workbook, sheet, window).Should().Equal(Reading.Rows(reference, sheet, window: 0), $"of {sheet.Name}");
            // EPPlus declares a prefix of its own inside each string of several runs: from the first one on the XmlReader reads.
            var expected = name == "epplus-users.xlsx" && window > 0 ? 1 : 0;
            workbook.FallBacks.Count.Should().Be(expected, "no usual spelling falls back");
        }
    }

    [Theory]
    [MemberData(nameof(RefusedFiles))]
    public void A_real_file_that_is_no_workbook_is_refused(string name, string code) =>
        Reading.Refusal(File.ReadAllBytes(Path.Combine(Folder, name))).Code.Should().Be(code);
}
