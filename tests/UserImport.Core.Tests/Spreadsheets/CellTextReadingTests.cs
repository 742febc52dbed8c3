namespace UserImport.Tests.Spreadsheets;

public sealed class CellTextReadingTests
{
    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("_x000D_", "\r")]
    [InlineData("a_x000d__x000A_b", "a\r\nb")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("_x005f_x0041_", "_x0041_")]
    [InlineData("__x0041__", "_A_")]
    [InlineData("_x00_x0041_", "_x00A")]
    [InlineData("_x004G_", "_x004G_")]
    [InlineData("_X0041_", "_X0041_")]
    [InlineData("_x0041", "_x0041")]
    [InlineData("_xD83D__xDE00_", "😀")]
    [InlineData("a_b_c", "a_b_c")]
    public void An_escape_is_decoded_once(string text, string expected)
    {
        Reading.Cells("""<c r="A1" t="s"><v>0</v></c>""", $"<t>{text}</t>").Should().Be("A=Text:" + expected);
        Reading.Cells($"""<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>""").Should().Be("A=Text:" + expected);
        Reading.Cells($"""<c r="A1" t="str"><v>{text}</v></c>""").Should().Be("A=Text:" + expected);
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("<t>Jan</t>", "Jan")]
    [InlineData("<r><rPr><b/></rPr><t>Ja</t></r><r><t>n </t></r>", "Jan ")]
    [InlineData("<r><t>課</t></r><rPh sb=\"0\" eb=\"1\"><t>カ</t></rPh><r><t>長</t></r><phoneticPr fontId=\"1\"/>", "課長")]
    [InlineData("<t xml:space=\"preserve\"> a  b </t>", " a  b ")]
    [InlineData("<t>   </t>", "   ")]
    [InlineData("<t>R&amp;D &lt;x&gt; &quot;q&quot; &apos; &#233; &#x1F600;</t>", "R&D <x> \"q\" ' é 😀")]
    [InlineData("<t><![CDATA[a <b> & c]]></t>", "a <b> & c")]
    [InlineData("<t><![CDATA[</si><si>]]></t>", "</si><si>")]
    [InlineData("<t>a<!-- </t> -->b<?pi </t> ?>c</t>", "abc")]
    [InlineData("<t>a\r\nb\rc</t>", "a\nb\nc")]
    [InlineData("<t>a&#13;&#10;b</t>", "a\r\nb")]
    [InlineData("<t>_x00</t><r><t>41_</t></r>", "_x0041_")]
    [InlineData("<t>Zoë 😀 漢字</t>", "Zoë 😀 漢字")]
    public void The_text_of_a_string_is_that_of_its_runs(string item, string expected)
    {
        Reading.Cells("""<c r="A1" t="s"><v>0</v></c>""", item).Should().Be("A=Text:" + expected);
        Reading.Cells($"""<c r="A1" t="inlineStr"><is>{item}</is></c>""").Should().Be("A=Text:" + expected);
    }

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("a\u0001b")]
    [InlineData("\u000B")]
    [InlineData("a\0b")]
    [InlineData("a\u007Fb")]
    [InlineData("a\u0085\u009Fb")]
    [InlineData("a\uFFFEb")]
    [InlineData("a\uFFFFb")]
    [InlineData("a_x0001_b")]
    [InlineData("a_x0000_b")]
    [InlineData("a_xD83D_b")]
    [InlineData("_xDE00__xD83D_")]
    [InlineData("a&#1;b")]
    [InlineData("a&#xD83D;b")]
    [InlineData("a_xFFFF_b")]
    [InlineData("a<x/>b")]
    public void A_text_with_what_no_cell_can_hold_damages_its_cell_alone(string text)
    {
        const string Good = """<c r="B1" t="inlineStr"><is><t>good</t></is></c>""";
        Reading.Cells("""<c r="A1" t="s"><v>0</v></c>""" + Good, $"<t>{text}</t>").Should().Be("A=Damaged B=Text:good");
        Reading.Cells($"""<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>""" + Good).Should().Be("A=Damaged B=Text:good");
        Reading.Cells($"""<c r="A1" t="str"><v>{text}</v></c>""" + Good).Should().Be("A=Damaged B=Text:good");
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("a\tb\nc")]
    [InlineData("a_x0009_b")]
    [InlineData("a&#9;b&#10;c&#13;d")]
    public void Tabs_and_line_breaks_damage_nothing(string text) =>
        Reading.Cells($"""<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>""").Should().StartWith("A=Text:a");

    [Fact]
    public void Equal_strings_of_different_cells_are_never_mixed_up()
    {
        const string Cells = """
            <c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>1</t></is></c><c r="C1"><v>1</v></c>
            <c r="D1" t="s"><v>0</v></c><c r="E1" t="str"><v>0</v></c>
            """;
        Reading.Cells(Cells, "<t>zero</t>", "<t>one</t>")
            .Should().Be("A=Text:one B=Text:1 C=Number:1 D=Text:zero E=Text:0");
    }
}
