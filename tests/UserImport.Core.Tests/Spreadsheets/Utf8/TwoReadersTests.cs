using System.Text;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;
using UserImport.Spreadsheets.Utf8;

namespace UserImport.Tests.Spreadsheets.Utf8;

/// <summary>The tokenizer against the XmlReader: a difference is a failure, whatever the file.</summary>
public sealed class TwoReadersTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Strings = "xl/sharedStrings.xml";
    private static readonly int[] Windows = [16, 100, 300, 700, ReadingMeter.UsualWindowBytes];

    // More rounds, and other ones, by an environment variable.
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("USERIMPORT_FUZZ"), out var rounds) ? rounds : 400;

    [Fact]
    public void Both_readers_give_the_same_cells_of_a_sheet_in_the_usual_spelling_and_the_tokenizer_reads_it_alone()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var sheet = new RandomSheet(random, isOdd: false);
            ShouldAgree(Book(sheet.Sheet(random.Next(12)), sheet.Strings(12)), $"seed {seed}", maxFallBacks: 0);
        }
    }

    [Fact]
    public void Both_readers_give_the_same_cells_of_a_sheet_in_any_spelling()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var sheet = new RandomSheet(random, isOdd: true);
            ShouldAgree(Book(sheet.Sheet(random.Next(12)), sheet.Strings(12)), $"seed {seed}");
        }
    }

    [Fact]
    public void Both_readers_refuse_the_same_damaged_sheets()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var sheet = new RandomSheet(random, random.Next(2) == 0);
            var part = Mutate(random, sheet.Sheet(random.Next(1, 12)));
            var strings = random.Next(3) == 0 ? Mutate(random, sheet.Strings(12)) : Encoding.UTF8.GetBytes(sheet.Strings(12));
            ShouldAgree(RawWorkbook.Of("").Set(Sheet, part).Set(Strings, strings).ToArray(), $"seed {seed}");
        }
    }

    private static byte[] Book(string sheet, string strings) => RawWorkbook.Of("").Set(Sheet, sheet).Set(Strings, strings).ToArray();

    private static byte[] Mutate(Random random, string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml).ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes.RemoveRange(at, length);
                    break;
                case 1:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3:
                    bytes[at] = "<>/\"'= &;:_crvtis0\0\r\n"u8[random.Next(21)];
                    break;
                default:
                    var other = random.Next(bytes.Count);
                    bytes.InsertRange(at, bytes.GetRange(other, Math.Min(length, bytes.Count - other)));
                    break;
            }
        }
        return [.. bytes];
    }

    private static void ShouldAgree(byte[] file, string seed, int maxFallBacks = int.MaxValue)
    {
        var expected = Outcome(file, 0, int.MaxValue);
        foreach (var window in Windows)
            Outcome(file, window, maxFallBacks).Should().Be(expected, $"{seed}, window {window}");
    }

    private static string Outcome(byte[] file, int window, int maxFallBacks)
    {
        try
        {
            using var workbook = Reading.Open(file);
            var rows = string.Join('\n', Reading.Rows(workbook, workbook.Sheets[0], window));
            workbook.FallBacks.Count.Should().BeLessThanOrEqualTo(maxFallBacks);
            return rows;
        }
        catch (WorkbookRefusedException)
        {
            // Of two faults in one file either may be met first: the XmlReader reads ahead. What one fault gives, others test.
            return "refused";
        }
    }
}
