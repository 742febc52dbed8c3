using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.Settling;

/// <summary>Rows on which no other has a bearing are settled where they are read; the others are judged together.</summary>
public class SettledRowsTests
{
    private static readonly UserRecord Boss = Story.User("1");
    private static readonly UserRecord Worker = Story.User("2") with { CostCenter = "10", Managers = [new UserReference("1", "1@acme.nl")] };

    private const string BossMoves = """
        Employee number | Email address | Cost center | Managers
        1               | new@acme.nl   |             |
        2               | 2@acme.nl     | 10          | 1@acme.nl
        """;

    [Fact]
    public async Task A_row_that_names_a_manager_by_the_address_they_lose_is_told_so()
    {
        var check = await CheckAsync(new EditedMeanwhile([Boss, Worker], _ => { }), BossMoves);

        check.Codes().Should().Equal("3 managers.oldAddress");
        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Unchanged = 1 });
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task Numbers_that_are_number_cells_are_settled_and_drawn_in_like_texts()
    {
        var check = await CheckAsync(new EditedMeanwhile([Boss, Worker], _ => { }), """
            Employee number | Email address | Cost center | Managers
            {number 1}      | new@acme.nl   |             |
            {number 2}      | 2@acme.nl     | {number 10} | 1@acme.nl
            """);

        check.Codes().Should().Equal("3 managers.oldAddress");
        check.Rows.Should().BeEquivalentTo(new { Updated = 1, Unchanged = 1 });
    }

    [Fact]
    [Trait("Rule", "R3")]
    public async Task A_number_cell_whose_user_is_deleted_while_the_check_runs_is_no_new_user_if_only_zeros_are_missing()
    {
        var users = new EditedMeanwhile([Boss, Worker], users =>
        {
            users.Remove("2");
            users.Put(Worker with { EmployeeNumber = "002" });
        });

        var check = await CheckAsync(users, BossMoves.Replace("2               |", "{number 2}      |", StringComparison.Ordinal));

        check.Codes().Should().Equal("3 employeeNumber.zerosLost");
    }

    [Fact]
    public async Task A_user_who_is_edited_while_the_check_runs_is_compared_as_they_stand_then()
    {
        var users = new EditedMeanwhile([Boss, Worker], users => users.Put(Worker with { CostCenter = "20" }));

        var check = await CheckAsync(users, BossMoves);

        check.Codes().Should().Equal("3 managers.oldAddress");
        check.Changed().Should().Contain("3 CostCenter: 20 -> 10");
    }

    [Theory]
    [InlineData("Sales", "20")]
    [InlineData("SALES", "20")]
    [InlineData("SALES", "10")]
    public async Task A_row_says_what_the_file_says_however_it_is_spelt_and_whoever_edits_its_user_meanwhile(string department, string costCenter)
    {
        var users = new EditedMeanwhile([Boss, Worker], users => users.Put(Worker with { CostCenter = "30", FirstName = "Edited" }));

        var check = await CheckAsync(users, $"""
            Employee number | Email address | Department   | Cost center   | Managers
            1               | new@acme.nl   | Sales        |               |
            2               | 2@acme.nl     | {department} | {costCenter}  | 1@acme.nl
            """);

        check.Codes().Should().Equal("3 managers.oldAddress");
        check.Changed().Should().Contain([$"3 CostCenter: 30 -> {costCenter}", $"3 FirstName: Edited -> {Worker.FirstName}"]);
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_kept_only_as_long_as_its_user_has_it()
    {
        var asLong = Worker with { CostCenter = new string('7', 300) };
        var sheet = $"""
            Employee number | First name | Email address | Cost center         | Managers
            1               | {Boss.FirstName} | new@acme.nl   |                     |
            2               | Edited     | 2@acme.nl     | {asLong.CostCenter} | 1@acme.nl
            """;

        var left = await CheckAsync(new EditedMeanwhile([Boss, asLong], _ => { }), sheet);
        var edited = await CheckAsync(new EditedMeanwhile([Boss, asLong], users => users.Put(asLong with { CostCenter = "30" })), sheet);

        left.Codes().Should().Equal("3 managers.oldAddress");
        edited.Codes().Should().Contain("3 costCenter.tooLong");
        edited.Rows.Should().BeEquivalentTo(new { Updated = 1, Rejected = 1 });
    }

    [Fact]
    public async Task A_user_who_is_deleted_while_the_check_runs_is_a_new_one()
    {
        var users = new EditedMeanwhile([Boss, Worker], users => users.Remove("2"));

        var check = await CheckAsync(users, BossMoves);

        check.Rows.Should().BeEquivalentTo(new { Added = 1, Updated = 1, Rejected = 0 });
    }

    [Fact]
    public async Task A_changed_row_names_its_manager_by_the_address_as_it_is_spelt_after_the_import()
    {
        UserRecord[] stored = [Boss with { Email = "boss@acme.nl" }, Worker with { Managers = [new UserReference("1", "boss@acme.nl")] }];
        var check = await CheckAsync(new EditedMeanwhile(stored, _ => { }), """
            Employee number | Email address | Cost center | Managers
            1               | Boss@acme.nl  |             |
            2               | 2@acme.nl     | 20          | boss@acme.nl
            """, stored);

        check.Changes.Changes.Single(change => change.Row == 3).After.Managers.Should().Equal(new UserReference("1", "Boss@acme.nl"));
    }

    [Fact]
    public async Task A_changed_row_keeps_a_manager_who_is_deactivated_and_the_manager_is_told_of()
    {
        var check = await CheckAsync(new EditedMeanwhile([Boss, Worker], _ => { }), """
            Employee number | Active | Cost center | Managers
            1               |        |             |
            2               | x      | 20          | 1@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.inactive");
        check.Rows.Should().BeEquivalentTo(new { Updated = 2 });
    }

    [Fact]
    public async Task Changed_rows_stand_in_the_change_set_in_the_order_of_the_file()
    {
        var third = Story.User("3");
        var check = await CheckAsync(new EditedMeanwhile([Boss, Worker, third], _ => { }), """
            Employee number | Cost center | Active
            2               | 20          | x
            1               |             |
            3               | 30          | x
            """, [Boss, Worker, third]);

        check.Changes.Changes.Select(change => change.Row).Should().Equal(2, 3, 4);
        check.Rows.Should().BeEquivalentTo(new { Read = 3, Updated = 3, Unchanged = 0 });
    }

    private static async Task<ImportCheck> CheckAsync(EditedMeanwhile users, string sheet, params UserRecord[] stored)
    {
        if (stored.Length == 0) stored = [Boss, Worker];
        await using var services = new ServiceCollection().AddUserImport().Services
            .AddSingleton<IUserRepository>(users).AddSingleton<IOrgStructureLookup>(users).BuildServiceProvider();
        var workbook = StoryWorkbook.Write(StorySheet.Complete(StorySheet.Parse(sheet), stored));
        return await services.GetRequiredService<UserImporter>().CheckAsync(workbook, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Users whom somebody edits as soon as the check has looked them up once.</summary>
    private sealed class EditedMeanwhile(IEnumerable<UserRecord> users, Action<InMemoryUsers> edit) : InMemoryUsers(users), IOrgStructureLookup
    {
        public Task<OrgStructure> GetAsync(CancellationToken cancellationToken) => Task.FromResult(Story.Structure);

        public override async Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(
            IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
        {
            var found = await base.FindByEmployeeNumberAsync(employeeNumbers, cancellationToken);
            if (FindByEmployeeNumberCalls == 1) edit(this);
            return found;
        }
    }
}
