using System.Text;
using UserImport.Planning;
using UserImport.Planning.Settling;

namespace UserImport.Tests.Planning.Settling;

/// <summary>Letter by letter: the bytes of a cell are a stored text or they are not, at every length and every place.</summary>
public class Utf8ComparisonTests
{
    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz ABCDEFGH~!")]
    [InlineData("日本語のとても長い名前です、ほんとうに")]
    [InlineData("Zoë Müller — Söhne & Co 😀 teams")]
    public void The_beginning_of_a_text_is_that_text_and_no_other(string text)
    {
        for (var length = 1; length <= text.Length; length++)
        {
            if (char.IsHighSurrogate(text[length - 1])) continue;
            var stored = text[..length];
            var cell = Encoding.UTF8.GetBytes(stored);

            Utf8Comparison.Is(cell, stored).Should().BeTrue(stored);
            Utf8Comparison.Is(cell, stored + "x").Should().BeFalse(stored);
            Utf8Comparison.Is(cell, stored[..^1]).Should().BeFalse(stored);
            for (var at = 0; at < cell.Length; at++)
                foreach (var bit in new byte[] { 0x01, 0x20, 0x40, 0x80 })
                {
                    byte[] other = [.. cell[..at], (byte)(cell[at] ^ bit), .. cell[(at + 1)..]];
                    Utf8Comparison.Is(other, stored).Should().BeFalse("byte {0} of {1} differs", at, stored);
                }
        }
    }

    [Theory]
    [InlineData("\u001F")]
    [InlineData("\u007F")]
    [InlineData("\t")]
    [InlineData("\u0085")]
    [InlineData("\uFFFE")]
    [InlineData("\uFFFF")]
    public void What_no_cell_can_hold_is_never_what_is_stored(string sign)
    {
        for (var before = 0; before < 20; before++)
            foreach (var stored in new[] { new string('a', before) + sign, sign + new string('a', before), new string('a', before) + sign + "é" })
                Utf8Comparison.Is(Encoding.UTF8.GetBytes(stored), stored).Should().BeFalse("{0} letters stand around it", before);
    }

    [Fact]
    public void Half_a_letter_is_no_letter()
    {
        Utf8Comparison.Is([(byte)'a', 0xC3], "aÃ").Should().BeFalse();
        Utf8Comparison.Is([0xF0, 0x9F, 0x98], "\uD83D").Should().BeFalse();
        Utf8Comparison.Is("é"u8[1..], "©").Should().BeFalse();
    }
}
