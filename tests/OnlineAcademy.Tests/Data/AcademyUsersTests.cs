using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OnlineAcademy.Data;
using UserImport;
using UserImport.Applying;
using UserImport.Planning;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Data;

/// <summary>The sample's repository on a real database; what is said here holds for both.</summary>
public abstract class AcademyUsersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract DatabaseChoice NewDatabase(int? users = null);

    [Fact]
    public async Task A_thousand_keys_are_one_statement_for_the_users_and_one_for_each_of_their_lists()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase(2000));
        var keys = (await academy.UsersAsync()).Take(1000).Select(user => UserKeys.OfEmployeeNumber(user.EmployeeNumber)).ToList();
        academy.Statements.Clear();

        var found = await academy.Repository.FindByEmployeeNumberAsync([.. keys, "not there"], Token);

        found.Select(user => UserKeys.OfEmployeeNumber(user.EmployeeNumber)).Should().BeEquivalentTo(keys);
        academy.Statements.Should().HaveCount(4).And.OnlyContain(statement => statement.Parameters == 1);
    }

    [Fact]
    public async Task Users_are_found_by_their_keys_with_everything_that_they_have()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var stored = (await academy.UsersAsync()).First(user => user.Managers.Count > 1 && user.Teams.Count > 0);

        var byNumber = await academy.Repository.FindByEmployeeNumberAsync([UserKeys.OfEmployeeNumber(stored.EmployeeNumber)], Token);
        var byEmail = await academy.Repository.FindByEmailAsync([UserKeys.OfEmail(stored.Email.ToUpperInvariant())], Token);

        byNumber.Should().ContainSingle().Which.Should().BeEquivalentTo(stored);
        byEmail.Should().ContainSingle().Which.Should().BeEquivalentTo(stored);
    }

    [Fact]
    [Trait("Rule", "F2")]
    public async Task Addresses_are_swapped_and_rotated_under_a_unique_index()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var users = await academy.UsersAsync();
        var managers = users.SelectMany(user => user.Managers).Select(manager => manager.EmployeeNumber).ToHashSet();
        var before = users.Where(user => user.Locked is null && !managers.Contains(user.EmployeeNumber)).Take(6).ToList();
        string[] moved = [before[1].Email, before[0].Email, before[3].Email, before[4].Email, before[2].Email, "new." + before[5].Email];
        var takesOver = NewUser("A1", "anna") with { Email = before[5].Email };

        var check = await academy.CheckAsync(users => users
            .Select(user => before.FindIndex(b => b.EmployeeNumber == user.EmployeeNumber) is >= 0 and var i ? user with { Email = moved[i] } : user)
            .Append(takesOver));
        var result = await academy.Importer.ApplyAsync(check.Changes, check.Changes.Fingerprint, null, Token);

        check.Rows.Rejected.Should().Be(0);
        result.Applied.Should().Be(7);
        var after = (await academy.UsersAsync()).ToDictionary(user => user.EmployeeNumber, user => user.Email);
        for (var i = 0; i < moved.Length; i++) after[before[i].EmployeeNumber].Should().Be(moved[i]);
        after["A1"].Should().Be(before[5].Email);
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task New_users_who_manage_each_other_are_added_in_any_order()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var (anna, bert, carl) = (NewUser("A1", "anna"), NewUser("A2", "bert"), NewUser("A3", "carl"));

        var check = await academy.CheckAsync(users => users.Concat(
        [
            carl with { Managers = [Reference(bert)] }, bert with { Managers = [Reference(anna)] }, anna with { Teams = ["Sales, North"] },
        ]));
        await academy.Importer.ApplyAsync(check.Changes, null, null, Token);

        var after = (await academy.UsersAsync()).ToDictionary(user => user.EmployeeNumber);
        after["A3"].Managers.Should().Equal(Reference(bert));
        after["A2"].Managers.Should().Equal(Reference(anna));
        after["A1"].Teams.Should().Equal("Sales, North");
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task Two_who_apply_the_same_change_set_at_the_same_time_apply_it_once()
    {
        var database = NewDatabase();
        await using var one = await TestAcademy.OpenAsync(database);
        await using var other = await TestAcademy.OpenAsync(database);
        var before = (await one.UsersAsync()).ToDictionary(user => user.EmployeeNumber, user => user.Version);
        var check = await one.CheckAsync(users => users
            .Select(user => user.Locked is null ? user with { CostCenter = "4999" } : user)
            .Append(NewUser("A1", "anna")));

        var results = await Task.WhenAll(
            Task.Run(() => one.Importer.ApplyAsync(check.Changes, null, null, Token), Token),
            Task.Run(() => other.Importer.ApplyAsync(check.Changes, null, null, Token), Token));

        results[0].Outcomes.Should().Equal(results[1].Outcomes).And.OnlyContain(outcome => outcome.Kind == ChangeOutcomeKind.Applied);
        var after = await one.UsersAsync();
        after.Should().HaveCount(before.Count + 1);
        foreach (var user in after.Where(user => user.CostCenter == "4999" && user.EmployeeNumber != "A1"))
            user.Version.Should().BeOneOf(before[user.EmployeeNumber], before[user.EmployeeNumber]!.Replace(".1", ".2", StringComparison.Ordinal));
        (await one.CountAsync<AppliedBatch>()).Should().Be(check.Changes.BatchSizes.Count);
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_unit_that_was_retired_since_the_check_fails_its_changes_and_no_other()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var check = await academy.CheckAsync(users => users
            .With("000021", user => user with { Teams = ["Innovation"] }).With("000042", user => user with { FirstName = "Mo" }));
        await using (var db = await academy.ContextAsync())
            await db.Teams.Where(team => team.Name == "Innovation").ExecuteUpdateAsync(set => set.SetProperty(team => team.IsRetired, true), Token);

        var result = await academy.Importer.ApplyAsync(check.Changes, null, null, Token);

        result.Applied.Should().Be(1);
        result.Outcomes.Should().ContainSingle(outcome => outcome.Kind == ChangeOutcomeKind.Failed)
            .Which.Reason.Should().Be(OutcomeReasons.UnitRetired);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task A_login_counter_makes_nobody_stale()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var check = await academy.CheckAsync(users => users.With("000021", user => user with { FirstName = "Fie" }));
        await using (var db = await academy.ContextAsync())
            await db.Users.ExecuteUpdateAsync(
                set => set.SetProperty(user => user.SignIns, user => user.SignIns + 1).SetProperty(user => user.Version, 9), Token);

        var result = await academy.Importer.ApplyAsync(check.Changes, null, null, Token);

        result.Applied.Should().Be(1);
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task An_undo_gives_back_everything_even_what_is_retired()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var before = await academy.UsersAsync();
        var check = await academy.CheckAsync(users => users.Select(user => user.Locked is not null ? user : user with
        {
            Company = "Noorderveld Infra",
            Department = "Planning",
            Functions = ["Planner"],
            Teams = ["Blue"],
            Language = "nl",
        }));
        var result = await academy.Importer.ApplyAsync(check.Changes, check.Changes.Fingerprint, null, Token);

        var undo = await academy.Importer.PlanUndoAsync(check.Changes, result, null, Token);
        var undone = await academy.Importer.ApplyAsync(undo, null, null, Token);

        result.Applied.Should().BeGreaterThan(150);
        undone.Applied.Should().Be(result.Applied);
        (await academy.UsersAsync()).Should().BeEquivalentTo(before,
            options => options.Excluding(user => user.Version).WithStrictOrdering());
    }

    [Fact]
    [Trait("Rule", "F5")]
    public async Task An_invitation_is_stored_with_its_batch_once()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var check = await academy.CheckAsync(users => users.Append(NewUser("A1", "anna")), inviteAll: true);

        for (var i = 0; i < 2; i++) await academy.Importer.ApplyAsync(check.Changes, null, null, Token);

        check.Counts.Invitations.Should().BeGreaterThan(150);
        (await academy.CountAsync<Invitation>()).Should().Be(check.Counts.Invitations);
    }

    private static UserReference Reference(UserRecord user) => new(user.EmployeeNumber, user.Email);
}

public sealed class AcademyUsersOnSqliteTests(Workspace workspace) : AcademyUsersTests, IClassFixture<Workspace>
{
    protected override DatabaseChoice NewDatabase(int? users = null) => new(workspace.NewDatabase(), null, users);
}

public sealed class AcademyUsersOnPostgresTests(PostgresCluster cluster) : AcademyUsersTests
{
    protected override DatabaseChoice NewDatabase(int? users = null) => cluster.NewDatabase(users);

    [Fact]
    public async Task Every_command_works_on_a_database_that_it_makes()
    {
        var database = NewDatabase();

        var users = await AcademyCommand.RunAsync("users", "--json", "--postgres", database.Postgres!);
        var fewer = await AcademyCommand.RunAsync("users", "--json", "--seed", "7", "--postgres", NewDatabase().Postgres!);

        users.Status.Should().Be(0, users.Error);
        users.Lines.Should().HaveCountGreaterThan(190);
        fewer.Lines.Should().HaveCount(7);
        fewer.Lines[0].GetRawText().Should().Be(users.Lines[0].GetRawText());
    }

    [Fact]
    public async Task Both_databases_print_the_same_users_in_the_same_order()
    {
        using var workspace = new Workspace();

        var postgres = await AcademyCommand.RunAsync("users", "--json", "--postgres", NewDatabase().Postgres!);
        var sqlite = await AcademyCommand.RunAsync("users", "--json", "--database", workspace.NewDatabase());

        postgres.Output.Should().Be(sqlite.Output);
    }
}
