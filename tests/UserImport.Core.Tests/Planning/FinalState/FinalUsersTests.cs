using UserImport.Planning.FinalState;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.FinalState;

/// <summary>Addresses that several users share today.</summary>
[Trait("Rule", "F2")]
public class FinalStateTests
{
    [Theory]
    [InlineData("3", null)]
    [InlineData("8", "5 email.taken")]
    public async Task An_address_that_three_share_is_free_when_all_have_left_it(string leaving, string? code)
    {
        var story = Story.Of(Story.User("1", "shared@acme.nl"), Story.User("2", "shared@acme.nl"), Story.User("3", "shared@acme.nl"));
        var check = await story.CheckAsync($"""
            Employee number | Email address
            1               | one@acme.nl
            2               | two@acme.nl
            {leaving}       | three@acme.nl
            7               | shared@acme.nl
            """);

        check.Codes().Should().Equal(code is null ? [] : [code]);
    }
}
