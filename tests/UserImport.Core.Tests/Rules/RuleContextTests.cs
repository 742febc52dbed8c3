using Microsoft.Extensions.Options;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

/// <summary>What a rule of the host's own sees, and how what it reports stands in the check.</summary>
[Trait("Rule", "C6")]
public class RuleContextTests
{
    private const string Sheet = """
        Employee number | Prefix
        1               | van
        2               | van
        """;

    [Fact]
    public async Task A_report_at_a_column_names_its_cell_and_value()
    {
        var check = await CheckAsync((row, context) =>
            context.Report("prefix.odd", context.Column("Prefix"), "Odd.", IssueSeverity.Warning, row.Number == 2 ? "Van" : null));

        check.Codes().Should().Equal("2 prefix.odd", "3 prefix.odd");
        var (first, second) = (check.Issues.First(issue => issue.Row == 2), check.Issues.First(issue => issue.Row == 3));
        first.Place().Should().Be(("Prefix", "B2", "van"));
        (first.Message, first.Severity, first.Suggestion, second.Suggestion).Should().Be(("Odd.", IssueSeverity.Warning, "Van", null));
        check.Rows.Rejected.Should().Be(0);
    }

    [Fact]
    public async Task A_report_of_the_whole_row_names_the_row_alone_and_an_error_rejects_it()
    {
        var check = await CheckAsync((row, context) =>
        {
            if (row.Number == 3) context.Report("row.odd", null, "Odd.");
        });

        var issue = check.Issue("row.odd");
        (issue.Row, issue.Column, issue.Cell, issue.Value, issue.Severity).Should().Be((3, null, null, null, IssueSeverity.Error));
        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Rejected = 1 });
    }

    [Fact]
    public async Task A_rule_sees_the_existing_user_the_structure_and_the_language()
    {
        var seen = new List<(int, string?, OrgStructure, string)>();

        await CheckAsync((row, context) => seen.Add((row.Number, context.Existing?.EmployeeNumber, context.Structure, context.Language)));

        seen.Should().Equal((2, "1", Story.Structure, "en"), (3, null, Story.Structure, "en"));
    }

    [Fact]
    public async Task A_report_without_a_code_ends_the_check()
    {
        var check = () => CheckAsync((_, context) => context.Report(" ", null, "Odd."));

        (await check.Should().ThrowAsync<ArgumentException>()).WithParameterName("code");
    }

    [Fact]
    public void A_missing_argument_is_refused_by_its_name()
    {
        var engine = new RuleEngine(Options.Create(new UserImportOptions()), []);

        engine.Invoking(_ => new RuleEngine(null!, [])).Should().Throw<ArgumentNullException>().WithParameterName("options");
        engine.Invoking(one => one.JudgeAgainst(null!)).Should().Throw<ArgumentNullException>().WithParameterName("structure");
        engine.Invoking(one => one.JudgeAgainst(Story.Structure).Check(null!, null)).Should().Throw<ArgumentNullException>().WithParameterName("row");
    }

    private static Task<ImportCheck> CheckAsync(Action<UserRow, RuleContext> rule)
    {
        var story = Story.Of(Story.User("1"));
        story.Rules.Add(new Rule(rule));
        return story.CheckAsync(Sheet);
    }

    private sealed class Rule(Action<UserRow, RuleContext> check) : IRowRule
    {
        public void Check(UserRow row, RuleContext context) => check(row, context);
    }
}
