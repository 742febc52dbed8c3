using UserImport.Rules;

namespace UserImport.Tests.Rules;

/// <summary>Some problems of every list cell are told, and all of them unless the whole file is full of them.</summary>
public class ReportBudgetTests
{
    [Fact]
    [Trait("Rule", "K4")]
    public void Twenty_of_each_cell_are_told_and_twenty_thousand_more_in_all()
    {
        var reports = new ReportBudget();

        Enumerable.Range(0, 10_020).Should().OnlyContain(reported => reports.Allows(reported), "the first cell has twenty and 10,000 more");
        Enumerable.Range(0, 10_020).Should().OnlyContain(reported => reports.Allows(reported), "so has the second");
        reports.Allows(20).Should().BeFalse("nothing is left");
        Enumerable.Range(0, 20).Should().OnlyContain(reported => reports.Allows(reported), "twenty are always told");
        reports.Allows(20).Should().BeFalse();
    }
}
