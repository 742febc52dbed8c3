using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Columns;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Rules;

namespace UserImport.Tests.Docs;

/// <summary>The code of docs/own-columns-and-rules.md, run.</summary>
[Trait("Rule", "C6")]
public class OwnColumnsAndRulesTests
{
    [Fact]
    public async Task An_own_column_is_stored_and_compared_like_the_fourteen()
    {
        using var host = Host();
        var user = User() with { Custom = Badge("12345") };

        var check = await CheckAsync(host, user);
        await Importer(host).ApplyAsync(check.Changes, cancellationToken: TestContext.Current.CancellationToken);

        check.Rows.Added.Should().Be(1);
        (await CheckAsync(host, user)).Rows.Unchanged.Should().Be(1);
        (await CheckAsync(host, user with { Custom = Badge("999") })).Changes.Changes.Should().ContainSingle()
            .Which.Fields.Should().Equal(new FieldChange("BadgeNumber", "12345", "999"));
    }

    [Theory]
    [InlineData("en", "Badge number: A badge number has digits only.")]
    [InlineData("nl", "Pasnummer: Een pasnummer heeft alleen cijfers.")]
    [Trait("Rule", "K3")]
    public async Task The_rule_of_an_own_column_rejects_a_row_with_its_reason_in_the_language_of_the_check(string language, string message)
    {
        using var host = Host();

        var check = await CheckAsync(host, User() with { Custom = Badge("12a") }, language);

        var issue = check.Issues.Should().ContainSingle().Subject;
        (issue.Code, issue.Cell).Should().Be(("badgeNumber.invalid", "O2"));
        issue.Message.Should().Be(message);
    }

    [Theory]
    [InlineData("en", "Use the email address of the company.")]
    [InlineData("nl", "Gebruik het e-mailadres van het bedrijf.")]
    public async Task An_own_rule_rejects_a_row_in_the_language_of_the_check(string language, string message)
    {
        using var host = Host();

        var check = await CheckAsync(host, User() with { Email = "ann@gmail.com" }, language);

        check.Rows.Rejected.Should().Be(1);
        var issue = check.Issues.Should().ContainSingle().Subject;
        (issue.Code, issue.Cell, issue.Value, issue.Message).Should().Be(("email.private", "E2", "ann@gmail.com", message));
    }

    [Fact]
    public async Task An_own_rule_lets_a_user_keep_what_they_have()
    {
        var user = User() with { Email = "ann@gmail.com" };
        using var host = Host(new InMemoryUsers(user));

        (await CheckAsync(host, user)).Rows.Unchanged.Should().Be(1);
        (await CheckAsync(host, user with { FirstName = "Anna" })).Rows.Updated.Should().Be(1);
        (await CheckAsync(host, user with { Email = "lee@gmail.com" })).Rows.Rejected.Should().Be(1);
    }

    [Fact]
    public async Task An_own_rule_reports_at_an_own_column()
    {
        using var host = Host();

        var check = await CheckAsync(host, User() with { LastName = "Visitor", Custom = Badge("12345") });

        var issue = check.Issues.Should().ContainSingle().Subject;
        (issue.Code, issue.Column, issue.Cell, issue.Value).Should().Be(("badgeNumber.visitor", "BadgeNumber", "O2", "12345"));
        check.Rows.Added.Should().Be(1, "a warning rejects nothing");
    }

    private sealed class NoBadgeForVisitors : IRowRule
    {
        public void Check(UserRow row, RuleContext context)
        {
            if (row[UserColumns.LastName] == "Visitor" && row["BadgeNumber"].Length > 0)
                context.Report("badgeNumber.visitor", context.Column("BadgeNumber"), "Visitors get no badge.", IssueSeverity.Warning);
        }
    }

    private static UserRecord User() => new()
    {
        EmployeeNumber = "00123",
        FirstName = "Ann",
        LastName = "Lee",
        Email = "ann@example.org",
        Company = "Northwind",
        Department = "Finance",
        Active = true,
        Language = "en",
    };

    private static Dictionary<string, string> Badge(string number) => new() { ["BadgeNumber"] = number };

    private static UserImporter Importer(ServiceProvider host) => host.GetRequiredService<UserImporter>();

    private static async Task<ImportCheck> CheckAsync(ServiceProvider host, UserRecord user, string language = "en")
    {
        using var upload = new MemoryStream();
        await Importer(host).ExportAsync(new[] { user }.ToAsyncEnumerable(), upload, cancellationToken: TestContext.Current.CancellationToken);
        upload.Position = 0;
        var request = new ImportRequest { Culture = CultureInfo.GetCultureInfo(language) };
        return await Importer(host).CheckAsync(upload, request, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Host(IUserRepository? users = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(users ?? new AcademyUsers());
        services.AddUserImport(options =>
            {
                var headers = new Dictionary<string, string> { ["en"] = "Badge number", ["nl"] = "Pasnummer" };
                options.CustomColumns.Add(new CustomColumn("BadgeNumber", headers)
                {
                    MaxLength = 8,
                    Rule = (value, language) => value.All(char.IsAsciiDigit) ? null
                        : language == "nl" ? "Een pasnummer heeft alleen cijfers."
                        : "A badge number has digits only.",
                });
                options.BlankCells = BlankCellPolicy.Keep;
                options.Brakes.Deactivations = new Brake(Percent: 5, AtLeast: 10);
                options.Limits.Rows = 20_000;
            })
            .AddOrgStructureLookup<AcademyOrganisation>()
            .AddRowRule<NoPrivateEmail>();
        services.AddScoped<IRowRule, NoBadgeForVisitors>();
        return services.BuildServiceProvider();
    }
}
