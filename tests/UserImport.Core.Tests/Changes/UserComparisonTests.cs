using UserImport.Changes;
using UserImport.Planning;

namespace UserImport.Tests.Changes;

/// <summary>The host's own columns among the fourteen, wherever two states of a user are held against each other (C6).</summary>
[Trait("Rule", "C6")]
public class UserComparisonTests
{
    private static readonly UserRecord Ann = Build.User("1") with { Custom = Values(("Badge", "B1"), ("Shift", "night")) };

    [Fact]
    public void A_value_that_is_new_other_or_gone_is_a_difference_and_one_with_spaces_around_it_is_none()
    {
        UserComparison.Differences(Ann, Ann with { Custom = Values(("Shift", " night\u00A0"), ("Badge", "B1")) }).Should().BeEmpty();
        UserComparison.Differences(Ann, Ann with { Custom = Values(("Badge", "B2"), ("Shift", "night")) }).Should().Equal("Badge");
        UserComparison.Differences(Ann, Ann with { Custom = Values(("Shift", "night")) }).Should().Equal("Badge");
        UserComparison.Differences(Ann, Ann with { LastName = "Roe", Custom = Values(("Badge", "B1"), ("Shift", "night"), ("Locker", "7")) })
            .Should().Equal("LastName", "Locker");
        UserComparison.Differences(Ann with { Custom = Values() }, Ann with { Custom = Values(("Locker", "")) }).Should().BeEmpty("a blank value is none");
    }

    [Fact]
    public void A_user_still_stands_if_nothing_that_was_seen_or_planned_is_another()
    {
        var planned = Ann with { Custom = Values(("Badge", "B2"), ("Shift", "night"), ("Locker", "7")) };

        UserComparison.StillStands(Ann, planned, Ann with { Version = "9" }).Should().BeTrue();
        UserComparison.StillStands(Ann, planned, Ann with { Custom = Values(("Badge", "B1"), ("Shift", "night"), ("Remark", "x")) }).Should().BeTrue("nobody saw it");
        UserComparison.StillStands(Ann, planned, Ann with { Custom = Values(("Badge", "B1"), ("Shift", "day")) }).Should().BeFalse();
        UserComparison.StillStands(Ann, planned, Ann with { Custom = Values(("Badge", "B1"), ("Shift", "night"), ("Locker", "8")) }).Should().BeFalse("it would be overwritten");
        UserComparison.StillStands(Ann, planned, Ann with { FirstName = "Anna" }).Should().BeFalse();
    }

    [Fact]
    public void Columns_agree_and_are_taken_one_by_one()
    {
        var other = Ann with { CostCenter = "9", Custom = Values(("Badge", "B2")) };

        UserComparison.AgreeIn(["FirstName", "Shift"], Ann, other).Should().BeFalse();
        UserComparison.AgreeIn(["FirstName", "Locker"], Ann, other).Should().BeTrue();
        UserComparison.AgreeIn(["CostCenter"], Ann, other).Should().BeFalse();
        UserComparison.With(Ann, ["CostCenter"], other).Should().BeEquivalentTo(Ann with { CostCenter = "9" });
        UserComparison.With(Ann, ["Badge", "Shift"], other).Custom.Should().Equal(Values(("Badge", "B2"), ("Shift", "")));
        Ann.Custom.Should().Equal(Values(("Badge", "B1"), ("Shift", "night")), "the user that was given stays as it is");
        UserComparison.AllColumns(Ann).Should().Contain(["EmployeeNumber", "Managers", "Badge", "Shift"]).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task The_shape_of_a_change_gives_own_values_back_as_they_were()
    {
        foreach (var after in new[] { Ann, Ann with { Custom = Values(("Badge", "B1"), ("Shift", "day")) }, Ann with { Custom = Values(("Badge", "B1"), ("Other", "night")) }, Ann with { Custom = Values() } })
        {
            var set = Drafts.Set(500, Drafts.Updated(Ann, after with { LastName = "Roe" }));
            using var stream = new MemoryStream();
            await set.WriteAsync(stream, TestContext.Current.CancellationToken);
            stream.Position = 0;

            var read = await ChangeSet.ReadAsync(stream, TestContext.Current.CancellationToken);

            read.Changes.Single().After.Custom.Should().Equal(after.Custom);
            read.Changes.Single().Before!.Custom.Should().Equal(Ann.Custom);
        }
    }

    private static Dictionary<string, string> Values(params (string Key, string Value)[] values) => values.ToDictionary(one => one.Key, one => one.Value);
}
