using UserImport.Lists;
using UserImport.Rows;

namespace UserImport.Tests.Lists;

[Trait("Rule", "R6")]
public class ListCellTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" , ,")]
    [InlineData("\"\"")]
    [InlineData("\" \",")]
    [InlineData("A", "A@0-1")]
    [InlineData(" A , B ", "A@1-2", "B@5-6")]
    [InlineData("A B,C", "A B@0-3", "C@4-5")]
    [InlineData(",,A,,", "A@2-3")]
    [InlineData("A \"x\" B", "A \"x\" B@0-7")]
    [InlineData("\"A, B\"", "'A, B'@0-6")]
    [InlineData(" \" A \" ,\"B\"", "'A'@1-6", "'B'@8-11")]
    [InlineData("\"a \"\"b\"\"\" , C", "'a \"b\"'@0-9", "C@12-13")]
    [InlineData("A,\"\"\"\"", "A@0-1", "'\"'@2-6")]
    [InlineData("\"A\",", "'A'@0-3")]
    public void Entries_are_what_stands_between_commas_and_know_where_they_stand(string cell, params string[] entries) =>
        ListCell.Split(cell)!.Select(entry => $"{(entry.IsQuoted ? $"'{entry.Text}'" : entry.Text)}@{entry.Start}-{entry.End}").Should().Equal(entries);

    [Theory]
    [InlineData("\"")]
    [InlineData("\"A")]
    [InlineData("A, \"B")]
    [InlineData("\"A\"\"")]
    [InlineData("\"A\" B")]
    [InlineData("\"A\"B, C")]
    [InlineData("\"\"A\"\"")]
    public void A_quotation_mark_that_is_not_closed_or_that_text_follows_makes_no_list(string cell) => ListCell.Split(cell).Should().BeNull();
}
