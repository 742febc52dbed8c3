using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>K7 over users whose values are hard to write: an export that nobody touched changes nothing and complains of nothing.</summary>
public class RoundTripProperties
{
    private static readonly string[] Hard =
    [
        "Sales, North", "\"Quoted\" unit", "R&D <lab>", "=1+1", "+31 20", "-", "@home", "O'Neil", "A*e", ">Glo?b", "x~y", "_x0041_", "Zoë", "日本語", "😀 team",
        "two  spaces", "Müller, Söhne & Co", "00123", "TRUE", "1e5", "#N/A", "x",
    ];

    private static readonly OrgStructure Structure = new()
    {
        Companies = [.. Hard.Select((name, i) => new OrgUnit(name, i % 5 == 4))],
        Departments = [.. Hard.SelectMany((name, i) => new[] { new OrgDepartment(name, i % 2 == 0 ? null : Hard[i - 1], i % 7 == 6), new OrgDepartment("Only " + name, name) })],
        Functions = [.. Hard.Select((name, i) => new OrgUnit(name, i % 6 == 5)), new("Sales"), new("North")],
        Teams = [.. Hard.Select(name => new OrgUnit(name)), new("Gone", IsRetired: true)],
        Languages = [new("nl"), new("en"), new("de"), new("fr", IsRetired: true), new("tr"), new("ja"), new("xx", "Klingon, high"), new("yy")],
    };

    [Fact]
    [Trait("Rule", "K7")]
    public void An_export_that_nobody_touched_changes_nothing_and_complains_of_nothing()
    {
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed =>
        {
            var users = Users(new Random(seed));
            var story = new StoryUsers(Structure, users);
            using var services = Story.Services(story, new UserImportOptions());
            var importer = services.GetRequiredService<UserImporter>();
            foreach (var language in new[] { "en", "nl" })
            {
                using var workbook = new MemoryStream();
                importer.ExportAsync(users.ToAsyncEnumerable(), workbook, CultureInfo.GetCultureInfo(language)).GetAwaiter().GetResult();
                workbook.Position = 0;
                var check = importer.CheckAsync(workbook).GetAwaiter().GetResult();
                check.Issues.Select(issue => $"{issue.Cell} {issue.Code} '{issue.Value}'").Should().BeEmpty();
                check.Changes.Changes.SelectMany(change => change.Fields).Should().BeEmpty();
                check.Rows.Unchanged.Should().Be(users.Count);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithQuietOnSuccess(true));
    }

    private static List<UserRecord> Users(Random random)
    {
        var users = Enumerable.Range(0, random.Next(1, 12)).Select(i => new UserRecord
        {
            EmployeeNumber = One("00", "=", "\"", "é", "a,", "") + i,
            FirstName = One(Hard),
            Prefix = One("", "van der", "'t", One(Hard)),
            LastName = One(Hard),
            Email = $"{One("Jan", "o'neil", "a+b", "x_y")}{i}@{One("Example.nl", "bücher.example", "xn--bcher-kva.example")}",
            Company = One(One(Hard), "Vanished, Ltd"),
            Department = One(One(Hard), "Dissolved"),
            Functions = Some([.. Hard, "Sales", "North", "Former, function"]),
            CostCenter = One("", "0042", One(Hard)),
            Active = random.Next(3) > 0,
            Language = One("nl", "en", "de", "fr", "tr", "ja", "xx", "yy", "zz"),
            Teams = Some([.. Hard, "Gone"]),
            Locked = One(null, null, null, "an administrator"),
        }).ToList();
        return [.. users.Select(user => user with { Managers = [.. Some(users).Select(manager => new UserReference(manager.EmployeeNumber, manager.Email))] })];

        T One<T>(params T[] values) => values[random.Next(values.Length)];

        List<T> Some<T>(IEnumerable<T> values) => [.. values.OrderBy(_ => random.Next()).Take(random.Next(0, 4))];
    }
}
