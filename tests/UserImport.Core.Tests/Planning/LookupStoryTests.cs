using UserImport.Tests.Reference;

namespace UserImport.Tests.Planning;

/// <summary>What a check asks of the repository: a few questions a batch, never one a row.</summary>
public class LookupStoryTests
{
    private const int Rows = 100;

    [Fact]
    public async Task A_batch_takes_two_lookups()
    {
        var story = Story.Of(Users(Rows)).With(options => options.LookupBatchSize = 25);

        await story.CheckAsync("Employee number\n" + Lines(row => $"{row}"));

        story.Users.Lookups.Should().HaveCountLessThanOrEqualTo(2 * 4);
    }

    [Fact]
    public async Task A_batch_with_number_cells_that_match_nobody_takes_one_more()
    {
        var story = Story.Of(Users(Rows)).With(options => options.LookupBatchSize = 25);

        await story.CheckAsync("Employee number | Email address\n" + Lines(row => row <= 50 ? $"{row} | {row}@acme.nl" : $"{{number {row + 5000}}} | new{row}@acme.nl"));

        story.Users.Lookups.Should().HaveCountLessThanOrEqualTo((2 * 4) + 2);
        story.Users.Lookups.Where(lookup => lookup.By == "number").SelectMany(lookup => lookup.Keys).Should()
            .Contain(["5051", "05051", "000000000005051"]).And.NotContain(key => key.Length > 15);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("7.0")]
    [InlineData("0.7E1")]
    public async Task A_number_cell_whose_user_is_found_asks_for_nobody_else(string number)
    {
        var story = Story.Of(Users(Rows));

        var check = await story.CheckAsync($"Employee number | Email address | First name | Active\n{{number {number}}} | 7@acme.nl | Changed | x");

        check.Rows.Updated.Should().Be(1);
        story.Users.Lookups.Where(lookup => lookup.By == "number").SelectMany(lookup => lookup.Keys).Should().Equal("7");
    }

    [Theory]
    [InlineData("openpyxl")]
    [InlineData("LibreOffice")]
    public async Task Rows_that_another_program_saved_as_people_type_them_are_set_aside_and_ask_for_no_manager(string program)
    {
        UserReference[] managers = [Reference(1)];
        UserRecord[] users =
        [
            Story.User("1"), Story.User("7") with { CostCenter = "10", Managers = [.. managers, new("A5", "A5@acme.nl")] },
            Story.User("00012", "12@acme.nl") with { CostCenter = "20", Managers = managers }, Story.User("A5") with { Managers = managers },
        ];
        var typed = StoryWorkbook.Write(StorySheet.Complete(StorySheet.Parse("""
            Employee number      | Email address    | Cost center | Managers
            {number 7}           | 7@acme.nl        | {number 10} | a5@acme.nl,1@ACME.nl
            {number 12 as 00000} | 12@acme.nl\u0020 | {number 20} | 1@acme.nl
            \u0020A5             | A5@acme.nl       |             | 1@acme.nl, 1@acme.nl
            """), users)).ToArray();
        var story = Story.Of(users);

        var check = await story.CheckAsync(new MemoryStream(program is "openpyxl" ? OtherPrograms.SaveWithOpenpyxl(typed) : OtherPrograms.SaveWithLibreOffice(typed)));

        check.Rows.Unchanged.Should().Be(3);
        story.Users.Lookups.Should().ContainSingle().Which.By.Should().Be("number");
    }

    [Fact]
    public async Task Spellings_without_zeros_are_asked_for_in_the_same_call()
    {
        var story = Story.Of(Users(Rows));

        await story.CheckAsync("Employee number | Email address\n{number 700 as 00000} | a@acme.nl\n{number 0} | b@acme.nl");

        story.Users.Lookups.Should().HaveCount(3);
        story.Users.Lookups[1].Keys.Should().Contain(["700", "0700", "000700", "00"]).And.NotContain("00700").And.NotContain("0");
    }

    [Fact]
    public async Task The_managers_above_take_one_lookup_a_level_after_the_file()
    {
        const int levels = 6;
        var chain = Users(Rows + levels)
            .Select((user, at) => at < Rows - 1 ? user : at == Rows + levels - 1 ? user : user with { Managers = [Reference(at + 2)] }).ToArray();
        var story = Story.Of(chain);

        await story.CheckAsync("Employee number | Managers\n" + Lines(row => row < Rows ? $"{row} | {Rows}@acme.nl" : $"{row} |  {Rows + 1}@acme.nl"));

        story.Users.Lookups.Should().HaveCountLessThanOrEqualTo(2 + levels);
    }

    [Fact]
    public async Task Nobody_is_asked_for_twice_and_keys_are_canonical()
    {
        var story = Story.Of(Users(3)).With(options => options.LookupBatchSize = 1);

        await story.CheckAsync("""
            Employee number | Email address | Managers
            A1              | SAME@acme.nl  | 3@ACME.nl
            B2              | same@ACME.nl  | 3@acme.nl, 2@acme.nl
            """);

        var emails = story.Users.Lookups.Where(lookup => lookup.By == "email").SelectMany(lookup => lookup.Keys).ToList();
        emails.Should().OnlyHaveUniqueItems().And.BeEquivalentTo("same@acme.nl", "3@acme.nl", "2@acme.nl");
        story.Users.Lookups.Where(lookup => lookup.By == "number").SelectMany(lookup => lookup.Keys).Should().Contain(["a1", "b2"]);
    }

    private static UserRecord[] Users(int count) => Enumerable.Range(1, count).Select(number => Story.User($"{number}")).ToArray();

    private static UserReference Reference(int number) => new($"{number}", $"{number}@acme.nl");

    private static string Lines(Func<int, string> line) => string.Join('\n', Enumerable.Range(1, Rows).Select(line));
}
