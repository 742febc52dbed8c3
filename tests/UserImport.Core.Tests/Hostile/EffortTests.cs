using System.Globalization;
using UserImport.Columns;
using UserImport.Lists;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Spreadsheets.Packaging;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>
/// Files that are honest in form and large where a careless reader takes quadratic time or multiplies memory. The watchdog is generous:
/// what is quadratic misses it by far.
/// </summary>
[Collection(nameof(Alone))]
public sealed class EffortTests
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(60);
    private static readonly string[] Headers = ["Employee number", "First name", "Last name", "Email address", "Company", "Department", "Language", "Teams", "Managers"];

    private static readonly string[] AllHeaders = [.. Headers, "Functions", "Prefix", "Cost center"];

    private static readonly OrgStructure Large = new()
    {
        Companies = [new("Acme")],
        Departments = [.. Enumerable.Range(0, 10_000).Select(i => new OrgDepartment(Text($"Department of matter {i * 7919 % 10_000:D5}"), "Acme"))],
        Teams = [.. Enumerable.Range(0, 10_000).Select(i => new OrgUnit(Text($"Team {i:D5}"))), new(string.Join(',', Enumerable.Repeat("a", 120)))],
        Functions = [new("Controller")],
        Languages = [new("nl")],
    };

    [Fact]
    public async Task Distinct_unknown_names_beside_ten_thousand_units_cost_a_bounded_search()
    {
        var check = await CheckAsync(20_000, row => Row(row, department: Text($"Departement von Materie {row * 31 % 99_991}")));

        check.Rows.Rejected.Should().Be(20_000);
        check.Groups.Where(group => group.Code == "department.unknown").Sum(group => group.Rows).Should().BeLessThanOrEqualTo(20_000);
    }

    [Theory]
    [InlineData(",")]
    [InlineData("a,")]
    [InlineData("a,b,")]
    [InlineData("\"a\",")]
    public async Task List_cells_full_of_commas_are_read_in_a_time_that_grows_with_their_length(string unit)
    {
        var cell = string.Concat(Enumerable.Repeat(unit, 32_767 / unit.Length));

        var check = await CheckAsync(50, row => Row(row, teams: "#0", managers: "#0"), $"<t>{cell}</t>");

        check.Rows.Rejected.Should().Be(unit == "," ? 0 : 50);
    }

    [Fact]
    public async Task A_cell_with_very_many_unknown_names_reports_a_bounded_number_of_them()
    {
        var cell = string.Join(',', Enumerable.Range(0, 5_400).Select(i => Text($"x{i:D4}")));

        var check = await CheckAsync(400, row => Row(row, teams: "#0", managers: "#0"), $"<t>{cell}</t>");

        check.RejectedRows.Should().HaveCount(400).And.OnlyContain(row => row.Issues.Count >= 20);
        check.RejectedRows.Sum(row => row.Issues.Count).Should().BeInRange(20_000, 400 * 2 * 20 + 20_000);
    }

    [Fact]
    public async Task Of_a_long_list_every_wrong_entry_is_told_and_every_cause_has_all_its_rows()
    {
        const int Names = 60;
        var cell = string.Join(',', Enumerable.Range(0, Names).Select(i => Text($"x{i:D4}")));

        var check = await CheckAsync(100, row => Row(row, teams: cell));

        check.RejectedRows.Should().HaveCount(100).And.OnlyContain(row => row.Issues.Count(issue => issue.Code == "teams.unknown") == Names);
        check.Groups.Where(group => group.Code == "teams.unknown").Should().HaveCount(Names).And.OnlyContain(group => group.Rows == 100);
    }

    [Fact]
    public async Task A_shared_string_that_fills_every_cell_is_kept_once_and_refused_where_the_text_exceeds_its_limit()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var limited = await Upload.CheckAsync(Upload.Of(300, AllHeaders, _ => ["#0", "#0", "#0", "#0", "#0", "#0", "#0"], $"<t>{new string('k', 32_767)}</t>"),
            options => options.Limits.TextBytes = 64 << 20);
        limited.Refusal!.Message.Should().Contain("TextBytes");
        var check = await CheckAsync(800, _ => ["#0", "#0", "#0", "#0", "#0", "#0", "#0", "", "", "", "#0", "#0"], $"<t>{new string('k', 32_767)}</t>");

        check.Rows.Rejected.Should().Be(1, "identical rows count once");
        check.Rows.Duplicates.Should().Be(799);
        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(64 << 20, "thousands of cells hold one text");
        GC.KeepAlive(check);
    }

    [Fact]
    public async Task One_huge_circle_of_managers_is_found_as_one()
    {
        const int Count = 5_000;
        var check = await CheckAsync(Count, row => Row(row, managers: Text($"{(row == Count + 1 ? 2 : row + 1)}@acme.nl")));

        check.Rows.Rejected.Should().Be(Count);
        check.RejectedRows.Should().OnlyContain(row => row.Issues.Any(issue => issue.Code == "managers.circle" && issue.Message.Length < 4_000));
    }

    [Fact]
    public async Task A_chain_of_managers_that_all_fall_with_the_first_falls()
    {
        const int Count = 5_000;
        var check = await CheckAsync(Count, row => Row(row, department: row == Count + 1 ? "Nowhere" : "Department of matter 00000", managers: row == Count + 1 ? "" : Text($"{row + 1}@acme.nl")));

        check.Rows.Rejected.Should().Be(Count);
    }

    [Fact]
    public async Task Identical_rows_and_rows_that_clash_are_told_without_comparing_each_with_each()
    {
        var identical = await CheckAsync(10_000, _ => Row(1));
        (identical.Rows.Added, identical.Rows.Duplicates).Should().Be((1, 9_999));

        var clashing = await CheckAsync(10_000, row => [.. Row(1)[..1], Text($"Jan {row}"), .. Row(1)[2..]]);
        clashing.Rows.Rejected.Should().Be(10_000);
        clashing.RejectedRows.Should().OnlyContain(row => row.Issues.All(issue => issue.Message.Length < 1_000));
    }

    [Fact]
    public async Task Texts_of_nothing_but_combining_marks_are_taken_as_they_are()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0316", 16_000));

        var check = await CheckAsync(300, row => [.. Row(row)[..1], Text($"{row}a{marks}"), .. Row(row)[2..]]);

        check.RejectedRows.Should().HaveCount(300).And.OnlyContain(row => row.Issues.Single().Code == "firstName.tooLong");
        CellText.Clean("e\u0301" + new string('\u0316', 29)).Should().StartWith("\u00E9\u0316", "as many marks as a language needs are brought into order");
        CellText.Clean("e\u0301" + new string('\u0316', 30)).Should().StartWith("e\u0301\u0316");
    }

    [Fact]
    public async Task Long_texts_where_headers_are_looked_for_are_no_headers()
    {
        var row = "<row>" + string.Concat(Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 256)) + "</row>";
        var book = UsersSheet.Good().Set(UsersSheet.Strings, $"<sst xmlns=\"{RawWorkbook.Main}\"><si><t>{new string('\uFDFA', 32_767)}</t></si></sst>");
        Task<ImportCheck> CheckAsync(int sheets, int rows) => Task.Run(() => Upload.CheckAsync(BehindSheets(book, sheets,
            $"<worksheet xmlns=\"{RawWorkbook.Main}\"><sheetData>{string.Concat(Enumerable.Repeat(row, rows))}</sheetData></worksheet>"))).WaitAsync(Watchdog, TestContext.Current.CancellationToken);

        (await CheckAsync(sheets: 1, rows: 2)).Rows.Read.Should().Be(3);
        (await CheckAsync(sheets: 40, rows: 20)).Refusal!.Code.Should().Be("workbook.noHeaders", "a search for headers ends somewhere");
    }

    [Fact]
    public async Task Sheets_are_looked_through_as_far_as_a_quarter_of_what_one_may_be_unpacked()
    {
        var sheet = $"<worksheet xmlns=\"{RawWorkbook.Main}\"><sheetData>{new string(' ', 200_000)}</sheetData></worksheet>";
        Task<ImportCheck> CheckAsync(int sheets) => Upload.CheckAsync(BehindSheets(UsersSheet.Good(), sheets, sheet), options => (options.Limits.SheetBytes, options.Limits.SharedStringBytes) = (2 << 20, 1_000));

        (await CheckAsync(2)).Refusal.Should().BeNull();
        (await CheckAsync(3)).Refusal!.Code.Should().Be("workbook.noHeaders");
    }

    [Fact]
    public void Of_distinct_long_lists_few_are_kept_in_pieces()
    {
        var texts = new LongTexts();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 200; i++) texts.Split(Text($"{i},") + string.Concat(Enumerable.Repeat("b,", 16_000)))!.Count.Should().Be(16_001);

        (GC.GetTotalMemory(forceFullCollection: true) - before).Should().BeLessThan(64 << 20, "a list takes a megabyte");
        GC.KeepAlive(texts);
    }

    [Fact]
    public async Task Managers_with_endless_domains_are_nobody()
    {
        var domain = string.Concat(Enumerable.Range(0, 16_000).Select(i => (char)('\u4E00' + i)));

        var check = await CheckAsync(200, row => Row(row, managers: Text($"{row}@{domain}")));

        check.RejectedRows.Should().HaveCount(200).And.OnlyContain(row => row.Issues.Single().Code == "managers.unknown");
    }

    private static byte[] BehindSheets(RawWorkbook book, int sheets, string sheet) => book.Set("xl/worksheets/other.xml", sheet)
        .Change(UsersSheet.Book, "<sheets>", "<sheets>" + string.Concat(Enumerable.Range(0, sheets).Select(i => Text($"<sheet name=\"S{i}\" sheetId=\"{i + 8}\" r:id=\"rId8\"/>"))))
        .Change(UsersSheet.BookRelations, "</Relationships>", $"<Relationship Id=\"rId8\" Type=\"{RawWorkbook.Relations}/worksheet\" Target=\"worksheets/other.xml\"/></Relationships>").ToArray();

    private static Task<ImportCheck> CheckAsync(int rows, Func<int, string[]> cells, params string[] sharedStrings) => Task.Run(() =>
        Upload.CheckAsync(Upload.Of(rows, AllHeaders, cells, sharedStrings), null, Large)).WaitAsync(Watchdog, TestContext.Current.CancellationToken);

    private static string[] Row(int row, string department = "Department of matter 00000", string teams = "", string managers = "") =>
        [Text($"N{row}"), "Jan", "Poe", Text($"{row}@acme.nl"), "Acme", department, "nl", teams, managers];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
