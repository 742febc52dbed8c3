using System.Globalization;
using UserImport.Planning;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>Every bad input by name (section 8 of the rule book, R4), with every reader.</summary>
public sealed class BadInputTests
{
    // Far beyond the 2 s that a refusal may take: this finds what hangs, a benchmark finds what is slow.
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(60);

    private static readonly BadInput[] All =
    [
        .. ContainerInputs.All, .. PackageInputs.All, .. XmlInputs.All, .. GeometryInputs.All, .. CellInputs.All, .. NumberInputs.All,
        .. UnicodeInputs.All, .. FileTypeInputs.All,
    ];

    public static TheoryData<string> Names => [.. All.Select(input => input.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_file_is_refused_or_read_without_its_bad_cells(string name)
    {
        var input = All.Single(one => one.Name == name);
        var file = input.Make();
        foreach (var window in Reading.Windows)
        {
            var outcome = await Watched(() => Outcome.Of(file, window)).WaitAsync(Watchdog, TestContext.Current.CancellationToken);
            Differences(outcome).Should().Equal(Expected(input), $"window {window}");
            if (input.Outcome is [var refused] && refused.Split(' ') is [_, var limit] && outcome.IsRefused) outcome.Message.Should().Contain($" {limit}.");
            outcome.Inflated.Should().BeLessThanOrEqualTo(input.Inflated, $"of the bytes inflated, window {window}");
            outcome.Allocated.Should().BeLessThanOrEqualTo(input.Allocated, $"of the bytes allocated, window {window}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_check_of_a_bad_file_is_a_refusal_without_any_row_or_a_check_that_counts_every_row(string name)
    {
        var input = All.Single(one => one.Name == name);

        var check = await Story.Of().CheckAsync(new MemoryStream(input.Make())).WaitAsync(Watchdog, TestContext.Current.CancellationToken);

        var code = input.Outcome is [var refused] && !IsAddress(refused) ? refused.Split(' ')[0] : null;
        check.Refusal?.Code.Should().Be(code);
        (check.Rows.Added + check.Rows.Updated + check.Rows.Unchanged + check.Rows.Rejected + check.Rows.Duplicates).Should().Be(check.Rows.Read);
        if (check.Refusal is null) check.Rows.Read.Should().BePositive();
        else check.Should().Match<ImportCheck>(one => one.Rows.Read == 0 && one.Changes.Changes.Count == 0 && one.RejectedRows.Count == 0 && one.Issues.Count == 1);
    }

    [Fact]
    public void Every_kind_of_bad_file_is_there_in_numbers_and_no_two_have_the_same_name()
    {
        All.Select(input => input.Name).Should().OnlyHaveUniqueItems();
        new[]
        {
            ContainerInputs.All.Count, PackageInputs.All.Count, XmlInputs.All.Count, GeometryInputs.All.Count, CellInputs.All.Count,
            NumberInputs.All.Count, UnicodeInputs.All.Count, FileTypeInputs.All.Count,
        }.Zip([25, 20, 25, 20, 25, 20, 20, 10]).Should().OnlyContain(pair => pair.First >= pair.Second);
    }

    [Fact]
    public void The_workbook_that_they_are_made_of_is_read_in_full()
    {
        var outcome = Outcome.Of(UsersSheet.Good().ToArray(), Reading.Windows[1]);
        outcome.Refusal.Should().BeNull();
        Differences(outcome).Should().BeEmpty();
    }

    [Fact]
    public async Task A_header_that_cannot_be_read_is_named_by_its_address()
    {
        var unreadable = UsersSheet.Good().Change(UsersSheet.Sheet, UsersSheet.Text('I', 1, "Prefix"), "<c r=\"I1\" t=\"s\"><v>9</v></c>");

        var check = await Story.Of().CheckAsync(new MemoryStream(unreadable.ToArray()));

        (check.Refusal?.Code, check.Refusal?.Cell).Should().Be(("workbook.damaged", "I1"));
    }

    // A thread of its own, because a reader that hangs cannot be told to stop.
    private static Task<Outcome> Watched(Func<Outcome> read) =>
        Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static IEnumerable<string> Expected(BadInput input) =>
        input.Outcome is [var refused] && !IsAddress(refused) ? [refused.Split(' ')[0]] : input.Outcome.Order(StringComparer.Ordinal);

    private static bool IsAddress(string outcome) => outcome.StartsWith("rows ", StringComparison.Ordinal) || (char.IsAsciiLetterUpper(outcome[0]) && char.IsAsciiDigit(outcome[1]));

    private static IEnumerable<string> Differences(Outcome outcome)
    {
        if (outcome.Refusal is not null) return [outcome.Refusal];
        var rows = outcome.Cells.Where(cell => cell[0] == 'A').Select(cell => int.Parse(string.Concat(cell.Skip(1).TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).ToList();
        var differences = outcome.Cells.Where(cell => !(cell.Split('=') is [var address, var text] &&
            text == UsersSheet.TextOf(address[0], int.Parse(address.AsSpan(1), CultureInfo.InvariantCulture)))).ToList();
        if (!rows.SequenceEqual([2, 3, 4])) differences.Add("rows " + string.Join(',', rows));
        return differences.Order(StringComparer.Ordinal);
    }
}
