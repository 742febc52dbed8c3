using System.Text;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Rows;
using UserImport.Tests.Applying;
using UserImport.Tests.Hostile;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Rows;

/// <summary>What a row says of its own cells, and what it keeps of them.</summary>
[Trait("Rule", "R8")]
public class RowReaderTests
{
    [Fact]
    public void A_text_that_is_too_long_is_shown_with_its_length_and_the_most_that_fits()
    {
        var issue = Only(UsersSheet.Text('B', new string('k', 256)));

        (issue.Code, issue.Cell, issue.Row, issue.Column, issue.Value).Should().Be(("firstName.tooLong", "B3", 3, "FirstName", new string('k', 256)));
        issue.Message.Should().ContainAll("256", "255");
    }

    [Theory]
    [InlineData("t=\"inlineStr\"", "<is><t> </t></is>", "firstName.missing", null)]
    [InlineData("", "<f>1+1</f>", "firstName.damaged", null)]
    [InlineData("t=\"s\"", "<v>99</v>", "firstName.damaged", null)]
    [InlineData("t=\"e\"", "<v>#REF!</v>", "firstName.errorValue", "#REF!")]
    [InlineData("s=\"1\"", "<v>45000</v>", "firstName.isDate", "2023-03-15")]
    public void What_cannot_be_read_has_no_value_and_what_can_has_its_own(string attributes, string content, string code, string? value)
    {
        var issue = Only(UsersSheet.Cell('B', attributes, content));

        (issue.Code, issue.Cell, issue.Value).Should().Be((code, "B3", value));
    }

    [Fact]
    public void Problems_stand_in_the_order_of_the_template_whatever_the_order_of_the_cells()
    {
        var file = UsersSheet.Of(UsersSheet.Row(3,
            ('A', "<c r=\"J3\" t=\"inlineStr\"><is><t>perhaps</t></is></c>"), ('J', "<c r=\"A3\" t=\"e\"><v>#N/A</v></c>"), ('D', "")));

        Third(file).Issues.Select(issue => $"{issue.Cell} {issue.Code}").Should().Equal("A3 employeeNumber.errorValue", "D3 email.missing", "J3 active.invalid");
    }

    [Fact]
    public void Columns_that_nobody_knows_have_no_say()
    {
        var file = UsersSheet.Of(UsersSheet.Row(3, ('J', "<c r=\"K3\" t=\"e\"><v>#N/A</v></c><c r=\"Z3\"><f>1+1</f></c>")));

        Third(file).Issues.Should().BeEmpty();
    }

    [Theory]
    [InlineData(LongTexts.FromLength - 1, false)]
    [InlineData(LongTexts.FromLength, true)]
    public void A_long_text_is_one_string_however_many_rows_hold_it(int length, bool isOne)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + i % 25)));
        var file = RawWorkbook.Of(UsersSheet.Header + UsersSheet.Row(2, ('H', UsersSheet.Text('H', 2, text))) + UsersSheet.Row(3, ('H', UsersSheet.Text('H', 3, text))));

        var texts = Read(file).Select(row => row["Teams"]).ToArray();

        texts.Should().Equal(text, text);
        ReferenceEquals(texts[0], texts[1]).Should().Be(isOne);
    }

    [Fact]
    public void Rows_of_a_batch_are_the_same_as_those_of_the_enumeration_however_much_text_they_hold()
    {
        var rows = string.Concat(Enumerable.Range(2, 60).Select(number => UsersSheet.Row(number, Wide(number))));
        using var sheet = Open(RawWorkbook.Of(UsersSheet.Header + rows));
        var expected = sheet.Rows.Select(Shown).ToList();

        foreach (var size in new[] { 1, 7, 1_000 })
            sheet.Batches(size).SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => Shown(batch.ToUserRow(row))).ToArray())
                .Should().Equal(expected, "batches have {0} rows", size);
        expected.Should().HaveCount(60);
    }

    [Fact]
    public void A_batch_grows_by_as_much_as_a_cell_needs_and_each_row_has_its_own_content()
    {
        var large = new string('\u6F22', 32_767); // three bytes each, the most that a cell holds
        var texts = new[] { new string('k', 30_000), large, new string('m', 3), large };
        using var sheet = Open(RawWorkbook.Of(UsersSheet.Header + string.Concat(texts.Select((text, i) =>
            UsersSheet.Row(i + 2, ('H', UsersSheet.Text('H', i + 2, text)))))));

        var batch = sheet.Batches(10).Single();

        Enumerable.Range(0, batch.Count).Select(row => Encoding.UTF8.GetString(batch[row].TextOf(UserColumns.Teams))).Should().Equal(texts);
        for (var row = 0; row < batch.Count; row++)
        {
            var expected = UsersSheet.Headers.SelectMany((_, i) => (byte[])
            [
                .. Encoding.UTF8.GetBytes(i == 7 ? texts[row] : UsersSheet.TextOf((char)('A' + i), row + 2)),
                RowBatch.EndOfText, (byte)sheet.Layout!.IndexAt(i + 1),
            ]);
            batch[row].Content.SequenceEqual(expected.ToArray()).Should().BeTrue("row {0} has its own texts, each with its column", row);
        }
    }

    [Theory]
    [InlineData(new int[0])]
    [InlineData(new[] { 0, 2 })]
    [InlineData(new[] { 1 })]
    public void Batches_hold_the_rows_that_are_asked_for_and_say_which_they_are(int[] ordinals)
    {
        using var sheet = Open(UsersSheet.Good());

        sheet.Batches(2, ordinals.ToHashSet()).SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => (batch.OrdinalOf(row), batch.NumberOf(row))).ToArray())
            .Should().Equal(ordinals.Select(ordinal => (ordinal, ordinal + 2)));
        sheet.RowsRead.Should().Be(3);
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(52, "AZ")]
    [InlineData(53, "BA")]
    [InlineData(256, "IV")]
    [InlineData(702, "ZZ")]
    [InlineData(703, "AAA")]
    [InlineData(16_384, "XFD")]
    public void A_column_of_the_sheet_has_the_letters_that_Excel_shows(int column, string letters) =>
        SheetLayout.Letters(column).Should().Be(letters);

    // Up to 60,000 characters in one row, so that the text of a batch grows within a row and between two of them.
    private static (char, string)[] Wide(int row) =>
    [
        .. "BCEFH".Select((column, i) => (column, UsersSheet.Text(column, row, new string((char)('a' + (row + i) % 26), row * 37 * (i + 1))))),
    ];

    private static string Shown(UserRow row) =>
        $"{row.Number}: {string.Join('|', "EmployeeNumber FirstName LastName Email Company Department Language Teams Prefix Active".Split(' ').Select(key => row[key]))} {string.Join('|', row.Issues.Select(issue => issue.Code))}";

    private static ImportIssue Only(RawWorkbook file) => Third(file).Issues.Should().ContainSingle().Which;

    private static UserRow Third(RawWorkbook file) => Read(file).Single(row => row.Number == 3);

    private static List<UserRow> Read(RawWorkbook file)
    {
        using var sheet = Open(file);
        return [.. sheet.Rows];
    }

    private static ParsedSheet Open(RawWorkbook file) =>
        new RowParser(Options.Create(new UserImportOptions())).Parse(new MemoryStream(file.ToArray()), null, TestContext.Current.CancellationToken);
}
