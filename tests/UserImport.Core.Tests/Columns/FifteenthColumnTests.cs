using Microsoft.Extensions.DependencyInjection;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Columns;

/// <summary>A fifteenth column is one entry in the table: every stage takes it from there.</summary>
public class FifteenthColumnTests
{
    private const string Key = "Sites";

    // A list of units, which is more than a host's own column can be; kept where a host's own values are.
    private static readonly NamesField Sites = new(
        new UserColumn(14, Key, ColumnKind.List, isRequired: false, 32_767, new Dictionary<string, string> { ["en"] = "Sites", ["nl"] = "Locaties" }),
        user => user.Custom.GetValueOrDefault(Key, "").Split('|', StringSplitOptions.RemoveEmptyEntries),
        (user, value) => user with { Custom = new Dictionary<string, string>(user.Custom) { [Key] = string.Join('|', value) } },
        structure => structure.Teams);

    private static Story Academy(params UserRecord[] users) => Story.Of(users).With(options => options.Fields = [.. UserFields.All, Sites]);

    private static UserRecord User(string number, params string[] sites) => Sites.With(Story.User(number), sites);

    [Fact]
    public async Task It_is_read_compared_and_planned()
    {
        var check = await Academy(User("1", "Red"), User("2", "Red", "Blue"), User("3", "Red")).CheckAsync("""
            Employee number | Locaties
            1               | blue, RED
            2               | Blue,Red
            3               |
            4               | Green, Yellow
            """);

        check.Codes().Should().BeEmpty();
        check.Changed().Should().Equal("2 Sites: Red -> Blue, Red", "4 Sites: Red -> ");
        check.Counts.Cleared[Key].Should().Be(1);
        Sites.Of(check.ChangeOf(5).After).Should().Equal("Green, Yellow");
        check.ChangeOf(5).Fields.Should().Contain(new FieldChange(Key, "", "\"Green, Yellow\""));
    }

    [Fact]
    public async Task Rows_that_differ_in_nothing_else_differ_in_it()
    {
        var check = await Academy().CheckAsync("""
            Employee number | Email address | Sites
            5               | 5@acme.nl     | Red
            5               | 5@acme.nl     | Blue
            6               | 6@acme.nl     | Red, Blue
            6               | 6@acme.nl     | Blue, Red
            """);

        check.Issues.Single(issue => issue is { Code: "employeeNumber.duplicate", Row: 2 }).Message.Should().Contain("Sites");
        check.Rows.Duplicates.Should().Be(1);
    }

    [Fact]
    public async Task It_is_exported_and_checked_unchanged_changes_nothing()
    {
        var story = Academy(User("1", "Red", "Green, Yellow"), User("2"));

        (await story.CheckAsync(await story.ExportAsync())).Rows.Should().Be(new RowCounts(2, 0, 0, 2, 0, 0));
    }

    [Fact]
    public async Task It_goes_through_the_document_is_applied_and_undone()
    {
        var story = Academy(User("1", "Red"));
        var check = await story.CheckAsync("""
            Employee number | Sites
            1               | Blue
            """);
        var kept = new MemoryStream();
        await check.WriteAsync(kept, TestContext.Current.CancellationToken);
        kept.Position = 0;
        var read = await ImportCheck.ReadAsync(kept, TestContext.Current.CancellationToken);
        read.Changes.Changes.Should().BeEquivalentTo(check.Changes.Changes);

        var result = await story.ApplyAsync(read);

        Sites.Of(story.Users["1"]).Should().Equal("Blue");
        await using var services = Story.Services(story.Users, story.Options);
        var undo = await services.GetRequiredService<UserImporter>().PlanUndoAsync(read.Changes, result, null, TestContext.Current.CancellationToken);
        undo.Changes.Should().ContainSingle().Which.Fields.Should().Equal(new FieldChange(Key, "Blue", "Red"));
        UserComparison.Differences(story.Users["1"], undo.Changes[0].After).Should().Equal(Key);
    }

    [Fact]
    public async Task It_stands_in_the_template_under_its_header()
    {
        var story = Academy(User("1", "Red"));
        await using var services = Story.Services(story.Users, story.Options);
        var template = new MemoryStream();

        await services.GetRequiredService<UserImporter>().WriteTemplateAsync(template, null, TestContext.Current.CancellationToken);

        var rows = Templates.Written.UsersSheet(Templates.Written.Open(template.ToArray())).Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>();
        Templates.Written.Texts(rows.First())[^1].Should().Be("Sites");
    }
}
