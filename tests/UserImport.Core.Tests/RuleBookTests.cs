using System.Reflection;
using System.Text.RegularExpressions;

namespace UserImport.Tests;

public partial class RuleBookTests
{
    [Fact]
    public void Every_rule_of_the_book_has_a_test_that_names_it() =>
        RuleBook.Rules.Keys.Except(NamedRules()).Should().BeEmpty("each of these rules needs a test with [Trait(\"Rule\", …)]");

    [Fact]
    public void No_test_names_a_rule_that_the_book_does_not_have() =>
        NamedRules().Except(RuleBook.Rules.Keys).Should().BeEmpty();

    [Fact]
    public void The_administrators_guide_has_every_rule_in_the_same_words()
    {
        var guide = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "administrators-guide.md"));

        guide.Where(line => GuideRow().IsMatch(line)).Should().Equal(RuleBook.Rules.Select(rule => $"| {rule.Key} | {rule.Value} |"));
    }

    [GeneratedRegex(@"^\| [A-Z]\d \|")]
    private static partial Regex GuideRow();

    private static HashSet<string> NamedRules() =>
        typeof(RuleBookTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Cast<MemberInfo>().Prepend(type))
            .SelectMany(member => member.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Rule")
            .Select(trait => trait.Value)
            .ToHashSet();
}
