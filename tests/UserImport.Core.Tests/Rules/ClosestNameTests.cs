using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UserImport.Rules;

namespace UserImport.Tests.Rules;

[Trait("Rule", "M4")]
public class ClosestNameTests
{
    [Theory]
    [InlineData("Finanace", "Finance")]
    [InlineData("Fniance", "Finance")]
    [InlineData("Fiance", "Finance")]
    [InlineData("finänce", "Finance")]
    [InlineData("Fi nance", "Finance")]
    [InlineData("Finland", null)]
    [InlineData("Accounting", null)]
    [InlineData("Rad", "Red")]
    [InlineData("Rod", "Red")]
    [InlineData("Road", null)]
    [InlineData("Q", null)]
    public void A_name_is_close_if_at_most_a_third_of_its_letters_differ(string typed, string? meant) =>
        new ClosestName(["Finance", "Red"]).To(typed).Should().Be(meant);

    [Fact]
    public void The_closest_of_several_wins_and_of_equally_close_ones_the_first()
    {
        var closest = new ClosestName(["Team Rood", "Team Rode", "Team Rose", "Team Rosa"]);

        closest.To("Team Roze").Should().Be("Team Rode");
        closest.To("Team Ross").Should().Be("Team Rose");
        closest.To("team rosa").Should().Be("Team Rosa");
    }

    [Fact]
    public void The_closest_name_is_the_one_that_a_plain_search_finds()
    {
        var word = Gen.Elements('a', 'b', 'c', 'B', 'é', ' ').ArrayOf().Select(letters => new string(letters));
        var given = word.ListOf().SelectMany(names => word.Select(typed => (Names: names.ToList(), Typed: typed)));

        Prop.ForAll(Arb.From(given), one => new ClosestName(one.Names).To(one.Typed).Should().Be(PlainSearch(one.Names, one.Typed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Names_of_more_than_100_letters_are_not_searched(int letters, bool isFound)
    {
        var (name, typed) = (new string('a', letters), new string('a', letters - 1) + "b");

        new ClosestName([name]).To(typed).Should().Be(isFound ? name : null);
        new ClosestName([name]).To(typed[1..]).Should().Be(isFound ? name : null);
        new ClosestName([name[1..]]).To(typed).Should().Be(isFound ? name[1..] : null);
    }

    [Fact]
    public void All_searches_together_stop_at_a_fixed_effort_and_what_was_found_before_stays_known()
    {
        var many = Enumerable.Range(0, 20_001).Select(i => new string('a', 90) + i.ToString("D10", CultureInfo.InvariantCulture));
        var closest = new ClosestName(["Finance", .. many]);

        closest.To("Finanace").Should().Be("Finance");
        foreach (var letter in "bcd")
            closest.To(new string(letter, 100)).Should().BeNull("no name is close, and the search has looked at all of them");
        closest.To("Finanse").Should().BeNull("no effort is left");
        closest.To("Finanace").Should().Be("Finance");
    }

    private static string? PlainSearch(List<string> names, string typed)
    {
        var wanted = Letters(typed);
        var allowed = Math.Max(1, wanted.Length / 3);
        return names.Select(name => (Name: name, Distance: Distance(wanted, Letters(name))))
            .Where(one => one.Distance <= allowed).OrderBy(one => one.Distance).Select(one => one.Name).FirstOrDefault();
    }

    private static string Letters(string name) => name.Replace(" ", "", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)
        .Replace("\u0301", "", StringComparison.Ordinal).ToUpperInvariant();

    // The distance by its definition: insert, delete, replace a letter, or swap two neighbours.
    private static int Distance(string one, string other)
    {
        var distance = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }
                var replaced = distance[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
            }
        return distance[one.Length, other.Length];
    }
}
