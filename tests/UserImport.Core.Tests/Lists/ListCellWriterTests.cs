using UserImport.Lists;
using UserImport.Rows;

namespace UserImport.Tests.Lists;

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

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(400)]
    public void Repetitions_are_left_out_of_short_and_of_long_lists(int count)
    {
        var names = Enumerable.Range(0, count).Select(i => $"Team {i}").ToArray();

        new ListCellWriter([]).Write([.. names, .. names, "TEAM 0"]).Should().Be(string.Join(", ", [.. names, "TEAM 0"]));
    }

    [Fact]
    public void The_quoted_entries_are_those_that_a_plain_search_of_all_runs_finds()
    {
        string[] pieces = ["a", "A", "b", "c c", "c  c", "\"d"];
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new Random(seed);
            var names = Enumerable.Range(0, 3).Select(_ => string.Join(random.Next(5) == 0 ? "," : ", ", random.GetItems(pieces, random.Next(1, 5)))).ToArray();
            var entries = random.GetItems(pieces, random.Next(1, 8)).Distinct().ToArray();

            new ListCellWriter(names).Write(entries).Should().Be(Plain(names, entries), "seed {0}", seed);
        }
    }

    private static string Plain(string[] names, string[] entries)
    {
        var quoted = entries.Select(entry => entry[0] == '"').ToArray();
        for (var start = 0; start < entries.Length; start++)
            for (var end = start + 2; end <= entries.Length; end++)
                if (!Array.Exists(entries[start..end], entry => entry[0] == '"') && names.Any(name => Same(name, string.Join(", ", entries[start..end]))))
                    Array.Fill(quoted, true, start, end - start);
        return string.Join(", ", entries.Select((entry, i) => quoted[i] ? $"\"{entry.Replace("\"", "\"\"")}\"" : entry));
    }

    private static bool Same(string name, string run) => name.Replace("  ", " ").Equals(run.Replace("  ", " "), StringComparison.OrdinalIgnoreCase);
}
