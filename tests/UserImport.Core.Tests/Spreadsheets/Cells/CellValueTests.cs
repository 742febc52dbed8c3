namespace UserImport.Tests.Spreadsheets.Cells;

public sealed class CellValueTests
{
    [Theory]
    [InlineData("""<c r="A1" t="s"><v>1</v></c>""", "A=Text:two")]
    [InlineData("""<c r="A1" t="s"><v> 0 </v></c>""", "A=Text:one")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>Jan</t></is></c>""", "A=Text:Jan")]
    [InlineData("""<c r="A1" t="inlineStr"><v>Jan</v></c>""", "A=Text:Jan")]
    [InlineData("""<c r="A1"><is><t>Jan</t></is></c>""", "A=Text:Jan")]
    [InlineData("""<c r="A1" t="str"><v> a b </v></c>""", "A=Text: a b ")]
    [InlineData("""<c r="A1" t="n" s="2"><v>7</v></c>""", "A=Number:7/2")]
    [InlineData("""<c r="A1"><v> -1.5E+3 </v></c>""", "A=Number:-1.5E+3")]
    [InlineData("""<c r="A1" t="b"><v>1</v></c>""", "A=Boolean:1")]
    [InlineData("""<c r="A1" t="b"><v>false</v></c>""", "A=Boolean:0")]
    [InlineData("""<c r="A1" t="e"><v>#N/A</v></c>""", "A=Error:#N/A")]
    [InlineData("""<c r="A1" t="d"><v>2026-11-23</v></c>""", "A=Date:2026-11-23")]
    public void A_cell_has_the_kind_that_its_type_says(string cell, string expected) =>
        Reading.Cells(cell, "<t>one</t>", "<t>two</t>").Should().Be(expected);

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("""<c r="A1"><f>B1*2</f><v>14</v></c>""", "A=Number:14")]
    [InlineData("""<c r="A1" t="str"><f>B1</f><v>Jan</v></c>""", "A=Text:Jan")]
    [InlineData("""<c r="A1" t="b"><f>B1</f><v>0</v></c>""", "A=Boolean:0")]
    [InlineData("""<c r="A1" t="e"><f>B1</f><v>#DIV/0!</v></c>""", "A=Error:#DIV/0!")]
    [InlineData("""<c r="A1" t="str"><f>B1</f><v></v></c>""", "")]
    public void A_formula_counts_as_its_stored_result(string cell, string expected) =>
        Reading.Cells(cell).Should().Be(expected);

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("""<c r="A1"><f>B1</f></c>""")]
    [InlineData("""<c r="A1"><f>B1</f><v></v></c>""")]
    [InlineData("""<c r="A1"><f t="shared" si="0"/></c>""")]
    [InlineData("""<c r="A1" t="str"><f>B1</f></c>""")]
    [InlineData("""<c r="A1" t="s"><f>B1</f></c>""")]
    [InlineData("""<c r="A1" t="e"><f>B1</f></c>""")]
    [InlineData("""<c r="A1" t="b"><f>B1</f><v/></c>""")]
    public void A_formula_without_a_stored_result_is_missing_it(string cell) =>
        Reading.Cells(cell).Should().Be("A=MissingResult");

    [Theory]
    [Trait("Rule", "R4")]
    [InlineData("""<c r="A1" t="s"><v>2</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>-1</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>99999999999999999999</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>1.0</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>x</v></c>""")]
    [InlineData("""<c r="A1" t="s"><v></v></c>""")]
    [InlineData("""<c r="A1"><v>12a</v></c>""")]
    [InlineData("""<c r="A1"><v>1,5</v></c>""")]
    [InlineData("""<c r="A1"><v>NaN</v></c>""")]
    [InlineData("""<c r="A1"><v>1E999</v></c>""")]
    [InlineData("""<c r="A1"><v>0x1F</v></c>""")]
    [InlineData("""<c r="A1" t="b"><v>2</v></c>""")]
    [InlineData("""<c r="A1" t="b"><v>TRUE</v></c>""")]
    [InlineData("""<c r="A1" t="b"><v></v></c>""")]
    [InlineData("""<c r="A1" t="x"><v>1</v></c>""")]
    [InlineData("""<c r="A1" s="-1"><v>1</v></c>""")]
    [InlineData("""<c r="A1"><v>1</v><v>2</v></c>""")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c>""")]
    [InlineData("""<c r="A1"><v>1<x/>2</v></c>""")]
    [InlineData("""<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>""")]
    [InlineData("""<c r="A7"><v>1</v></c>""")]
    public void A_cell_that_cannot_be_read_is_damaged(string cell) =>
        Reading.Cells(cell, "<t>one</t>", "<t>two</t>").Should().StartWith("A=Damaged");

    [Theory]
    [InlineData("""<c r="A1"/>""")]
    [InlineData("""<c r="A1" s="1"></c>""")]
    [InlineData("""<c r="A1" t="s"/>""")]
    [InlineData("""<c r="A1"><v></v></c>""")]
    [InlineData("""<c r="A1"><v/></c>""")]
    [InlineData("""<c r="A1"><v> </v></c>""")]
    [InlineData("""<c r="A1" t="s"><v>0</v></c>""")]
    [InlineData("""<c r="A1" t="inlineStr"><is><t></t></is></c>""")]
    [InlineData("""<c r="A1" t="inlineStr"><is/></c>""")]
    [InlineData("""<c r="A1" t="str"><v/></c>""")]
    [InlineData("""<c r="A7" s="1"/>""")]
    public void A_cell_that_holds_nothing_is_left_out(string cell) =>
        Reading.Cells(cell + """<c r="B1"><v>1</v></c>""", "").Should().Be("B=Number:1");
}
