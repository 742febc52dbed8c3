using System.Globalization;
using Microsoft.Extensions.Options;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;
using UserImport.Tests.Hostile;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Planning;

/// <summary>A check that is about to keep much of a file makes sure first that the file is not refused.</summary>
public class WholeFileTests
{
    private const int Rows = 12_000;

    private static readonly string[] Headers = ["Employee number", "First name", "Last name", "Email address", "Company", "Department", "Language"];

    [Fact]
    public async Task A_file_of_new_users_that_ends_damaged_is_refused_before_most_of_them_are_looked_up()
    {
        var (check, users, _) = await CheckAsync(Damaged(Sheet(Rows)));

        check.Refusal!.Code.Should().Be("workbook.damaged");
        users.Lookups.Where(lookup => lookup.By == "number").Sum(lookup => lookup.Keys.Count).Should().BeInRange(1, 4_000);
    }

    [Fact]
    public async Task Rows_beyond_the_limit_are_counted_before_most_of_them_are_looked_up()
    {
        var (check, users, _) = await CheckAsync(Sheet(Rows), configure: options => options.Limits.Rows = Rows - 1);

        check.Refusal!.Message.Should().Contain(nameof(ImportLimits.Rows)).And.Contain(Text(Rows));
        users.Lookups.Where(lookup => lookup.By == "number").Sum(lookup => lookup.Keys.Count).Should().BeInRange(1, 4_000);
    }

    [Fact]
    public async Task Text_beyond_the_limit_is_counted_before_most_rows_are_looked_up()
    {
        var (check, users, _) = await CheckAsync(Sheet(Rows), configure: options => options.Limits.TextBytes = 300_000);

        check.Refusal!.Message.Should().Contain(nameof(ImportLimits.TextBytes));
        users.Lookups.Where(lookup => lookup.By == "number").Sum(lookup => lookup.Keys.Count).Should().BeInRange(1, 4_000);
    }

    [Fact]
    public async Task Long_texts_that_are_kept_count_as_many_rows()
    {
        var (check, users, _) = await CheckAsync(Damaged(Sheet(Rows, new string('a', 900))));

        check.Refusal!.Code.Should().Be("workbook.damaged");
        users.Lookups.Where(lookup => lookup.By == "number").Sum(lookup => lookup.Keys.Count).Should().BeInRange(1, 2_000);
    }

    [Fact]
    public async Task Very_long_texts_are_not_excused_by_rows_of_which_nothing_is_kept()
    {
        const int Long = 250;
        var text = new string('a', 32_700);
        var rows = string.Concat(Enumerable.Range(2, Rows).Select(row => UsersSheet.Texts(row, User(row))).Concat(
            Enumerable.Range(Rows + 2, Long).Select(row => UsersSheet.Texts(row, Text(row), text + row, text + row, $"{row}@acme.nl", text + row, "Sales", "nl"))));
        UserRecord[] stored = [.. Enumerable.Range(2, Rows).Select(row => Story.User(Text(row)))];

        var (check, users, _) = await CheckAsync(Damaged(RawWorkbook.Of(UsersSheet.Texts(1, Headers) + rows)), stored);

        check.Refusal!.Code.Should().Be("workbook.damaged");
        users.Lookups.Where(lookup => lookup.By == "number").SelectMany(lookup => lookup.Keys).Should().Contain(Text(Rows + 2)).And.NotContain(Text(Rows + Long + 1));
    }

    [Fact]
    public async Task A_whole_file_of_new_users_is_read_twice_and_each_row_judged_once()
    {
        var (check, users, meter) = await CheckAsync(Sheet(Rows));

        check.Rows.Should().BeEquivalentTo(new { Read = Rows, Added = Rows });
        check.Changes.Changes.Select(change => change.Row).Should().Equal(Enumerable.Range(2, Rows));
        users.Lookups.Where(lookup => lookup.By == "number").SelectMany(lookup => lookup.Keys).Should().OnlyHaveUniqueItems().And.HaveCount(Rows);
        (meter.InflatedBytes / (double)SheetBytes(Sheet(Rows))).Should().BeInRange(1.9, 2.3);
    }

    [Fact]
    public async Task A_file_of_which_little_is_kept_is_read_once()
    {
        UserRecord[] stored = [.. Enumerable.Range(2, Rows).Where(row => row % 10 > 0).Select(row => Story.User(Text(row)))];

        var (check, _, meter) = await CheckAsync(Sheet(Rows), stored);

        check.Rows.Read.Should().Be(Rows);
        check.Rows.Added.Should().Be(Rows / 10);
        (meter.InflatedBytes / (double)SheetBytes(Sheet(Rows))).Should().BeInRange(1, 1.3);
    }

    [Theory]
    [InlineData("Sales", "Nederlands", 1)]
    [InlineData("SALES", "Nederlands", 2)]
    [InlineData("Sales", "nl", 2)]
    public async Task Rows_on_which_another_has_a_bearing_are_read_again_only_if_no_export_spells_them_so(string department, string language, int times)
    {
        const int Few = 3_000;
        var boss = Story.User("1") with { Email = "old@acme.nl" };
        string[] headers = [.. Headers, "Cost center", "Managers"];
        var sheet = RawWorkbook.Of(UsersSheet.Texts(1, headers) + UsersSheet.Texts(2, [.. User(1), "", ""]) + string.Concat(
            Enumerable.Range(3, Few).Select(row => UsersSheet.Texts(row, [.. User(row)[..5], department, language, row % 9 == 0 ? "20" : "10", "old@acme.nl"]))));
        var stored = Enumerable.Range(3, Few).Select(row => Story.User(Text(row)) with { CostCenter = "10", Managers = [new UserReference("1", "old@acme.nl")] });

        var (check, _, meter) = await CheckAsync(sheet, [boss, .. stored]);

        check.Rows.Should().BeEquivalentTo(new { Read = Few + 1, Updated = 1 + Few / 9, Rejected = 0 });
        check.Counts.Notices.Should().BeGreaterThanOrEqualTo(Few, "all of them name their manager by the address that changes hands");
        (meter.InflatedBytes / (double)SheetBytes(sheet)).Should().BeInRange(times - 0.1, times + 0.3);
    }

    private static RawWorkbook Sheet(int rows, string first = "Sam") => RawWorkbook.Of(UsersSheet.Texts(1, Headers) + string.Concat(
        Enumerable.Range(2, rows).Select(row => UsersSheet.Texts(row, User(row, first)))));

    private static string[] User(int row, string first = "Sam") => [Text(row), first, "Poe", $"{row}@acme.nl", "Acme", "Sales", "nl"];

    private static RawWorkbook Damaged(RawWorkbook book) => book.Change(UsersSheet.Sheet, "</worksheet>", "</worksheep>");

    private static int SheetBytes(RawWorkbook book) => book.Get(UsersSheet.Sheet).Length;

    private static async Task<(ImportCheck Check, StoryUsers Users, ReadingMeter Meter)> CheckAsync(RawWorkbook book, UserRecord[]? stored = null,
        Action<UserImportOptions>? configure = null)
    {
        var users = new StoryUsers(Story.Structure, stored ?? []);
        var meter = new ReadingMeter();
        var options = Options.Create(new UserImportOptions());
        configure?.Invoke(options.Value);
        var cancellation = TestContext.Current.CancellationToken;
        using var sheet = await new RowParser(options) { Meter = meter }.ParseAsync(new MemoryStream(book.ToArray()), cancellationToken: cancellation);
        var check = await new ChangeSetPlanner(users, users, new RuleEngine(options, []), options, TimeProvider.System).PlanAsync(sheet, cancellationToken: cancellation);
        return (check, users, meter);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
