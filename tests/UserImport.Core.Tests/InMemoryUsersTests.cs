namespace UserImport.Tests;

public class InMemoryUsersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Users_are_found_by_canonical_key_with_their_managers_present_addresses()
    {
        var users = new InMemoryUsers(Build.User("AB1", "Jan@Example.nl"), Build.User("2", null, "ab1"));

        (await users.FindByEmployeeNumberAsync(["ab1", "unknown"], Cancel)).Should().ContainSingle(user => user.EmployeeNumber == "AB1");
        (await users.FindByEmailAsync(["jan@example.nl"], Cancel)).Should().ContainSingle();
        users["2"].Managers.Should().Equal(new UserReference("AB1", "Jan@Example.nl"));
    }

    [Fact]
    public void The_table_refuses_what_a_database_would_refuse()
    {
        var table = UserTable.Empty.With(Build.User("1")).With(Build.User("2"));

        FluentActions.Invoking(() => table.Insert(Build.User("3", Build.EmailOf("1")))).Should().Throw<ConstraintException>();
        FluentActions.Invoking(() => table.Update(Build.User("2", Build.EmailOf("1").ToUpperInvariant()))).Should().Throw<ConstraintException>();
        FluentActions.Invoking(() => table.Insert(Build.User("3", null, "4"))).Should().Throw<ConstraintException>();
        FluentActions.Invoking(() => table.Update(Build.User("5"))).Should().Throw<ConstraintException>();
    }
}
