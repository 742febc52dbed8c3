using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Applying;
using UserImport.Changes;
using UserImport.Planning;
using UserImport.Spreadsheets;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Applying;

/// <summary>What a check plans, applying does: over small worlds full of collisions, through the importer that a host calls.</summary>
public class PlannedChangesProperties
{
    [Fact]
    [Trait("Rule", "P1")]
    public void Whatever_the_check_shows_is_written_column_by_column_and_nothing_else() => ForAll((world, users, importer) =>
    {
        var check = importer.CheckAsync(world.Workbook(), world.Request).GetAwaiter().GetResult();
        foreach (var change in check.Changes.Changes.Where(change => change.Kind == ChangeKind.Updated))
            UserComparison.Differences(change.Before!, change.After).Should().BeEquivalentTo(change.Fields.Select(field => field.Column));

        var result = importer.ApplyAsync(check.Changes, check.Changes.Fingerprint).GetAwaiter().GetResult();

        result.Outcomes.All(outcome => outcome.Kind == ChangeOutcomeKind.Applied).Should().BeTrue();
        foreach (var change in check.Changes.Changes)
            UserComparison.Differences(change.After, users[change.After.EmployeeNumber]).Should().BeEmpty();
    });

    [Fact]
    [Trait("Rule", "P8")]
    public void An_undo_of_what_a_check_planned_is_applied_in_full() => ForAll((world, users, importer) =>
    {
        var before = users.All;
        var check = importer.CheckAsync(world.Workbook(), world.Request).GetAwaiter().GetResult();
        var result = importer.ApplyAsync(check.Changes, check.Changes.Fingerprint).GetAwaiter().GetResult();

        var undo = importer.PlanUndoAsync(check.Changes, result).GetAwaiter().GetResult();
        var undone = importer.ApplyAsync(undo).GetAwaiter().GetResult();

        undone.Outcomes.All(outcome => outcome.Kind == ChangeOutcomeKind.Applied).Should().BeTrue();
        var kept = undo.NotUndone.Where(entry => entry.Code == "undo.emailInUse").SelectMany(entry => entry.EmployeeNumbers).ToHashSet();
        foreach (var user in before)
            UserComparison.Differences(user, users[user.EmployeeNumber]).Should().Equal(kept.Contains(user.EmployeeNumber) ? ["Email"] : []);
    });

    private static void ForAll(Action<SmallWorld, StoryUsers, UserImporter> holds)
    {
        var worlds = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(SmallWorlds.Make), world => world.Smaller());
        Prop.ForAll(worlds, world =>
        {
            // A database with foreign keys holds no reference to a manager who is gone.
            var numbers = world.Users.Select(user => user.EmployeeNumber).ToHashSet();
            var stored = world.Users.Select(user => user with { Managers = [.. user.Managers.Where(manager => numbers.Contains(manager.EmployeeNumber))] });
            var users = new StoryUsers(SmallWorld.Structure, stored);
            holds(world, users, Story.Services(users, world.Options).GetRequiredService<UserImporter>());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true));
    }
}
