using UserImport.Templates;

namespace UserImport.Tests.Templates;

public class OfferedUnitsTests
{
    [Fact]
    public void A_company_offers_its_own_departments_and_those_of_every_company()
    {
        var units = new OfferedUnits(new OrgStructure
        {
            Companies = [new("Noord"), new("Zuid"), new("West")],
            Departments = [new("Zorg", "Zuid"), new("HR", "noord"), new("Directie"), new("Archief", "Noord", IsRetired: true)],
        });

        Of(units, "Noord").Should().Equal("Directie", "HR");
        Of(units, "Zuid").Should().Equal("Directie", "Zorg");
        Of(units, "West").Should().Equal("Directie");
    }

    [Fact]
    public void A_company_without_departments_offers_a_blank() =>
        Of(new OfferedUnits(new OrgStructure { Companies = [new("Leeg")] }), "Leeg").Should().Equal("");

    [Fact]
    [Trait("Rule", "M5")]
    public void Retired_units_and_what_belongs_to_them_are_not_offered()
    {
        var units = new OfferedUnits(new OrgStructure
        {
            Companies = [new("Noord"), new("Oud", IsRetired: true)],
            Departments = [new("HR", "Noord"), new("Kelder", "Oud")],
            Languages = [new("nl"), new("de", IsRetired: true)],
        });

        units.Companies.Select(company => company.Name).Should().Equal("Noord");
        units.Departments.Should().NotContain("Kelder");
        units.Languages.Should().Equal("Nederlands");
    }

    [Fact]
    public void Names_that_no_row_may_have_are_not_offered() =>
        new OfferedUnits(new OrgStructure { Companies = [new(new string('L', 256)), new("  "), new(new string('K', 255))] })
            .Companies.Should().ContainSingle().Which.Name.Should().HaveLength(255);

    [Fact]
    public void Companies_that_share_very_many_departments_get_one_list_of_all()
    {
        var units = new OfferedUnits(new OrgStructure
        {
            Companies = [.. Enumerable.Range(0, 300).Select(i => new OrgUnit($"C{i}"))],
            Departments =
            [
                .. Enumerable.Range(0, 1000).Select(i => new OrgDepartment($"D{i}")),
                .. Enumerable.Range(0, 300).Select(i => new OrgDepartment($"Own {i}", $"C{i}")),
            ],
        });

        units.Departments.Should().HaveCount(1 + 1300);
        Of(units, "C7").Should().HaveCount(1300);
    }

    private static IReadOnlyList<string> Of(OfferedUnits units, string company) =>
        units.DepartmentsOf(units.Companies.Single(candidate => candidate.Name == company));
}
