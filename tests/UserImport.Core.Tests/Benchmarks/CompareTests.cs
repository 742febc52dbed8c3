using System.Text.Json;
using UserImport.Benchmarks.Compare;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Tests.Benchmarks;

public sealed class CompareTests
{
    private const int Rows = 120;

    public static TheoryData<string, WorkbookLayout> Readers()
    {
        var data = new TheoryData<string, WorkbookLayout>();
        foreach (var task in CompareTask.All)
            foreach (var layout in Enum.GetValues<WorkbookLayout>())
                data.Add(task.Name, layout);
        return data;
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Every_task_reads_the_cells_that_were_written(string name, WorkbookLayout layout)
    {
        using var workload = Workload.Invent(Rows, layout);
        var expected = new CellSum();
        foreach (var row in new Staff(layout is WorkbookLayout.Blank ? 3 : Rows).Rows())
            for (var i = 0; i < row.Length; i++) expected.Add(i, row[i]);

        var sum = await CompareTask.All.Single(task => task.Name == name).RunAsync(workload);

        if (sum is { } cells) (cells.Cells, cells.Value).Should().Be((expected.Cells, expected.Value));
        else name.Should().BeOneOf("inflate", "check", "export", "XmlReader"); // these read no cells; check and export verify themselves
    }

    [Fact]
    public void The_checksum_tells_texts_columns_and_order_apart()
    {
        ulong[] sums = [Sum((0, "ab"), (1, "c")), Sum((0, "abc")), Sum((0, "ab"), (2, "c")), Sum((1, "c"), (0, "ab")), Sum((0, "ab"), (1, "d"))];

        sums.Should().OnlyHaveUniqueItems();
        Sum((0, "ab"), (1, ""), (-1, "unknown"), (1, "c")).Should().Be(sums[0], "blank cells and unknown columns say nothing");
    }

    [Fact]
    public async Task The_json_has_the_settled_keys()
    {
        using var output = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        await CompareCommand.RunAsync(CompareOptions.Parse(["--rows", "50", "--tasks", "parse,check", "--rounds", "1", "--json"]), output);

        var rows = JsonDocument.Parse(output.ToString()).RootElement.EnumerateArray().ToList();
        rows.Select(row => row.GetProperty("task").GetString()).Should().Equal("inflate", "parse", "check");
        rows.Should().AllSatisfy(row => row.EnumerateObject().Select(property => property.Name)
            .Should().Equal("task", "medianMs", "ratio", "allocatedBytesPerRow", "peakMiB"));
        rows[0].GetProperty("ratio").GetDouble().Should().Be(1);
        rows.Should().AllSatisfy(row => row.GetProperty("allocatedBytesPerRow").GetDouble().Should().BePositive());
    }

    [Fact]
    public async Task A_file_of_ones_own_is_read_by_all_alike()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var stream = File.Create(file)) WorkbookFile.Write(stream, new Staff(Rows).Rows(), WorkbookLayout.Mixed);
            using var workload = Workload.Read(file);

            workload.Rows.Should().Be(Rows);
            ObjectReaders.ReadWithExcelDataReader(workload.Upload).Value.Should().Be(Library.Parse(workload).Value);
            (await Library.CheckAsync(workload)).Rows.Updated.Should().Be(Rows * 5 / 100);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Peers_sit_out_a_million_rows_unless_they_are_named()
    {
        CompareTask.Chosen(CompareOptions.Parse(["--rows", "1000000"])).Select(task => task.Name).Should().Equal("inflate", "parse", "check");
        CompareTask.Chosen(CompareOptions.Parse(["--rows", "1000000", "--tasks", "miniexcel"])).Select(task => task.Name).Should().Equal("inflate", "MiniExcel");
    }

    [Fact]
    public void The_export_takes_part_only_if_it_is_named()
    {
        CompareTask.Chosen(CompareOptions.Parse([])).Select(task => task.Name).Should().NotContain("export").And.Contain("MiniExcel");
        CompareTask.Chosen(CompareOptions.Parse(["--tasks", "export"])).Select(task => task.Name).Should().Equal("inflate", "export");
    }

    [Theory]
    [InlineData("--rows", "none")]
    [InlineData("--layout", "odd")]
    [InlineData("--surprise", "1")]
    [InlineData("--first", "--memory")]
    [InlineData("--first", "--file", "users.xlsx")]
    public void Arguments_that_cannot_be_read_or_do_not_go_together_are_refused(params string[] arguments) =>
        FluentActions.Invoking(() => CompareOptions.Parse(arguments)).Should().Throw<ArgumentException>();

    [Fact]
    public void Each_first_run_has_a_process_of_its_own()
    {
        var options = CompareOptions.Parse(["--first", "--rounds", "3"]);

        options.Rounds.Should().Be(3);
        CompareOptions.Parse([.. options.ArgumentsFor("check").Skip(1)]).Should().BeEquivalentTo(options with { Rounds = 1, Tasks = ["check"], IsAlone = true });
    }

    private static ulong Sum(params ReadOnlySpan<(int Column, string Text)> cells)
    {
        var sum = new CellSum();
        foreach (var (column, text) in cells) sum.Add(column, text);
        return sum.Value;
    }
}
