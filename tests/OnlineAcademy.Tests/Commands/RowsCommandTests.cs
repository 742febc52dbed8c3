namespace OnlineAcademy.Tests.Commands;

public sealed class RowsCommandTests(Workspace workspace) : IClassFixture<Workspace>
{
    [Fact]
    public async Task Every_row_is_a_line_with_the_cells_by_column_key()
    {
        var path = workspace["export.xlsx"];
        await AcademyCommand.RunAsync("export", path, "--database", workspace.NewDatabase());

        var run = await AcademyCommand.RunAsync("rows", path);

        run.Status.Should().Be(0);
        var first = run.Lines[0];
        first.EnumerateObject().Select(property => property.Name).Should().Equal("file", "row", "cells", "issues");
        first.GetProperty("file").GetString().Should().Be(path);
        first.GetProperty("row").GetInt32().Should().BePositive();
        first.GetProperty("cells").EnumerateObject().Should().HaveCount(14);
        first.GetProperty("cells").GetProperty("EmployeeNumber").GetString().Should().Be("000007");
        first.GetProperty("cells").GetProperty("Prefix").GetString().Should().BeEmpty("a blank cell is an empty text");
        first.GetProperty("cells").GetProperty("Active").GetString().Should().Be("x");
    }

    [Fact]
    public async Task Of_a_refused_file_only_the_reason_is_printed_and_the_others_go_on()
    {
        var (good, cut) = (workspace["good.xlsx"], workspace["cut.xlsx"]);
        await AcademyCommand.RunAsync("export", good, "--seed", "3", "--database", workspace.NewDatabase());
        var bytes = await File.ReadAllBytesAsync(good, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(cut, bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        var run = await AcademyCommand.RunAsync("rows", cut, good);

        run.Status.Should().Be(2);
        run.Lines.Should().HaveCount(4);
        run.Lines[0].GetRawText().Should().Be($$"""{"file":"{{cut}}","refused":"workbook.damaged"}""");
    }
}
