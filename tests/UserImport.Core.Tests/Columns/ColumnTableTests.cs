using System.Globalization;
using UserImport.Columns;

namespace UserImport.Tests.Columns;

public class ColumnTableTests
{
    [Theory]
    [InlineData("Corporate ID", "EmployeeNumber")]
    [InlineData("e-mail", "Email")]
    [InlineData("Tussenvoegsel", "Prefix")]
    [InlineData("Leidinggevenden", "Managers")]
    [InlineData("Position", "Functions")]
    [InlineData("Shoe size", null)]
    [InlineData("", null)]
    [Trait("Rule", "C1")]
    public void A_column_is_found_by_its_header_and_older_spellings(string header, string? key) =>
        new ColumnTable([]).Find(header)?.Key.Should().Be(key);

    [Fact]
    [Trait("Rule", "C6")]
    public void Columns_of_the_host_follow_the_fourteen_each_with_its_own_rule_and_headers()
    {
        static string? Rule(string value, string language) => null;
        var table = new ColumnTable(
        [
            new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge", ["nl"] = "Pasje" }) { Rule = Rule, IsRequired = true, MaxLength = 7 },
            new CustomColumn("Room", new Dictionary<string, string> { ["en"] = "Room" }),
            new CustomColumn("Desk", new Dictionary<string, string>()),
        ]);

        table.All.Select(column => column.Index).Should().Equal(Enumerable.Range(0, 17));
        var (badge, room, desk) = (table.All[14], table.All[15], table.All[16]);
        (badge.IsRequired, badge.MaxLength, badge.Subject, badge.IsCustom, room.IsRequired).Should().Be((true, 7, "badge", true, false));
        table.FieldOf(badge).Should().BeOfType<TextField>().Which.Rule.Should().Be((ColumnRule)Rule);
        table.FieldOf(room).Should().BeOfType<TextField>().Which.Rule.Should().BeNull();
        new[] { "Badge", "Pasje", "Room" }.Select(header => table.Find(header)).Should().Equal(badge, badge, room);
        badge.Header(CultureInfo.GetCultureInfo("nl")).Should().Be("Pasje");
        room.Header(CultureInfo.GetCultureInfo("nl")).Should().Be("Room");
        desk.Header().Should().Be("Desk");
        badge.ToString().Should().Be("Badge");
    }

    [Fact]
    public void A_column_of_the_host_wants_a_key_and_headers()
    {
        var noKey = () => new CustomColumn(" ", new Dictionary<string, string>());
        var noHeaders = () => new CustomColumn("Badge", null!);

        noKey.Should().Throw<ArgumentException>().WithParameterName("key");
        noHeaders.Should().Throw<ArgumentNullException>().WithParameterName("headers");
    }

    [Fact]
    public void A_set_holds_the_first_64_columns_and_no_others()
    {
        var columns = Enumerable.Range(0, 66).Select(i => new UserColumn(i, $"C{i}", ColumnKind.Text, false, 255)).ToList();
        var odd = columns.Aggregate(default(ColumnSet), (set, column) => set.With(column, column.Index % 2 == 1));

        columns.Where(column => odd.Has(column)).Select(column => column.Index).Should().Equal(Enumerable.Range(0, 32).Select(i => 2 * i + 1));
        default(ColumnSet).With(columns[63]).With(columns[64]).Should().Be(default(ColumnSet).With(columns[63]));
        columns.Count(column => default(ColumnSet).Has(column)).Should().Be(0);
    }

    [Fact]
    public void The_fourteen_have_the_kinds_and_limits_of_the_rule_book()
    {
        UserColumns.All.Select(column => column.Index).Should().Equal(Enumerable.Range(0, 14));
        UserColumns.All.Where(column => column.IsRequired).Select(column => column.Key).Should().Equal(
            "EmployeeNumber", "FirstName", "LastName", "Email", "Company", "Department", "Language");
        UserColumns.All.Where(column => column.Kind is ColumnKind.List or ColumnKind.Flag).Should().OnlyContain(column => column.MaxLength == 32_767);
        UserColumns.All.Where(column => column.Kind is not (ColumnKind.List or ColumnKind.Flag or ColumnKind.Email)).Should().OnlyContain(column => column.MaxLength == 255);
        UserColumns.Email.MaxLength.Should().Be(254);
    }
}
