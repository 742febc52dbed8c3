using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Planning.People;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

public class PresentManagersTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(60)]
    [Trait("Rule", "F3")]
    public void Few_and_many_managers_are_found_alike_of_whichever_user_is_asked_about(int count)
    {
        var present = new PresentManagers();
        var users = new[] { UserWith(0, count), UserWith(5, count), UserWith(0, 3) };
        for (var i = -1; i < count + 6; i++)
            foreach (var user in users)
            {
                present.Has(user, new Person(null, $"N{i}", "")).Should().Be(user.Managers.Any(manager => manager.EmployeeNumber == $"N{i}"));
                present.WithEmail(user, $"m{i / 2}@acme.nl").Should().Be(user.Managers.FirstOrDefault(manager => manager.Email == $"M{i / 2}@acme.nl"));
            }

        present.Has(null, new Person(null, "N1", "")).Should().BeFalse();
        present.WithEmail(null, "m1@acme.nl").Should().BeNull();
    }

    // Two of them have one address.
    private static UserRecord UserWith(int first, int count) => Story.User("1", "1@acme.nl") with
    {
        Managers = [.. Enumerable.Range(first, count).Select(i => new UserReference($"N{i}", $"M{i / 2}@acme.nl"))],
    };
}
