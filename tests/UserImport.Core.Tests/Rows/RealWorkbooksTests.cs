using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Rows;

namespace UserImport.Tests.Rows;

/// <summary>Workbooks that other programs wrote, and what a person reads in them (TestData/workbooks/ORIGIN.md).</summary>
public class RealWorkbooksTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "TestData", "workbooks");
    private static readonly JsonElement Expected = Read("expected.json");

    public static TheoryData<string> Readable => [.. Expected.EnumerateArray().Select(file => file.GetProperty("file").GetString()!)];

    public static TheoryData<string, string> Refused
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Read("refused.json").EnumerateObject()) data.Add(file.Name, file.Value.GetString()!);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Readable))]
    [Trait("Rule", "R1")]
    public void A_workbook_of_another_program_is_read_the_way_a_person_sees_it(string file)
    {
        var expected = Expected.EnumerateArray().Single(entry => entry.GetProperty("file").GetString() == file);
        using var stream = File.OpenRead(Path.Combine(Folder, file));
        using var sheet = Parser().Parse(stream, cancellationToken: TestContext.Current.CancellationToken);

        var rows = sheet.Rows.ToList();

        sheet.Refusal.Should().BeNull();
        Texts(rows, sheet).Should().Equal(expected.GetProperty("rows").EnumerateArray().SelectMany(Texts));
        rows.SelectMany(row => row.Issues).Concat(sheet.Notices).Select(issue => $"{issue.Row} {issue.Code}").Order()
            .Should().Equal(expected.GetProperty("issues").EnumerateArray()
                .Select(issue => $"{issue.GetProperty("row")} {issue.GetProperty("code").GetString()}").Order());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_is_no_workbook_to_import_is_refused_with_its_code(string file, string code)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, file));
        using var sheet = Parser().Parse(stream, CultureInfo.GetCultureInfo("nl"), TestContext.Current.CancellationToken);

        sheet.Rows.Should().BeEmpty();
        sheet.Refusal!.Code.Should().Be(code);
        sheet.Refusal.Message.Should().NotContainAny("{", "}");
    }

    private static RowParser Parser() => new(Options.Create(new UserImportOptions()));

    private static IEnumerable<string> Texts(List<UserRow> rows, ParsedSheet sheet) =>
        rows.SelectMany(row => sheet.Columns.Where(column => row.Issues.All(issue => issue.Column != column.Key))
            .Select(column => $"{row.Number} {column.Key}={row[column]}"));

    private static IEnumerable<string> Texts(JsonElement row)
    {
        foreach (var cell in UserImport.Columns.UserColumns.All)
            if (row.GetProperty("cells").TryGetProperty(cell.Key, out var text) && text.ValueKind is JsonValueKind.String)
                if (!(text.GetString() == "" && cell.IsRequired))
                    yield return $"{row.GetProperty("row")} {cell.Key}={text.GetString()}";
    }

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement;
}
