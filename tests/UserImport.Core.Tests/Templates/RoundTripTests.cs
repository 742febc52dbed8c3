using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Columns;
using UserImport.Planning;
using UserImport.Rows;

namespace UserImport.Tests.Templates;

/// <summary>What is written is uploaded again: as it is, and saved by another program.</summary>
public class RoundTripTests
{
    private static readonly UserRecord[] Users =
    [
        User("00123", "A*e", "Of A*e") with { Teams = ["Zorg, Noord", "A*e"], Functions = Written.NastyNames[..9] },
        User("0e5", "=1+1", "Of =1+1", "00123") with { FirstName = "=1+1", LastName = "+31", CostCenter = "1-2", Active = false },
        User("A-7", "Vanished", "Vanished too", "00123", "0e5") with { Teams = ["Gone, too", "\"Gone\""], Language = "zz", Prefix = "van  der" },
        User("1E5", "🏥 Ziekenhuis", "Of 🏥 Ziekenhuis") with { LastName = "_x0041_ & <b>", Language = "en", CostCenter = "00012" },
        User("7", "Zorg, Noord", "Of Zorg, Noord") with { Language = "xx", Custom = Badge("TRUE"), FirstName = "1-1-2024" },
    ];

    [Theory]
    [InlineData("en", "as it is")]
    [InlineData("nl", "as it is")]
    [InlineData("en", "LibreOffice")]
    [InlineData("nl", "LibreOffice")]
    [InlineData("nl", "openpyxl")]
    [Trait("Rule", "K7")]
    public async Task An_export_that_is_uploaded_again_changes_nothing(string language, string program)
    {
        var export = Save(Written.Export(Users, Written.Nasty, language, WithBadge), program);

        var check = await CheckAsync(export);

        check.Issues.Should().BeEmpty();
        check.Rows.Should().Be(new RowCounts(Users.Length, 0, 0, Users.Length, 0, 0));
        check.Changes.Changes.Should().BeEmpty();
    }

    [Theory]
    [InlineData("as it is")]
    [InlineData("LibreOffice")]
    [Trait("Rule", "K6")]
    public async Task Corrections_that_are_corrected_are_imported(string program)
    {
        var wrong = Users.Select(user => user with { Company = "Nowhere", Department = "Nowhere", Teams = ["Nothing"] }).ToArray();
        var check = await CheckAsync(Written.Export(wrong, Written.Nasty, "nl", WithBadge));
        check.Rows.Rejected.Should().Be(Users.Length);
        var corrected = new List<RejectedRow>();
        foreach (var (row, user) in check.RejectedRows.Zip(Users))
            corrected.Add(row with { Cells = new Dictionary<string, string>(row.Cells) { ["Company"] = user.Company, ["Department"] = user.Department, ["Teams"] = "A*e" } });

        var again = await CheckAsync(Save(Written.Corrections(corrected, check.AbsentColumns.ToArray(), Written.Nasty, "nl"), program));

        again.Rows.Rejected.Should().Be(0);
        again.Rows.Updated.Should().Be(Users.Length, "every user gets another team");
        again.Issues.Select(issue => issue.Code).Distinct().Should().Equal("columns.absent");
    }

    private static byte[] Save(byte[] workbook, string program) => program switch
    {
        "LibreOffice" => OtherPrograms.SaveWithLibreOffice(workbook),
        "openpyxl" => OtherPrograms.SaveWithOpenpyxl(workbook),
        _ => workbook,
    };

    private static async Task<ImportCheck> CheckAsync(byte[] upload)
    {
        var services = new ServiceCollection();
        services.AddUserImport(WithBadge);
        services.AddSingleton<IUserRepository>(new InMemoryUsers(Users));
        services.AddSingleton<IOrgStructureLookup>(new NastyOrganisation());
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserImporter>()
            .CheckAsync(new MemoryStream(upload), new ImportRequest { Culture = CultureInfo.GetCultureInfo("en") });
    }

    private static void WithBadge(UserImportOptions options) =>
        options.CustomColumns.Add(new UserImport.Columns.CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge", ["nl"] = "Pas" }));

    private static Dictionary<string, string> Badge(string value) => new() { ["Badge"] = value };

    private static UserRecord User(string number, string company, string department, params string[] managers) =>
        Build.User(number, null, managers) with { Company = company, Department = department, Functions = [], Teams = [] };

    private sealed class NastyOrganisation : IOrgStructureLookup
    {
        public Task<OrgStructure> GetAsync(CancellationToken ct) => Task.FromResult(Written.Nasty);
    }
}
