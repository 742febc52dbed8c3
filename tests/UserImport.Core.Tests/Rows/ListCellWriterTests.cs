using UserImport.Rows;

namespace UserImport.Tests.Rows;

[Trait("Rule", "R6")]
public class ListCellWriterTests
{
    [Theory]
    [InlineData("A|B", "A, B")]
    [InlineData(" A | |B|A", "A, B")]
    [InlineData("a|A", "a, A")]
    [InlineData("", "")]
    [InlineData("Zorg, Noord|B", "\"Zorg, Noord\", B")]
    [InlineData("\"quoted\" start", "\"\"\"quoted\"\" start\"")]
    [InlineData("a \"b\" c", "a \"b\" c")]
    [InlineData("two\nlines", "two lines")]
    public void An_entry_is_quoted_if_it_holds_a_comma_or_begins_with_a_quote(string entries, string cell) =>
        new ListCellWriter([]).Write(entries.Split('|')).Should().Be(cell);

    [Theory]
    [InlineData("Sales|North", "\"Sales\", \"North\"")]
    [InlineData("sales|NORTH|B", "\"sales\", \"NORTH\", B")]
    [InlineData("B|Sales|North|C", "B, \"Sales\", \"North\", C")]
    [InlineData("Sales|B|North", "Sales, B, North")]
    [InlineData("North|Sales", "North, Sales")]
    [InlineData("A|B|C", "\"A\", \"B\", \"C\"")]
    [InlineData("A|B", "A, B")]
    [InlineData("Sales|North, x", "Sales, \"North, x\"")]
    public void Entries_that_together_read_as_a_defined_name_are_quoted(string entries, string cell) =>
        new ListCellWriter(["Sales, North", "A, B, C", "Sales", "North"]).Write(entries.Split('|')).Should().Be(cell);

    [Fact]
    public void White_space_beside_a_comma_tells_names_apart() =>
        new ListCellWriter(["Sales,North"]).Write(["Sales", "North"]).Should().Be("Sales, North");
}
