using FsCheck;
using FsCheck.Fluent;
using UserImport.Rows;

namespace UserImport.Tests.Rows;

public class RowCellsBuilderTests
{
    [Theory]
    [InlineData(14)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(100)]
    public void A_row_gives_back_what_was_filled_in_whatever_order_and_whatever_rows_stood_in_the_builder_before(int width)
    {
        var builder = new RowCellsBuilder(width);
        Prop.ForAll(Row(width).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (filled, blank) =>
        {
            builder.Begin(blank == 3 ? 0 : filled.Length + blank);
            builder.IsEmpty.Should().BeTrue();
            foreach (var (column, text, state) in filled) builder.Fill(column, text, state);

            var expected = filled.ToDictionary(cell => cell.Column);
            builder.IsEmpty.Should().Be(filled.Length == 0);
            Enumerable.Range(0, width).Where(column => !builder.IsBlank(column)).Should().Equal(expected.Keys.Order());
            var cells = builder.Build();
            builder.Begin(1);
            builder.Fill(width - 1, "a later row", CellState.Number);
            for (var column = 0; column < width; column++)
            {
                (string?, CellState) cell = expected.TryGetValue(column, out var found) ? (found.Text, found.State) : (null, CellState.Blank);
                (cells.TextOf(column), cells.StateOf(column)).Should().Be(cell);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData(14)]
    [InlineData(64)]
    [InlineData(65)]
    public void The_text_of_a_blank_cell_is_null(int width)
    {
        var builder = new RowCellsBuilder(width);
        builder.Begin(width);
        builder.Fill(1, "a", CellState.Text);

        var cells = builder.Build();

        (cells.TextOf(0), cells.TextOf(1), cells.TextOf(width - 1)).Should().Be((null, "a", null));
    }

    // Some rows hold text alone, others cells of every kind; the columns come in any order.
    private static Gen<(int Column, string Text, CellState State)[]> Row(int width) =>
        from columns in Gen.Shuffle(Enumerable.Range(0, width).ToArray())
        from count in Gen.Choose(0, width)
        from areTexts in Gen.Elements(true, false)
        from states in Gen.Elements(CellState.Text, CellState.Number, CellState.True, CellState.False, CellState.Unreadable).ArrayOf(count)
        select columns.Take(count).Select((column, i) => (column, $"{column} {i}", areTexts ? CellState.Text : states[i])).ToArray();
}
