using System.Text.Json;

namespace OnlineAcademy.Tests.Commands;

public sealed class UsersCommandTests(Workspace workspace) : IClassFixture<Workspace>
{
    private static readonly string[] Keys =
    [
        "EmployeeNumber", "FirstName", "Prefix", "LastName", "Email", "Company", "Department", "Functions", "CostCenter",
        "Active", "Language", "Teams", "Managers",
    ];

    [Fact]
    public async Task A_new_database_has_the_users_of_the_sample_with_every_key()
    {
        var run = await AcademyProcess.RunAsync("users", "--json", "--database", workspace.NewDatabase());

        run.Status.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Lines.Should().HaveCountGreaterThan(190);
        foreach (var user in run.Lines) user.EnumerateObject().Select(p => p.Name).Should().Equal(Keys);
        run.Output.Should().Contain("Zoë", "letters outside ASCII are not escaped");
    }

    [Fact]
    public async Task The_sample_shows_what_the_rules_are_about()
    {
        var users = (await AcademyCommand.RunAsync("users", "--json", "--database", workspace.NewDatabase())).Lines;

        users.Should().Contain(user => Text(user, "EmployeeNumber").StartsWith('0'))
            .And.Contain(user => !user.GetProperty("Active").GetBoolean())
            .And.Contain(user => Text(user, "Language") == "fy")
            .And.Contain(user => Text(user, "Department") == "Coal")
            .And.Contain(user => Text(user, "Company") == "Noorderveld Telecom")
            .And.Contain(user => List(user, "Teams").Contains("Sales, North"))
            .And.Contain(user => List(user, "Functions").Contains("Stoker"))
            .And.Contain(user => List(user, "Managers").Count() == 2)
            .And.Contain(user => Text(user, "Prefix") == "van der");
        Levels(users).Should().BeGreaterThan(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1234)]
    public async Task A_new_database_gets_as_many_users_as_asked_for(int count)
    {
        var run = await AcademyCommand.RunAsync("users", "--json", "--seed", $"{count}", "--database", workspace.NewDatabase());

        run.Lines.Should().HaveCount(count);
        run.Lines.Select(user => Text(user, "EmployeeNumber")).Should().OnlyHaveUniqueItems();
        run.Lines.Select(user => Text(user, "Email")).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_users()
    {
        var one = await AcademyCommand.RunAsync("users", "--json", "--seed", "300", "--database", workspace.NewDatabase());
        var other = await AcademyCommand.RunAsync("users", "--json", "--seed", "300", "--database", workspace.NewDatabase());

        other.Output.Should().Be(one.Output);
    }

    [Fact]
    public async Task An_existing_database_is_left_alone()
    {
        var database = workspace.NewDatabase();
        await AcademyCommand.RunAsync("users", "--seed", "5", "--database", database);

        var run = await AcademyCommand.RunAsync("users", "--json", "--seed", "9", "--database", database);

        run.Lines.Should().HaveCount(5);
    }

    private static string Text(JsonElement user, string key) => user.GetProperty(key).GetString()!;

    private static IEnumerable<string> List(JsonElement user, string key) => user.GetProperty(key).EnumerateArray().Select(e => e.GetString()!);

    private static int Levels(IReadOnlyList<JsonElement> users)
    {
        var managers = users.ToDictionary(user => Text(user, "Email"), user => List(user, "Managers").FirstOrDefault());
        return users.Max(user =>
        {
            var levels = 0;
            for (var at = Text(user, "Email"); at is not null; at = managers[at]) levels++;
            return levels;
        });
    }
}
