using UserImport.Tests.Reference;

namespace UserImport.Tests.Rules;

public class UnitRuleTests
{
    [Theory]
    [InlineData(0, "Acme has: –.")]
    [InlineData(3, "Acme has: D01, D02, D03.")]
    [InlineData(10, "Acme has: D01, D02, D03, D04, D05, D06, D07, D08, D09, D10.")]
    [InlineData(11, "Acme has: D01, D02, D03, D04, D05, D06, D07, D08, D09, D10, ….")]
    [Trait("Rule", "M4")]
    public async Task A_department_of_another_company_is_answered_with_ten_that_the_company_has(int departments, string valid)
    {
        var structure = new OrgStructure
        {
            Companies = [new("Acme"), new("Globex")],
            Departments = [new("Laboratory", "Globex"), new("Old", "Acme", IsRetired: true), .. Enumerable.Range(1, departments).Select(i => new OrgDepartment($"D{i:D2}", "Acme"))],
        };
        var check = await Story.In(structure).CheckAsync("""
            Employee number | Department
            1               | Laboratory
            """);

        check.Issue("department.otherCompany").Message.Should().Contain(valid);
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task Company_and_department_that_a_user_keeps_may_be_longer_than_a_cell_allows()
    {
        var stored = Story.User("1") with { Company = new string('c', 300), Department = new string('d', 300) };
        var check = await Story.Of(stored).CheckAsync($"""
            Employee number | Company          | Department          | Prefix
            1               | {stored.Company} | {stored.Department} | van
            """);

        check.Codes().Should().BeEmpty();
        check.Changed().Should().Equal("2 Prefix:  -> van");
    }

    [Fact]
    [Trait("Rule", "R9")]
    public async Task A_name_that_is_too_long_is_not_looked_for()
    {
        var check = await Story.Of().CheckAsync($"""
            Employee number | Company               | Department
            1               | {new string('c', 300)} | {new string('d', 300)}
            """);

        check.Codes().Should().Equal("2 company.tooLong", "2 department.tooLong");
    }

    [Fact]
    [Trait("Rule", "M4")]
    public async Task The_departments_of_a_company_that_nobody_knows_are_those_of_any()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | Company | Department
            1               | Nope    | Research
            2               | Nope    | Nothing
            3               | Nope    | Archive
            """);

        check.Codes().Should().Equal("2 company.unknown", "3 company.unknown", "3 department.unknown", "4 company.unknown", "4 department.retired");
    }
}
