using System.Diagnostics;
using System.Globalization;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>
/// Workbooks of other programs, damaged at random: the only outcomes are rows or a refusal, and both readers come to the same. The
/// variables USERIMPORT_MUTATIONS and USERIMPORT_SEED give another number and another beginning.
/// </summary>
public sealed class MutationTests
{
    private const int UsualCount = 5_000;
    private const long MostAllocated = 64 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly string[] Workbooks =
    [
        "epplus-faults.xlsx", "libreoffice-users.xlsx", "libreoffice-faults.xlsx", "like-excel-users.xlsx", "like-excel-faults.xlsx",
        "like-excel-numbers.xlsx", "like-excel-strict-users.xlsx", "like-google-sheets-users.xlsx", "miniexcel-users.xlsx", "npoi-users.xlsx",
        "open-xml-sdk-bare-users.xlsx", "openpyxl-faults.xlsx", "openpyxl-write-only-users.xlsx", "xlsxwriter-faults.xlsx", "gnumeric-users.xlsx",
        "exceljs-faults.xlsx",
    ];

    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "TestData");

    /// <summary>Files that once were read wrongly.</summary>
    public static TheoryData<string> Found =>
        Directory.Exists(FoundFolder) ? [.. Directory.GetFiles(FoundFolder, "*.xlsx").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    private static string FoundFolder => Path.Combine(Data, "fuzz-found");

    [Fact]
    public void A_damaged_workbook_gives_rows_or_a_refusal_and_both_readers_agree()
    {
        var count = Variable("USERIMPORT_MUTATIONS", UsualCount);
        var first = Variable("USERIMPORT_SEED", 1);
        TestContext.Current.TestOutputHelper?.WriteLine($"USERIMPORT_SEED={first} USERIMPORT_MUTATIONS={count}");
        var originals = Workbooks.Select(name => File.ReadAllBytes(Path.Combine(Data, "workbooks", name))).ToList();
        var outcomes = new Dictionary<string, int>();
        var failures = new List<string>();
        for (var seed = first; seed < first + count && failures.Count < 20; seed++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var file = Mutation.Of(originals[seed / 3 % originals.Count], seed);
            var (fault, outcome) = Judge(file, [0, Reading.Windows[1 + seed / 3 % 2]]);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            if (fault is null) continue;
            Keep(file, seed);
            failures.Add($"seed {seed}: {fault}");
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", outcomes.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}")));
        failures.Should().BeEmpty();
        outcomes.Should().ContainKeys("rows", "workbook.damaged");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Found))]
    public void A_workbook_that_once_was_read_wrongly_is_read_rightly_or_refused(string file) =>
        Judge(File.ReadAllBytes(Path.Combine(FoundFolder, file)), Reading.Windows).Fault.Should().BeNull();

    private static (string? Fault, string Outcome) Judge(byte[] file, IReadOnlyList<int> windows)
    {
        var watch = Stopwatch.StartNew();
        Outcome? expected = null;
        foreach (var window in windows)
        {
            Outcome outcome;
            try
            {
                outcome = Outcome.Of(file, window);
            }
            // Whatever it is: that nothing comes out but what is named is what is tested here.
            catch (Exception e)
            {
                return ($"window {window}: {e.GetType().Name} {e.Message} {e.StackTrace}", "exception");
            }
            expected ??= outcome;
            if (outcome.IsRefused != expected.IsRefused || (!outcome.IsRefused && outcome.ToString() != expected.ToString()))
                return ($"window {window} gives {Difference(outcome, expected)}", "difference");
            if (outcome.Allocated > MostAllocated) return ($"window {window} allocates {outcome.Allocated}", "memory");
        }
        return watch.Elapsed > Longest ? ($"took {watch.Elapsed}", "time") : (null, expected!.Refusal ?? "rows");
    }

    private static string Difference(Outcome outcome, Outcome expected) => outcome.Refusal is not null || expected.Refusal is not null
        ? $"{outcome.Refusal ?? "rows"} instead of {expected.Refusal ?? "rows"}"
        : $"{outcome.Cells.Except(expected.Cells).FirstOrDefault()} instead of {expected.Cells.Except(outcome.Cells).FirstOrDefault()}";

    // Beside the sources, so that it stays and is replayed from then on.
    private static void Keep(byte[] file, int seed)
    {
        var folder = Path.Combine(Repository.Root, "tests", "UserImport.Core.Tests", "TestData", "fuzz-found");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"seed-{seed}.xlsx")), file);
    }

    private static int Variable(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : usual;
}
