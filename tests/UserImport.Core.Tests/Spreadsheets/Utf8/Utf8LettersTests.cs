using System.Text;
using UserImport.Spreadsheets.Utf8;

namespace UserImport.Tests.Spreadsheets.Utf8;

/// <summary>The letters that are told in blocks, beside one byte after the other.</summary>
public class Utf8LettersTests
{
    private static readonly byte[][] Pieces =
    [
        "a"u8.ToArray(), " "u8.ToArray(), "~"u8.ToArray(), "é"u8.ToArray(), "ß"u8.ToArray(), "я"u8.ToArray(), "ω"u8.ToArray(), "王"u8.ToArray(), "ễ"u8.ToArray(),
        "한"u8.ToArray(), "\uE000"u8.ToArray(), // the last of those that begin with ED and the first of those with EE
        [0x7F], [0x80], [0xBF], [0xC0, 0xAF], [0xC2, 0x85], [0xC3], [0xDF], [0xE0, 0xA4, 0x85], [0xE1, 0x80], [0xE2], [0xED, 0xA0, 0x80], [0xEF, 0xBF, 0xBE],
        [0xF0, 0x9F, 0x98, 0x80], [0xFF],
    ];

    private const int Harmless = 9;

    [Fact]
    public void Every_sign_is_told_wherever_it_stands()
    {
        var text = new byte[80];
        for (var sign = 0x20; sign <= 0xFFFF; sign++)
        {
            if (char.IsSurrogate((char)sign)) continue;
            var bytes = Encoding.UTF8.GetBytes([(char)sign]);
            var expected = IsLetters(bytes);
            for (var at = sign % 7; at < 40; at += 7)
            {
                Array.Fill(text, (byte)'a');
                bytes.CopyTo(text, at);
                if (Utf8Letters.Are(text.AsSpan(0, at + bytes.Length + sign % 33)) != expected) Assert.Fail($"U+{sign:X4} at {at}");
            }
        }
    }

    [Fact]
    public void Random_bytes_are_told_as_one_by_one()
    {
        var random = new Random(11);
        var told = 0;
        for (var round = 0; round < 200_000; round++)
        {
            var text = new List<byte>();
            var (length, broken) = (random.Next(100), random.Next(3) == 0);
            while (text.Count < length) text.AddRange(Pieces[random.Next(broken && random.Next(20) == 0 ? Pieces.Length : Harmless)]);
            if (random.Next(4) == 0 && text.Count > 0) text.RemoveAt(random.Next(text.Count));

            var are = Utf8Letters.Are([.. text]);

            if (are != IsLetters([.. text])) Assert.Fail(Convert.ToHexString([.. text]));
            if (are) told++;
        }
        told.Should().BeInRange(50_000, 180_000, "both answers are tried");
    }

    [Fact]
    public void What_is_told_is_well_formed_and_holds_no_control_character()
    {
        for (var sign = 0x20; sign <= 0x10FFFF; sign++)
            if (Rune.IsValid(sign) && new Rune(sign) is var rune && Utf8Letters.Are(Encoding.UTF8.GetBytes(rune.ToString())))
                (Rune.IsControl(rune) || sign is 0xFFFE or 0xFFFF).Should().BeFalse("U+{0:X4} is", sign);
        foreach (var piece in Pieces)
            if (Utf8Letters.Are(piece)) System.Text.Unicode.Utf8.IsValid(piece).Should().BeTrue();
    }

    // The same, slowly: plain signs, and letters of two and three bytes but for those beginnings that need a closer look.
    private static bool IsLetters(ReadOnlySpan<byte> text)
    {
        for (var at = 0; at < text.Length;)
        {
            var following = text[at] switch { < 0x7F => 0, >= 0xC3 and <= 0xDF => 1, >= 0xE1 and <= 0xEE and not 0xED => 2, _ => -1 };
            if (following < 0 || at + following >= text.Length) return false;
            foreach (var next in text.Slice(at + 1, following))
                if (next is < 0x80 or > 0xBF) return false;
            at += 1 + following;
        }
        return true;
    }
}
