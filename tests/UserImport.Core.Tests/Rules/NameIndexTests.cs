using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

/// <summary>Names that are defined more than once, or not at all.</summary>
[Trait("Rule", "M3")]
public class NameIndexTests
{
    [Fact]
    public async Task Of_names_that_differ_in_case_the_exact_one_is_meant_else_the_first()
    {
        var check = await Story.In(With(new OrgUnit("It"), new OrgUnit("IT"))).CheckAsync("""
            Employee number | Teams
            1               | It
            2               | IT
            3               | it
            """);

        check.Codes().Should().BeEmpty();
        check.Changes.Changes.OrderBy(change => change.Row).Select(change => change.After.Teams.Single()).Should().Equal("It", "IT", "It");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [Trait("Rule", "M5")]
    public async Task A_unit_in_use_is_meant_where_a_retired_one_has_the_same_name(bool firstIsRetired, bool secondIsRetired)
    {
        var check = await Story.In(With(new OrgUnit("Red", firstIsRetired), new OrgUnit("Red", secondIsRetired))).CheckAsync("""
            Employee number | Teams
            1               | Red
            2               | red
            """);

        check.Codes().Should().BeEmpty();
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_retired_unit_whose_exact_name_is_given_is_meant_all_the_same()
    {
        var check = await Story.In(With(new OrgUnit("RED", IsRetired: true), new OrgUnit("Red"))).CheckAsync("""
            Employee number | Teams
            1               | RED
            2               | red
            """);

        check.Codes().Should().Equal("2 teams.retired");
        check.ChangeOf(3).After.Teams.Should().Equal("Red");
    }

    [Fact]
    [Trait("Rule", "M4")]
    public async Task A_unit_without_a_name_and_a_retired_one_are_never_suggested()
    {
        var check = await Story.In(With(new OrgUnit(" "), new OrgUnit("Rex", IsRetired: true))).CheckAsync("""
            Employee number | Teams
            1               | Q
            2               | Res
            """);

        check.Codes().Should().Equal("2 teams.unknown", "3 teams.unknown");
        check.Issues.Where(issue => issue.Code == "teams.unknown").Should().OnlyContain(issue => issue.Suggestion == null);
    }

    private static OrgStructure With(params OrgUnit[] teams) => new()
    {
        Companies = [new("Acme")],
        Departments = [new("Sales")],
        Teams = teams,
    };
}
