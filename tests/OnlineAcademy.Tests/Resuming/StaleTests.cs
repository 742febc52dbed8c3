using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using OnlineAcademy.Tests.Data;
using UserImport;
using UserImport.Applying;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Resuming;

/// <summary>Somebody else is at work between check and import; what is said here holds for both databases.</summary>
[Trait("Rule", "P4")]
public abstract class StaleTests
{
    private const string Other = "000042", Edited = "000021", Bystander = "000049";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_user_whom_somebody_edited_is_left_as_they_are()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());

        var (outcome, after) = await ApplyAsync(academy, users => users.With(Edited, user => user with { FirstName = "Fie" }),
            db => db.Users.Where(user => user.EmployeeNumber == Edited)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.LastName, "Getrouwd").SetProperty(user => user.Version, user => user.Version + 1), Token));

        outcome.Should().Be((ChangeOutcomeKind.ChangedSince, OutcomeReasons.UserChanged));
        after[Edited].Should().Match<UserRecord>(user => user.LastName == "Getrouwd" && user.FirstName != "Fie");
    }

    [Fact]
    public async Task A_user_to_whom_somebody_gave_the_same_values_stands_already()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());

        var (outcome, after) = await ApplyAsync(academy, users => users.With(Edited, user => user with { FirstName = "Fie" }),
            db => db.Users.Where(user => user.EmployeeNumber == Edited)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.FirstName, "Fie").SetProperty(user => user.Version, user => user.Version + 1), Token));

        outcome.Should().Be((ChangeOutcomeKind.AlreadyApplied, null));
        after[Edited].Version.Should().EndWith(".2", "nobody wrote it again");
    }

    [Fact]
    public async Task A_user_whom_somebody_deleted_does_not_come_back()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var nobodysManager = (await academy.UsersAsync()).Last(user => user.Locked is null).EmployeeNumber;

        var (outcome, after) = await ApplyAsync(academy, users => users.With(nobodysManager, user => user with { FirstName = "Fie" }),
            db => db.Users.Where(user => user.EmployeeNumber == nobodysManager).ExecuteDeleteAsync(Token));

        outcome.Should().Be((ChangeOutcomeKind.ChangedSince, OutcomeReasons.UserMissing));
        after.Should().NotContainKey(nobodysManager);
    }

    [Fact]
    public async Task A_number_under_which_somebody_added_a_user_stays_theirs()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());

        var (outcome, after) = await ApplyAsync(academy, users => users.Append(NewUser("N-1", "anna")),
            db => AddAsync(db, "n-1", "bert@noorderveld.example"));

        outcome.Should().Be((ChangeOutcomeKind.ChangedSince, OutcomeReasons.UserExists));
        after["n-1"].Email.Should().Be("bert@noorderveld.example");
    }

    [Fact]
    public async Task An_address_that_somebody_took_stays_theirs()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());

        var (outcome, after) = await ApplyAsync(academy, users => users.With(Edited, user => user with { Email = "fie@noorderveld.example" }),
            db => AddAsync(db, "N-1", "Fie@noorderveld.example"));

        outcome.Should().Be((ChangeOutcomeKind.Failed, OutcomeReasons.EmailTaken));
        after["N-1"].Email.Should().Be("Fie@noorderveld.example");
    }

    [Fact]
    [Trait("Rule", "M5")]
    public async Task A_unit_that_was_retired_is_assigned_to_nobody()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());

        var (outcome, after) = await ApplyAsync(academy, users => users.With(Edited, user => user with { Functions = ["Planner"], FirstName = "Fie" }),
            db => db.Functions.Where(function => function.Name == "Planner").ExecuteUpdateAsync(set => set.SetProperty(function => function.IsRetired, true), Token));

        outcome.Should().Be((ChangeOutcomeKind.Failed, OutcomeReasons.UnitRetired));
        after[Edited].FirstName.Should().NotBe("Fie");
    }

    [Fact]
    [Trait("Rule", "M9")]
    public async Task A_user_who_was_locked_is_left_as_they_are()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());

        var (outcome, after) = await ApplyAsync(academy, users => users.With(Edited, user => user with { FirstName = "Fie" }),
            db => db.Users.Where(user => user.EmployeeNumber == Edited).ExecuteUpdateAsync(set => set.SetProperty(user => user.Locked, "on leave"), Token));

        outcome.Should().Be((ChangeOutcomeKind.ChangedSince, OutcomeReasons.UserLocked));
        after[Edited].FirstName.Should().NotBe("Fie");
    }

    [Fact]
    public async Task A_new_manager_who_is_gone_takes_only_their_people_along()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var boss = (await academy.UsersAsync()).Last(user => user.Locked is null && user.Active);

        var (outcome, after) = await ApplyAsync(academy,
            users => users.With(Edited, user => user with { Managers = [new UserReference(boss.EmployeeNumber, boss.Email)] }),
            db => db.Users.Where(user => user.EmployeeNumber == boss.EmployeeNumber).ExecuteDeleteAsync(Token));

        outcome.Should().Be((ChangeOutcomeKind.Failed, OutcomeReasons.ManagerMissing));
        after[Edited].Version.Should().EndWith(".1");
    }

    internal abstract DatabaseChoice NewDatabase();

    /// <summary>Checks an upload with one change and one of a bystander, lets somebody else work, and applies; the bystander must not notice.</summary>
    private static async Task<((ChangeOutcomeKind Kind, string? Reason) Outcome, Dictionary<string, UserRecord> After)> ApplyAsync(
        TestAcademy academy, Func<IReadOnlyList<UserRecord>, IEnumerable<UserRecord>> edit, Func<AcademyContext, Task<int>> somebodyElse)
    {
        var check = await academy.CheckAsync(users => edit(users).With(Bystander, user => user with { FirstName = "Bijstander" }));
        check.Changes.Changes.Should().HaveCount(2);
        await using (var db = await academy.ContextAsync()) (await somebodyElse(db)).Should().Be(1);

        var result = await academy.Importer.ApplyAsync(check.Changes, null, null, Token);

        var after = (await academy.UsersAsync()).ToDictionary(user => user.EmployeeNumber);
        after[Bystander].FirstName.Should().Be("Bijstander");
        result.Applied.Should().Be(1);
        var number = check.Changes.Changes.Single(change => change.After.EmployeeNumber != Bystander).Number;
        return ((result.Outcomes[number].Kind, result.Outcomes[number].Reason), after);
    }

    internal static async Task<int> AddAsync(AcademyContext db, string number, string email)
    {
        var like = await db.Users.AsNoTracking().FirstAsync(user => user.EmployeeNumber == Other, Token);
        db.Users.Add(new User
        {
            EmployeeNumber = number,
            NumberKey = UserKeys.OfEmployeeNumber(number),
            FirstName = "Bert",
            LastName = "Eerder",
            Email = email,
            EmailKey = UserKeys.OfEmail(email),
            CompanyId = like.CompanyId,
            DepartmentId = like.DepartmentId,
            LanguageCode = like.LanguageCode,
            Version = 1,
        });
        return await db.SaveChangesAsync(Token);
    }
}

public sealed class StaleOnSqliteTests(Workspace workspace) : StaleTests, IClassFixture<Workspace>
{
    internal override DatabaseChoice NewDatabase() => new(workspace.NewDatabase(), null, null);
}

public sealed class StaleOnPostgresTests(PostgresCluster cluster) : StaleTests
{
    internal override DatabaseChoice NewDatabase() => cluster.NewDatabase();
}
