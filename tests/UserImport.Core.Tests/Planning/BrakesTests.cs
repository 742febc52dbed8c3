using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

public class BrakesTests
{
    [Fact]
    [Trait("Rule", "K5")]
    public async Task A_brake_says_how_many_of_how_many_and_where_the_limit_is()
    {
        var users = Enumerable.Range(1, 4).Select(number => Story.User($"{number}")).ToArray();
        var check = await Story.Of(users).With(options => options.Brakes.Deactivations = new Brake(20, 1)).CheckAsync("""
            Employee number | Active
            1               |
            2               |
            3               | x
            4               | x
            """);

        check.Changes.Brakes.Should().ContainSingle().Which.Message.Should().Be("2 of 4 existing users would be deactivated (more than 20 %).");
    }

    [Fact]
    [Trait("Rule", "F6")]
    public async Task The_shift_alarm_counts_updates_in_which_first_name_last_name_and_email_all_change()
    {
        var users = Enumerable.Range(1, 5).Select(number => Story.User($"{number}")).ToArray();
        var story = Story.Of(users).With(options => options.Brakes.Shifted = new Brake(10, 1));
        var check = await story.CheckAsync("""
            Employee number | First name | Last name | Email address
            1               | Kim        | Lee       | kim@acme.nl
            2               | Kim        | Poe       | b@acme.nl
            3               | Sam        | Lee       | c@acme.nl
            4               | Kim        | Lee       | 4@acme.nl
            5               | Sam        | Poe       | 5@acme.nl
            """);

        check.Changes.Brakes.Select(brake => (brake.Code, brake.Count, brake.Of)).Should().Equal(("brake.shifted", 1, 4));
    }

    [Fact]
    [Trait("Rule", "K5")]
    public async Task Emails_that_differ_in_case_alone_are_changed_and_nobody_is_readdressed()
    {
        var users = Enumerable.Range(1, 4).Select(number => Story.User($"{number}")).ToArray();
        var check = await Story.Of(users).With(options => options.Brakes.Emails = new Brake(20, 1)).CheckAsync("""
            Employee number | Email address
            1               | a@acme.nl
            2               | b@acme.nl
            3               | 3@ACME.nl
            4               | 4@acme.nl
            """);

        check.Counts.EmailChanged.Should().Be(3);
        check.Changes.Brakes.Select(brake => (brake.Code, brake.Count, brake.Of)).Should().Equal(("brake.emails", 2, 4));
    }
}
