using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

[Trait("Rule", "F4")]
public class ManagerCirclesTests
{
    [Fact]
    public async Task New_users_who_manage_each_other_are_rejected_each_with_the_way_round()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | First name | Last name | Managers
            7               | Ann        | Lee       | 8@acme.nl
            8               | Bob        | Lee       | 9@acme.nl
            9               | Cor        | Lee       | 7@acme.nl
            6               | Dee        | Lee       | 7@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.circle", "3 managers.circle", "4 managers.circle", "5 managers.rejected");
        check.Issues.First(issue => issue.Code == "managers.circle").Message.Should()
            .Be("These users would manage each other in a circle: Ann Lee (7) → Bob Lee (8) → Cor Lee (9) → Ann Lee (7).");
    }

    [Fact]
    public async Task A_circle_over_stored_users_who_are_not_in_the_file_is_found_and_shown_by_its_shortest_way()
    {
        var ann = Story.User("1", "ann@acme.nl") with { FirstName = "Ann" };
        var bob = Story.User("2", "bob@acme.nl") with { FirstName = "Bob", Managers = [new UserReference("1", "ann@acme.nl")] };
        var cor = Story.User("3", "cor@acme.nl") with
        {
            FirstName = "Cor", Managers = [new UserReference("2", "bob@acme.nl"), new UserReference("1", "ann@acme.nl"), new UserReference("8", "gone@acme.nl")],
        };
        var check = await Story.Of(ann, bob, cor).CheckAsync("""
            Employee number | Managers
            1               | cor@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.circle");
        check.Issue("managers.circle").Message.Should().Contain("Ann Poe (1) → Cor Poe (3) → Ann Poe (1).");
    }

    [Fact]
    public async Task A_circle_of_stored_users_that_a_row_lengthens_by_nobody_is_left_alone()
    {
        var ann = Story.User("1", "ann@acme.nl") with { Managers = [new UserReference("2", "bob@acme.nl")] };
        var bob = Story.User("2", "bob@acme.nl") with { Managers = [new UserReference("1", "ann@acme.nl")] };
        var check = await Story.Of(ann, bob, Story.User("3", "cor@acme.nl")).CheckAsync("""
            Employee number | Email address | Managers                 | Prefix
            1               | ann@acme.nl   | bob@acme.nl, cor@acme.nl | van
            7               | 7@acme.nl     | ann@acme.nl              |
            """);

        check.Codes().Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_way_round_is_shown_by_its_first_and_last_persons()
    {
        var rows = Enumerable.Range(1, 15).Select(i => $"{i} | {i % 15 + 1}@acme.nl");
        var check = await Story.Of().CheckAsync("Employee number | First name | Managers\n" +
            string.Join('\n', rows.Select(row => row.Replace(" | ", " | P | ", StringComparison.Ordinal))));

        check.Issues.First(issue => issue.Code == "managers.circle").Message.Should().Be("These users would manage each other in a circle: " +
            string.Join(" → ", new[] { 1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 1 }.Select(i => $"P Poe ({i})")) + ".");
    }

    // Each user is managed by the next one and gives their address to somebody else; if that fails, the address means them again, and the
    // next one, who names it, stands in a circle. So every round rejects one row, and with it the next.
    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(60)]
    public async Task Circles_that_close_one_after_another_are_followed_for_fifty_rounds(int count)
    {
        var users = Enumerable.Range(0, count + 1).Select(i => Story.User($"{i}", $"a{i}@acme.nl") with { Managers = [new UserReference($"{i + 1}", $"a{i + 1}@acme.nl")] });
        var rows = Enumerable.Range(0, count + 1).SelectMany(i => new[] { $"{i} | b{i}@acme.nl | {(i == 0 ? "nobody" : $"a{i - 1}")}@acme.nl", $"N{i} | a{i}@acme.nl |" });

        var check = await Story.Of([.. users, Story.User($"{count + 1}", $"a{count + 1}@acme.nl")])
            .CheckAsync("Employee number | Email address | Managers\n" + string.Join('\n', rows));

        check.Rows.Rejected.Should().Be(2 * count + 2);
        check.RejectedRows.Count(row => row.Issues.Any(issue => issue.Code == "managers.circle")).Should().Be(Math.Min(50, count));
        check.RejectedRows.Where(row => row.Issues.Any(issue => issue.Code == "managers.entangled")).Select(row => row.Row)
            .Should().Equal(Enumerable.Range(51, Math.Max(0, count - 50)).Select(i => 2 * i + 2));
    }

    [Fact]
    public async Task A_circle_is_found_whose_links_neither_the_file_nor_the_first_lookup_names()
    {
        static UserRecord User(int i, int? manager) => Story.User($"{i}", $"{i}@acme.nl") with { Managers = manager is null ? [] : [new UserReference($"{manager}", $"{manager}@acme.nl")] };
        var check = await Story.Of(User(1, null), User(2, 1), User(3, 2), User(4, 3), User(5, 4)).CheckAsync("""
            Employee number | Managers
            1               | 5@acme.nl
            """);

        check.Codes().Should().Equal("2 managers.circle");
        check.Issue("managers.circle").Message.Should().ContainAll("(1) → ", "(5) → ", "(4) → ", "(3) → ", "(2) → ");
    }
}
