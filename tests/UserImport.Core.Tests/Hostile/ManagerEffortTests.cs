using System.Globalization;
using UserImport.Planning;
using UserImport.Tests.Reference;

namespace UserImport.Tests.Hostile;

/// <summary>Rows that each name a hundred managers: what is said of them stays within what an honest file has wrong.</summary>
[Collection(nameof(Alone))]
public sealed class ManagerEffortTests
{
    private const int Rows = 600;
    private const int Managers = 100;
    private const int Said = Rows * 20 + 20_000;

    private static readonly string[] Headers = ["Employee number", "First name", "Last name", "Email address", "Company", "Department", "Language", "Managers"];

    [Fact]
    [Trait("Rule", "F4")]
    public async Task A_circle_of_many_managers_each_rejects_all_rows_and_tells_some_of_its_ways()
    {
        var check = await CheckAsync(Rows, row => Row(row, managers: Addresses(i => (row - 2 + i + 1) % Rows + 2)));

        check.RejectedRows.Should().HaveCount(Rows).And.OnlyContain(row => row.Issues.Count(issue => issue.Code == "managers.circle") >= 20);
        check.RejectedRows.Sum(row => row.Issues.Count).Should().Be(Said);
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task Of_many_old_addresses_some_are_told()
    {
        var check = await CheckAsync(Rows + Managers, row => row < Rows + 2
            ? Row(row, managers: Addresses(Manager))
            : Row(Manager(row - Rows - 2), email: Text($"new{row}@acme.nl")), [.. Enumerable.Range(0, Managers).Select(i => User(Manager(i)))]);

        (check.Rows.Added, check.Rows.Updated, Notices(check)).Should().Be((Rows, Managers, Said));
        check.Changes.Changes.Where(change => change.Kind is ChangeKind.Added).Should().OnlyContain(change => change.After.Managers.Count == Managers);
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task Of_many_managers_who_rotate_their_addresses_some_are_told()
    {
        UserRecord[] managers = [.. Enumerable.Range(0, Managers).Select(i => User(Manager(i)))];
        UserReference[] references = [.. managers.Select(manager => new UserReference(manager.EmployeeNumber, manager.Email))];
        var check = await CheckAsync(Rows + Managers, row => row < Rows + 2
            ? Row(row, managers: Addresses(Manager))
            : Row(Manager(row - Rows - 2), email: Address(Manager((row - Rows - 1) % Managers))),
            [.. managers, .. Enumerable.Range(2, Rows).Select(row => User(row) with { Managers = references })]);

        (check.Rows.Unchanged, check.Rows.Updated, check.Counts.Warnings).Should().Be((Rows, Managers, Said), "the same hundred have the same addresses among them");
    }

    [Fact]
    [Trait("Rule", "F3")]
    public async Task Whoever_names_an_address_that_many_rows_claim_is_told_the_first_of_those()
    {
        var check = await CheckAsync(Rows, row => row <= Rows / 2 ? Row(row, email: "same@acme.nl") : Row(row, managers: "same@acme.nl"));

        check.RejectedRows.Should().HaveCount(Rows);
        check.Issues.Where(issue => issue.Code == "managers.rejected").Should().HaveCount(Rows / 2 + 1).And.OnlyContain(issue => issue.Message.Contains("row 2"));
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(80, false)]
    [Trait("Rule", "K7")]
    public async Task A_suggestion_of_present_managers_is_given_as_long_as_one_can_read_it(int count, bool isGiven)
    {
        UserReference[] references = [.. Enumerable.Range(0, count).Select(i => new UserReference(Text($"M{i}"), Text($"{i:D4}@acme.nl")))];
        var check = await CheckAsync(1, row => Row(row, managers: Text($"nobody@acme.nl,{references[0].Email},other@acme.nl")), User(2) with { Managers = references });

        check.RejectedRows.Single().Issues.Should().HaveCount(2).And.OnlyContain(issue => issue.Code == "managers.unknown" &&
            issue.Suggestion == (isGiven ? string.Join(", ", references.Select(manager => manager.Email)) : null));
    }

    private static int Notices(ImportCheck check) => check.Counts.Notices - check.Issues.Count(issue => issue.Code == "columns.absent");

    private static Task<ImportCheck> CheckAsync(int rows, Func<int, string[]> cells, params UserRecord[] users) =>
        Upload.CheckAsync(Upload.Of(rows, Headers, cells), null, null, users);

    private static string[] Row(int row, string? email = null, string managers = "") =>
        [Text($"N{row}"), "Jan", "Poe", email ?? Address(row), "Acme", "Sales", "nl", managers];

    private static UserRecord User(int row) => Story.User(Text($"N{row}"), Address(row)) with { FirstName = "Jan" };

    private static string Addresses(Func<int, int> rowOf) => string.Join(',', Enumerable.Range(0, Managers).Select(i => Address(rowOf(i))));

    private static int Manager(int i) => 1_000_000 + i;

    private static string Address(int row) => Text($"{row}@acme.nl");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
