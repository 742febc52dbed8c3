using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning.Differences;

/// <summary>The fields of new users are made when somebody asks: whenever, as often and from as many threads as they like.</summary>
[Trait("Rule", "K2")]
public class AddedFieldsTests
{
    [Fact]
    public async Task Threads_that_look_at_new_users_at_once_see_what_one_alone_sees()
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(i => $"\n{i} | Sam{i} | {i}@acme.nl | {(i % 2 == 0 ? "Controller" : "Director, Controller")} | {(i == 1 ? "" : $"{i - 1}@acme.nl")}"));
        var check = await Story.Of().CheckAsync("Employee number | First name | Email address | Functions | Managers" + rows);
        check.Rows.Added.Should().Be(200);
        var alone = check.Changes.Changes.Select(Say).ToList();

        var together = new string[16][];
        Parallel.For(0, together.Length, i => together[i] = [.. check.Changes.Changes.Select(Say)]);

        together.Should().AllSatisfy(seen => seen.Should().Equal(alone));
        alone[1].Should().Contain("Functions: Controller").And.Contain("Managers: 1@acme.nl").And.NotContain("Prefix");
    }

    [Fact]
    public async Task They_can_be_counted_and_taken_one_by_one()
    {
        var check = await Story.Of().CheckAsync("""
            Employee number | First name | Email address
            7               | Sam        | 7@acme.nl
            """);

        var fields = check.Changes.Changes.Should().ContainSingle().Which.Fields;

        fields.Should().HaveCount(fields.Count).And.OnlyContain(field => field.Old == "" && field.New != "");
        Enumerable.Range(0, fields.Count).Select(i => fields[i]).Should().Equal(fields);
        fields[0].Should().Be(new FieldChange("EmployeeNumber", "", "7"));
    }

    private static string Say(UserChange change) => string.Join("; ", change.Fields.Select(field => $"{field.Column}: {field.New}"));
}
