using UserImport.Benchmarks.Questions;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;
using UserImport.Changes;

namespace UserImport.Tests.Benchmarks;

/// <summary>Every benchmark body once, small: a benchmark of the wrong answer measures nothing.</summary>
public sealed class QuestionsTests
{
    private const int Rows = 200;

    private static int CellsWithText => new Staff(Rows).Rows().Sum(row => row.Count(text => text.Length > 0));

    [Theory]
    [InlineData(WorkbookLayout.Shared)]
    [InlineData(WorkbookLayout.Inline)]
    public void Parsing_reads_every_cell_that_was_written(WorkbookLayout layout)
    {
        var benchmark = new ParsingBenchmarks { Rows = Rows, Layout = layout };
        benchmark.Setup();

        benchmark.Parse().Should().Be(CellsWithText);
        benchmark.WalkXml().Should().BeGreaterThan(CellsWithText * 3, "each cell has a start, a text and an end at least");
        benchmark.Unpack().Should().BeGreaterThan(new Staff(Rows).Rows().Sum(row => row[4].Length));
        benchmark.Cleanup();
    }

    [Theory]
    [InlineData(WorkbookLayout.Shared)]
    [InlineData(WorkbookLayout.Inline)]
    public async Task Checking_plans_two_percent_additions_and_five_percent_updates(WorkbookLayout layout)
    {
        var benchmark = new CheckingBenchmarks { Rows = Rows, Layout = layout };
        benchmark.Setup();

        (await benchmark.Check()).Should().Be(Rows * 2 / 100 + Rows * 5 / 100);
        benchmark.Unpack().Should().BePositive();
        benchmark.Cleanup();
    }

    [Theory]
    [InlineData(UploadKind.ChangesNothing, 4)]
    [InlineData(UploadKind.ChangesLittle, 14)]
    [InlineData(UploadKind.ChangesEverybody, Rows)]
    [InlineData(UploadKind.AddsEverybody, Rows)]
    [InlineData(UploadKind.NamesUnknownCompanies, 0)]
    public async Task Planning_plans_what_the_upload_changes(UploadKind kind, int changes)
    {
        var benchmark = new PlanningBenchmarks { Rows = Rows, Kind = kind };
        benchmark.Setup();

        benchmark.Parse().Should().Be(CellsWithText);
        (await benchmark.Plan()).Should().Be(changes);
        benchmark.Cleanup();
    }

    [Fact]
    public async Task The_template_offers_every_department()
    {
        var benchmark = new TemplateBenchmarks { Departments = Rows };
        benchmark.Setup();
        using var template = new MemoryStream();
        await benchmark.WriteAsync(template);

        (await benchmark.WriteTemplate()).Should().Be(template.Length);
        benchmark.WriteNames().Should().BePositive();
        TextsOf(template).Should().Contain("Afdeling 000001").And.Contain("Afdeling 000200");
    }

    [Fact]
    public async Task The_export_holds_what_the_raw_writer_writes()
    {
        var benchmark = new ExportBenchmarks { Rows = Rows };
        benchmark.Setup();
        using var export = new MemoryStream();
        using (var workload = Workload.Invent(Rows, WorkbookLayout.Shared, UploadKind.ChangesNothing)) await Library.ExportAsync(workload, export);

        (await benchmark.Export()).Should().Be(export.Length);
        benchmark.WriteBytes().Should().BePositive();
        var written = new Staff(Rows).Rows().Select(row => (string[])[.. row[..9], "", .. row[10..]]);
        OpenXmlSdk.ReadElements(new Upload(export.ToArray())).Value.Should().Be(SumOf(written).Value);
        benchmark.Cleanup();
    }

    private static CellSum SumOf(IEnumerable<string[]> rows)
    {
        var sum = new CellSum();
        foreach (var row in rows)
            for (var i = 0; i < row.Length; i++) sum.Add(i, row[i]);
        return sum;
    }

    private static List<string> TextsOf(MemoryStream workbook)
    {
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(workbook, isEditable: false);
        return [.. document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>())
            .Select(cell => cell.InnerText)];
    }
}
