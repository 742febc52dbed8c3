using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using UserImport.Applying;
using UserImport.Planning;
using UserImport.Planning.People;
using UserImport.Rows;
using UserImport.Rules;
using UserImport.Tests.Hostile;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Planning;

/// <summary>What a row allocates that says exactly what is stored: counted, so it does not depend on the machine.</summary>
[Collection(nameof(Alone))]
public sealed partial class UnchangedRowMemoryTests
{
    private const int Few = 20_000;
    private const int Many = 40_000;

    private static readonly string[] Headers =
        ["Employee number", "First name", "Prefix", "Last name", "Email address", "Company", "Department", "Functions", "Cost center", "Send invitation", "Active", "Language", "Teams", "Managers"];

    [Theory]
    [InlineData("as the export")]
    [InlineData("numbers")]
    [InlineData("numbers shown with zeros")]
    [InlineData("commas without spaces")]
    [InlineData("managers in capitals")]
    [InlineData("lists in another order")]
    [InlineData("spaces around texts")]
    public async Task An_unchanged_row_allocates_at_most_150_bytes_beyond_what_the_repository_returns(string spelling)
    {
        await CheckAsync(Few, spelling); // what is made once
        var few = await CheckAsync(Few, spelling);
        var many = await CheckAsync(Many, spelling);

        ((many - few) / (double)(Many - Few)).Should().BeInRange(1, 150);
    }

    private static async Task<long> CheckAsync(int rows, string spelling)
    {
        var (width, first) = spelling is "numbers shown with zeros" ? ("D5", 0) : ("D", 100_000);
        UserRecord[] stored = [.. Enumerable.Range(2, rows).Select(row => Story.User(Number(row)) with
        {
            Prefix = "van",
            Functions = ["Controller"],
            CostCenter = Number(row),
            Teams = ["Red", "Blue"],
            Managers = [Manager(2 + row % 100), Manager(2 + row % 99)],
        })];
        var sheet = UsersSheet.Texts(1, Headers) + string.Concat(stored.Select((user, i) => UsersSheet.Texts(i + 2, user.EmployeeNumber, "Sam", "van", "Poe",
            user.Email, "Acme", "Sales", "Controller", user.CostCenter, "", "x", "nl", "Red, Blue", ManagersOf(user))));
        var file = RawWorkbook.WithSheet(Spelt(sheet, spelling));
        var users = new Returned(stored);
        var options = Options.Create(new UserImportOptions());
        var planner = new ChangeSetPlanner(users, new StoryUsers(Story.Structure), new RuleEngine(options, []), options, TimeProvider.System);

        // Nothing here waits for anything, so all of it is one thread's.
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var parsed = new RowParser(options).Parse(new MemoryStream(file));
        var check = await planner.PlanAsync(parsed);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        check.Rows.Unchanged.Should().Be(rows);
        return allocated - users.Allocated;

        string Number(int row) => (first + row).ToString(width, CultureInfo.InvariantCulture);
        string ManagersOf(UserRecord user) => spelling is "lists in another order" ? $"{user.Managers[1].Email}, {user.Managers[0].Email}"
            : $"{user.Managers[0].Email}, {(spelling is "managers in capitals" ? user.Managers[1].Email.ToUpperInvariant() : user.Managers[1].Email)}";
        UserReference Manager(int row) => new(Number(row), $"{Number(row)}@acme.nl");
    }

    private static string Spelt(string sheet, string spelling) => spelling switch
    {
        "numbers" => DigitsInCell().Replace(sheet, "><v>$1$2</v></c>"),
        "numbers shown with zeros" => DigitsInCell().Replace(sheet, " s=\"2\"><v>$2</v></c>"), // 00000
        "spaces around texts" => sheet.Replace("@acme.nl</t>", "@acme.nl </t>", StringComparison.Ordinal).Replace(">Sam<", "> Sam<", StringComparison.Ordinal)
            .Replace(">10", "> 10", StringComparison.Ordinal), // numbers and cost centers
        "lists in another order" => sheet.Replace("Red, Blue", "Blue, Red, Blue", StringComparison.Ordinal),
        "commas without spaces" => sheet.Replace(", ", ",", StringComparison.Ordinal),
        _ => sheet,
    };

    [GeneratedRegex(" t=\"inlineStr\"><is><t>(0*)([1-9][0-9]*)</t></is></c>")]
    private static partial Regex DigitsInCell();

    /// <summary>A repository that counts what it allocates itself.</summary>
    private sealed class Returned(IEnumerable<UserRecord> users) : IUserRepository
    {
        private readonly Dictionary<string, UserRecord> _users = users.ToDictionary(user => user.EmployeeNumber);

        public long Allocated { get; private set; }

        public Task<IReadOnlyList<UserRecord>> FindByEmployeeNumberAsync(IReadOnlyCollection<string> employeeNumbers, CancellationToken cancellationToken)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var found = new List<UserRecord>(employeeNumbers.Count);
            foreach (var number in employeeNumbers)
                if (_users.TryGetValue(number, out var user))
                    found.Add(user);
            var answer = Task.FromResult<IReadOnlyList<UserRecord>>(found);
            Allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            return answer;
        }

        public Task<IReadOnlyList<UserRecord>> FindByEmailAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<UserRecord>>([]);

        public Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ChangeBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
