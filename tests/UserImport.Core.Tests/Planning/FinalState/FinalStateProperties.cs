using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Planning.FinalState;
using UserImport.Spreadsheets;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>
/// What holds for every small world. <c>USERIMPORT_WORLDS</c> is the number of worlds a property looks at; 500 without it,
/// 1,500 in a long run. With <c>USERIMPORT_FIRST_WORLDS</c> it looks at so many of the first worlds instead, the same ones in every run,
/// and makes none of them smaller: what mutation testing wants, where the answer is yes or no.
/// </summary>
public class FinalStateProperties
{
    private static readonly int Worlds = Number("USERIMPORT_WORLDS") ?? (LongRuns.AreWanted ? 1_500 : 500);
    private static readonly int? FirstWorlds = Number("USERIMPORT_FIRST_WORLDS");

    [Fact]
    public void Verdicts_codes_and_changes_are_those_of_the_reference_judge() => ForAll(SmallWorlds.MakeWithManagersGone, world =>
    {
        var check = Check(world);
        Comparison.Differences(world, check, world.Judge()).Should().BeEmpty();
    });

    [Fact]
    public void The_worlds_show_every_kind_of_trouble()
    {
        var seen = new HashSet<string>();
        for (var seed = 0; seed < 4_000; seed++)
            foreach (var verdict in SmallWorlds.Make(seed).Judge().Verdicts)
                seen.UnionWith([verdict.Fate.ToString(), .. verdict.Codes]);

        Enum.GetNames<Fate>().Except(seen).Should().BeEmpty();
        new[]
        {
            "employeeNumber.missing", "employeeNumber.zerosLost", "employeeNumber.ambiguous", "employeeNumber.duplicate", "employeeNumber.exists",
            "employeeNumber.unknown", "employeeNumber.invalid", "email.taken", "email.duplicate", "email.invalid", "company.unknown", "company.retired",
            "department.unknown", "department.retired", "department.otherCompany", "functions.unknown", "functions.retired", "functions.ambiguous",
            "functions.invalid", "language.retired", "teams.unknown", "active.invalid", "managers.unknown", "managers.rejected", "managers.ambiguous",
            "managers.self", "managers.circle", "managers.oldAddress", "managers.otherPerson", "sendInvitation.withheld", "user.locked", "row.duplicate",
            "teams.retired", "language.unknown", "firstName.isDate", "email.damaged", "company.errorValue", "sendInvitation.invalid",
        }.Except(seen).Should().BeEmpty();
    }

    [Fact]
    public void The_order_of_the_rows_changes_neither_verdicts_nor_changes() => ForAll(SmallWorlds.Make, world =>
    {
        var order = Enumerable.Range(0, world.File.Rows.Count).Reverse().ToArray();
        new Random(world.File.Rows.Count).Shuffle(order);
        var (one, other) = (Check(world), Check(world.InOrder(order)));
        Comparison.Fates(world.InOrder(order), other).Should().Equal(Comparison.Fates(world, one));
        Comparison.Changes(other).Should().Equal(Comparison.Changes(one));
    });

    [Fact]
    [Trait("Rule", "K1")]
    public void Rows_read_are_the_sum_of_the_kinds() => ForAll(SmallWorlds.Make, world =>
    {
        var rows = Check(world).Rows;
        rows.Read.Should().Be(world.File.Rows.Count);
        rows.Read.Should().Be(rows.Added + rows.Updated + rows.Unchanged + rows.Rejected + rows.Duplicates);
    });

    [Fact]
    [Trait("Rule", "K7")]
    public void Checking_again_after_applying_adds_and_changes_nothing() => ForAll(SmallWorlds.Make, world =>
    {
        if (Comparison.NamesOldAddress(world)) return;
        var applied = world with { Users = Comparison.Applied(world, Check(world)) };
        Check(applied).Changes.Changes.Where(change => change.Kind != ChangeKind.Invited).Should().BeEmpty();
    });

    [Fact]
    [Trait("Rule", "K7")]
    public void An_export_checked_unchanged_gives_no_change_and_no_problem() => ForAll(SmallWorlds.MakeToExport, world =>
    {
        foreach (var language in new[] { "en", "nl" })
        {
            var workbook = new MemoryStream();
            Importer(world).ExportAsync(world.Users.ToAsyncEnumerable(), workbook, CultureInfo.GetCultureInfo(language)).GetAwaiter().GetResult();
            workbook.Position = 0;
            var check = Importer(world).CheckAsync(workbook).GetAwaiter().GetResult();
            check.Issues.Should().BeEmpty();
            check.Changes.Changes.Should().BeEmpty();
            check.Rows.Unchanged.Should().Be(world.Users.Count);
        }
    });

    private static ImportCheck Check(SmallWorld world) =>
        Importer(world).CheckAsync(world.Workbook(), world.Request).GetAwaiter().GetResult();

    private static UserImporter Importer(SmallWorld world)
    {
        var users = new StoryUsers(SmallWorld.Structure, world.Users) { ReturnsMore = world.Users.Count % 2 == 1 };
        return Story.Services(users, world.Options).GetRequiredService<UserImporter>();
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void ForAll(Func<int, SmallWorld> make, Action<SmallWorld> holds)
    {
        if (FirstWorlds is { } first)
        {
            for (var seed = 0; seed < first; seed++) holds(make(seed));
            return;
        }

        var worlds = Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(make), world => world.Smaller());
        Prop.ForAll(worlds, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(Worlds).WithQuietOnSuccess(true));
    }
}
