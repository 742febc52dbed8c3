using UserImport.Columns;

namespace UserImport.Tests.Columns;

[Trait("Rule", "C1")]
public class HeaderTextTests
{
    [Theory]
    [InlineData("Email address")]
    [InlineData(" EMAIL  ADDRESS ")]
    [InlineData("Email address*")]
    [InlineData("Email address *")]
    [InlineData("Email address (required)")]
    [InlineData("Email address (VERPLICHT) *")]
    [InlineData("Email address * (required)* ")]
    [InlineData("Ｅｍａｉｌ\u00A0address")]
    [InlineData("Email\naddress")]
    public void A_header_is_the_same_in_any_case_width_and_spacing_and_with_marks_of_required_columns(string header) =>
        HeaderText.Fold(header).Should().Be("EMAIL ADDRESS");

    [Theory]
    [InlineData("*Email")]
    [InlineData("(required) Email")]
    [InlineData("Email (optional)")]
    [InlineData("E mail")]
    public void A_mark_counts_at_the_end_alone(string header) => HeaderText.Fold(header).Should().NotBe("EMAIL");

    [Theory]
    [InlineData("Reason", true)]
    [InlineData("original row", true)]
    [InlineData("Reden", true)]
    [InlineData("Email", false)]
    [Trait("Rule", "K6")]
    public void The_columns_of_the_corrections_workbook_are_for_people(string header, bool isCompanion) =>
        new ColumnTable([]).IsCompanion(header).Should().Be(isCompanion);
}
