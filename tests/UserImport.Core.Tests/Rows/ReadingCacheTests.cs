using System.Text;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Tests.Rows;

public class ReadingCacheTests
{
    private static readonly string[] Texts = [.. Alike().Distinct()];

    public static TheoryData<string> Columns => [.. UserColumns.All.Select(column => column.Key)];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Texts_that_are_almost_alike_never_get_each_others_reading(string key)
    {
        var column = UserColumns.All.Single(column => column.Key == key);
        var random = new Random(14);
        for (var round = 0; round < 20; round++)
        {
            var cache = new ReadingCache(column, new LongTexts());
            random.Shuffle(Texts);
            // Each twice in a row, so that the cache stays on, and what follows in the array is another text.
            var order = Texts.Concat(Texts).SelectMany(text => new[] { text, text }).ToArray();
            var bytes = Encoding.UTF8.GetBytes(string.Concat(order));
            var start = 0;
            foreach (var text in order)
            {
                var length = Encoding.UTF8.GetByteCount(text);
                cache.Read(bytes, start, length).Should().Be(Fresh(column, text), "it is the {0} bytes '{1}'", length, text);
                start += length;
            }
        }
    }

    [Fact]
    public void A_text_at_the_very_end_of_the_array_is_read_like_any_other()
    {
        var cache = new ReadingCache(UserColumns.Company, new LongTexts());
        for (var behind = 40; behind >= 0; behind--)
        {
            var bytes = Encoding.UTF8.GetBytes("Acme" + new string('!', behind));

            cache.Read(bytes, 0, 4).Should().Be(new CellReading("Acme", CellState.Text));
            cache.Read(bytes, 4, behind).Should().Be(Fresh(UserColumns.Company, new string('!', behind)));
        }
    }

    [Fact]
    public void A_text_that_repeats_is_made_a_string_once()
    {
        var cache = new ReadingCache(UserColumns.Company, new LongTexts());
        var bytes = Encoding.UTF8.GetBytes("AcmeAcmeGlobex" + new string(' ', 40));

        var first = cache.Read(bytes, 0, 4).Text;
        cache.Read(bytes, 8, 6).Text.Should().Be("Globex");

        cache.Read(bytes, 4, 4).Text.Should().BeSameAs(first);
    }

    [Fact]
    public void Shared_strings_are_known_by_array_place_and_length_and_those_that_repeat_are_made_once()
    {
        var cache = new ReadingCache(UserColumns.Company, new LongTexts());
        byte[] one = [.. "AcmeGlobex"u8], other = [.. "BoltGlobex"u8];

        var first = cache.Read(Shared(one, 0, 4)).Text;

        cache.Read(Shared(other, 0, 4)).Text.Should().Be("Bolt");
        cache.Read(Shared(one, 0, 10)).Text.Should().Be("AcmeGlobex");
        cache.Read(Shared(one, 4, 6)).Text.Should().Be("Globex");
        cache.Read(Shared(one, 0, 4)).Should().Be(new CellReading("Acme", CellState.Text));
        cache.Read(Shared(one, 0, 4)).Text.Should().BeSameAs(cache.Read(Shared(one, 0, 4)).Text).And.NotBeSameAs(first, "another one took its place");
    }

    [Fact]
    public void A_long_shared_string_is_not_kept()
    {
        var cache = new ReadingCache(UserColumns.Teams, new LongTexts());
        var bytes = Encoding.UTF8.GetBytes(new string('a', 257));

        cache.Read(Shared(bytes, 0, 256)).Text.Should().BeSameAs(cache.Read(Shared(bytes, 0, 256)).Text);
        cache.Read(Shared(bytes, 0, 257)).Text.Should().NotBeSameAs(cache.Read(Shared(bytes, 0, 257)).Text);
    }

    [Fact]
    public void A_column_whose_texts_do_not_repeat_is_read_all_the_same()
    {
        var cache = new ReadingCache(UserColumns.EmployeeNumber, new LongTexts());
        for (var number = 0; number < 3_000; number++)
        {
            var text = $"{number % 2_000:D6}";
            cache.Read(Encoding.UTF8.GetBytes(text + new string('9', 40)), 0, 6).Should().Be(new CellReading(text, CellState.Text));
        }
    }

    [Theory]
    [InlineData("\"Head of Sales, North\", Nurse", null)]
    [InlineData("Nurse \"Night\"", null)]
    [InlineData("\"Nurse", "invalid")]
    [InlineData("\"Nurse\" Night", "invalid")]
    [Trait("Rule", "R6")]
    public void A_list_whose_quotes_do_not_close_is_at_fault_each_time(string list, string? fault)
    {
        var cache = new ReadingCache(UserColumns.Functions, new LongTexts());
        var bytes = Encoding.UTF8.GetBytes(list + new string(' ', 40));

        for (var time = 0; time < 3; time++) cache.Read(bytes, 0, list.Length).Should().Be(new CellReading(list, CellState.Text, fault));
        new ReadingCache(UserColumns.CostCenter, new LongTexts()).Read(bytes, 0, list.Length).Fault.Should().BeNull();
    }

    // What differs in one byte, in its length, or in what nobody sees; around the 32 bytes that the cache compares at once.
    private static IEnumerable<string> Alike()
    {
        foreach (var length in new[] { 0, 1, 2, 8, 15, 16, 17, 24, 30, 31, 32, 33, 34, 64 })
        {
            var text = new string('a', length);
            yield return text;
            foreach (var end in new[] { "\0", "b", " ", "\u00A0", "\u200B", "\u0001" })
            {
                yield return text + end;
                yield return end + text;
            }
            for (var at = 0; at < length; at += 5) yield return text[..at] + "b" + text[(at + 1)..];
        }
    }

    private static SheetCell Shared(byte[] bytes, int start, int length)
    {
        var cell = new SheetCell();
        cell.Set(6, CellKind.Text, 0, bytes, start, length, isShared: true);
        return cell;
    }

    private static CellReading Fresh(UserColumn column, string text) =>
        CellReader.WithFault(CellReader.ReadText(Encoding.UTF8.GetBytes(text), column), column);
}
