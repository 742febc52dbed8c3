using System.Text;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Tests.Rows;

public class TextSizeTests
{
    // Commas before and behind the text, and arrays that end with it or soon behind it.
    [Fact]
    public void The_entries_of_a_list_are_one_more_than_its_commas()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var (before, length, behind) = (random.Next(40), random.Next(70), random.Next(40));
            var bytes = new byte[before + length + behind];
            for (var i = 0; i < bytes.Length; i++) bytes[i] = random.Next(3) == 0 ? (byte)',' : (byte)'a';
            var size = default(TextSize);

            size.Add(new SheetCell(1, CellKind.Text, 0, bytes.AsMemory(before, length)), UserColumns.Teams);

            var text = Encoding.ASCII.GetString(bytes, before, length);
            (size.Bytes, size.ListEntries).Should().Be((length, length == 0 ? 0 : text.Split(',').Length), "of '{0}' at {1}, {2} before the end", text, before, behind);
        }
    }

    [Fact]
    public void Commas_in_other_columns_make_no_entries()
    {
        var size = default(TextSize);

        size.Add(new SheetCell(1, CellKind.Text, 0, "Bakker, B."u8.ToArray()), UserColumns.LastName);

        size.ListEntries.Should().Be(0);
    }
}
