using UserImport.Planning;

namespace UserImport.Tests.Changes;

[Trait("Rule", "P3")]
public class ChangeOrderTests
{
    private static readonly UserRecord A = Build.User("1"), B = Build.User("2"), C = Build.User("3");

    [Fact]
    public void Changes_that_need_nothing_stay_in_file_order()
    {
        var set = Drafts.Set(500, Drafts.Added(C), Drafts.Updated(B, B with { FirstName = "Bo" }), Drafts.Added(A));

        Numbers(set).Should().Equal("3", "2", "1");
        set.Changes.Should().OnlyContain(change => change.Needs.Count == 0 && change.Group == null);
    }

    [Fact]
    public void A_manager_who_is_added_comes_before_their_people()
    {
        var set = Drafts.Set(500, Drafts.Added(Build.User("1", null, "3")), Drafts.Added(B), Drafts.Added(C));

        Numbers(set).Should().Equal("3", "1", "2");
        set.Changes[1].Needs.Should().Equal(0);
        set.Changes[1].Group.Should().BeNull();
    }

    [Fact]
    public void A_manager_is_found_whatever_the_case_of_their_number()
    {
        var set = Drafts.Set(500, Drafts.Added(Build.User("1", null, "AB7")), Drafts.Added(Build.User("ab7")));

        Numbers(set).Should().Equal("ab7", "1");
    }

    [Fact]
    public void A_manager_whom_the_user_has_already_is_not_waited_for()
    {
        var before = Build.User("1", null, "2");

        var set = Drafts.Set(500, Drafts.Updated(before, before with { FirstName = "Bo" }), Drafts.Added(B));

        set.Changes[0].Needs.Should().BeEmpty();
    }

    [Fact]
    public void An_address_is_freed_before_it_is_taken()
    {
        var set = Drafts.Set(1,
            Drafts.Added(Build.User("9", A.Email.ToUpperInvariant())), Drafts.Updated(A, A with { Email = "new@example.nl" }));

        Numbers(set).Should().Equal("1", "9");
        set.Changes[1].Needs.Should().Equal(0);
        set.BatchSizes.Should().Equal(1, 1);
    }

    [Fact]
    public void An_address_that_two_users_share_is_free_when_both_have_left_it()
    {
        var twin = B with { Email = A.Email };

        var set = Drafts.Set(1, Drafts.Added(Build.User("9", A.Email)),
            Drafts.Updated(A, A with { Email = "a@example.nl" }), Drafts.Updated(twin, twin with { Email = "b@example.nl" }));

        Numbers(set).Should().Equal("1", "2", "9");
        set.Changes[2].Needs.Should().Equal(0, 1);
    }

    [Fact]
    public void A_swap_of_addresses_is_one_group_and_never_split()
    {
        var set = Drafts.Set(1,
            Drafts.Updated(A, A with { Email = B.Email }), Drafts.Added(C), Drafts.Updated(B, B with { Email = A.Email }));

        Numbers(set).Should().Equal("1", "2", "3");
        set.Changes[0].Group.Should().NotBeNull().And.Be(set.Changes[1].Group);
        set.Changes[0].Needs.Should().Equal(1);
        set.Changes[1].Needs.Should().Equal(0);
        set.Changes[2].Group.Should().BeNull();
        set.BatchSizes.Should().Equal(2, 1);
    }

    [Fact]
    public void A_group_that_does_not_fit_starts_the_next_batch()
    {
        var set = Drafts.Set(2,
            Drafts.Added(C), Drafts.Updated(A, A with { Email = B.Email }), Drafts.Updated(B, B with { Email = A.Email }));

        set.BatchSizes.Should().Equal(1, 2);
    }

    [Fact]
    public void Several_that_one_change_needs_stay_in_file_order_and_are_named_in_the_order_of_their_numbers()
    {
        var set = Drafts.Set(500, Drafts.Added(Build.User("9", null, "3", "2")), Drafts.Added(B), Drafts.Added(C));

        Numbers(set).Should().Equal("2", "3", "9");
        var turned = Drafts.Set(500, Drafts.Added(Build.User("9", null, "2", "3")), Drafts.Added(Build.User("2", null, "3")), Drafts.Added(C));

        Numbers(turned).Should().Equal("3", "2", "9");
        turned.Changes[2].Needs.Should().Equal(0, 1);
    }

    [Fact]
    public void Nobody_waits_for_themselves()
    {
        var set = Drafts.Set(500, Drafts.Added(Build.User("1", null, "1")));

        set.Changes[0].Needs.Should().BeEmpty();
        set.Changes[0].Group.Should().BeNull();
    }

    [Fact]
    public void A_change_of_case_takes_no_address_and_frees_none()
    {
        var twin = B with { Email = A.Email };

        var set = Drafts.Set(500, Drafts.Updated(A, A with { Email = A.Email.ToUpperInvariant() }), Drafts.Updated(twin, twin with { Email = "b@example.nl" }));
        var taken = Drafts.Set(500, Drafts.Added(Build.User("9", A.Email)), Drafts.Updated(A, A with { Email = A.Email.ToUpperInvariant() }));

        Numbers(set).Should().Equal("1", "2");
        Numbers(taken).Should().Equal("9", "1");
        set.Changes.Concat(taken.Changes).Should().OnlyContain(change => change.Needs.Count == 0);
    }

    [Fact]
    public void A_batch_holds_at_least_one_change()
    {
        var none = () => Drafts.Set(0, Drafts.Added(A));

        none.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("batchSize");
    }

    [Fact]
    public void A_chain_of_100000_managers_is_ordered_without_recursion()
    {
        var drafts = Enumerable.Range(0, 100_000).Select(i => Drafts.Added(new UserRecord
        {
            EmployeeNumber = $"{i}", Email = $"{i}@example.nl",
            Managers = i == 99_999 ? [] : [new($"{i + 1}", "")],
        })).ToArray();

        var set = Drafts.Set(500, drafts);

        set.Changes[0].After.EmployeeNumber.Should().Be("99999");
        set.Changes.Skip(1).Should().OnlyContain(change => change.Needs[0] == change.Number - 1);
    }

    private static IEnumerable<string> Numbers(ChangeSet set)
    {
        set.Changes.Select(change => change.Number).Should().Equal(Enumerable.Range(0, set.Changes.Count));
        return set.Changes.Select(change => change.After.EmployeeNumber);
    }
}
