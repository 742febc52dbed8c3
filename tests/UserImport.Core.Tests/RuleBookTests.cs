using System.Reflection;

namespace UserImport.Tests;

public class RuleBookTests
{
    [Fact]
    public void Every_rule_of_the_book_has_a_test_that_names_it() =>
        RuleBook.Rules.Keys.Except(NamedRules()).Should().BeEmpty("each of these rules needs a test with [Trait(\"Rule\", …)]");

    [Fact]
    public void No_test_names_a_rule_that_the_book_does_not_have() =>
        NamedRules().Where(rule => rule[0] != 'P').Except(RuleBook.Rules.Keys).Should().BeEmpty();

    private static HashSet<string> NamedRules() =>
        typeof(RuleBookTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Cast<MemberInfo>().Prepend(type))
            .SelectMany(member => member.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Rule")
            .Select(trait => trait.Value)
            .ToHashSet();
}
