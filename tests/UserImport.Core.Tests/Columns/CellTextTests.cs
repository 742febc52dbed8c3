using UserImport.Columns;

namespace UserImport.Tests.Columns;

[Trait("Rule", "R1")]
public class CellTextTests
{
    [Theory]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\u00A0")]
    [InlineData("\u00AD")]
    [InlineData("\u200B")]
    [InlineData("\u200F")]
    [InlineData("\u2060")]
    [InlineData("\u2003")]
    [InlineData("\uFEFF")]
    public void What_nobody_sees_is_removed_around_a_text(string sign)
    {
        CellText.Clean($"{sign}ab{sign}{sign}").Should().Be("ab");
        CellText.Clean(sign + sign).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\u00AC")]
    [InlineData("\u00AE")]
    [InlineData("\u2010")]
    [InlineData("\u2061")]
    [InlineData("\uFEFE")]
    [InlineData(".")]
    public void Every_other_sign_around_a_text_stays(string sign) => CellText.Clean($" {sign}ab{sign} ").Should().Be($"{sign}ab{sign}");

    [Theory]
    [InlineData("\t")]
    [InlineData("\n")]
    [InlineData("\u000B")]
    [InlineData("\f")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void A_run_of_breaks_inside_a_text_becomes_one_space(string sign)
    {
        CellText.Clean($"a{sign}b{sign}\n{sign}c").Should().Be("a b c");
        CellText.Clean($"a {sign} b").Should().Be("a   b", "spaces stay");
    }

    [Fact]
    public void A_text_is_composed_and_one_that_is_clean_is_the_same_instance()
    {
        var clean = new string("Zoë Poe".ToCharArray());

        CellText.Clean("Zoe\u0308").Should().Be("Zoë");
        CellText.Clean(clean).Should().BeSameAs(clean);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_letter_with_more_marks_than_any_language_stacks_stays_as_it_is(int marks, bool isComposed)
    {
        var text = "before e\u0301" + new string('\u0308', marks - 1) + "after";

        CellText.Clean(text).StartsWith("before é", StringComparison.Ordinal).Should().Be(isComposed);
        CellText.Clean("e\u0301e\u0308" + string.Concat(Enumerable.Repeat("a\u0301", 40))).Should().Be("éë" + new string('á', 40));
    }

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData("a  b   c", "a b c")]
    [InlineData("a\u00A0b", "a b")]
    [InlineData("  a", " a")]
    [InlineData("a ", "a ")]
    public void Each_run_of_white_space_is_one_space_where_names_are_compared(string text, string folded) => CellText.FoldSpaces(text).Should().Be(folded);

    [Theory]
    [InlineData(0x00AD)]
    [InlineData(0x034F)]
    [InlineData(0x115F)]
    [InlineData(0x1160)]
    [InlineData(0x17B4)]
    [InlineData(0x17B5)]
    [InlineData(0x180B)]
    [InlineData(0x180F)]
    [InlineData(0x200B)]
    [InlineData(0x2065)]
    [InlineData(0x2800)]
    [InlineData(0x3164)]
    [InlineData(0xFE00)]
    [InlineData(0xFE0F)]
    [InlineData(0xFFA0)]
    [InlineData(0xFFF0)]
    [InlineData(0xFFF8)]
    [InlineData(0xE0000)]
    [InlineData(0xE0FFF)]
    [InlineData(0x0007)]
    [InlineData(0x007F)]
    [InlineData(0x0085)]
    public void A_sign_that_nobody_sees_is_found(int sign)
    {
        CellText.HasInvisible($"1{char.ConvertFromUtf32(sign)}2").Should().BeTrue();
    }

    [Theory]
    [InlineData(0x0020)]
    [InlineData(0x007E)]
    [InlineData(0x00E9)]
    [InlineData(0x034E)]
    [InlineData(0x0350)]
    [InlineData(0x115E)]
    [InlineData(0x1161)]
    [InlineData(0x17B3)]
    [InlineData(0x17B6)]
    [InlineData(0x180A)]
    [InlineData(0x1810)]
    [InlineData(0x27FF)]
    [InlineData(0x2801)]
    [InlineData(0x3163)]
    [InlineData(0x3165)]
    [InlineData(0xFDFF)]
    [InlineData(0xFE10)]
    [InlineData(0xFF9F)]
    [InlineData(0xFFA1)]
    [InlineData(0xFFEF)]
    [InlineData(0xE1000)]
    [InlineData(0x1F600)]
    public void A_sign_that_everybody_sees_is_none_of_those(int sign)
    {
        CellText.HasInvisible($"1{char.ConvertFromUtf32(sign)}2").Should().BeFalse();
    }

    [Theory]
    [InlineData("abc", false)]
    [InlineData("a\tb\nc\u0085", false)]
    [InlineData("😀 a 😀", false)]
    [InlineData("\uFFFD", false)]
    [InlineData("a\u0001", true)]
    [InlineData("a\u007F", true)]
    [InlineData("\uFFFE", true)]
    [InlineData("\uFFFF", true)]
    [Trait("Rule", "R4")]
    public void What_no_cell_can_hold_is_damage(string text, bool isDamaged) => CellText.IsDamaged(text).Should().Be(isDamaged);

    [Fact]
    [Trait("Rule", "R4")]
    public void Half_a_surrogate_pair_is_damage_wherever_it_stands()
    {
        CellText.IsDamaged(['a', '\uD83D']).Should().BeTrue();
        CellText.IsDamaged(['\uD83D', 'a']).Should().BeTrue();
        CellText.IsDamaged(['\uDE00', '\uD83D']).Should().BeTrue();
        CellText.IsDamaged(['\uD83D', '\uD83D', '\uDE00']).Should().BeTrue();
        CellText.IsDamaged(['\uD83D', '\uDE00', '\uDE00']).Should().BeTrue();
        CellText.Normalize("e\u0301\uD83D", System.Text.NormalizationForm.FormC).Should().Be("e\u0301\uD83D");
    }
}
