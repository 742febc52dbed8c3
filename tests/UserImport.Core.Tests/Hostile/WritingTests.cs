using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Tests.Templates;

namespace UserImport.Tests.Hostile;

/// <summary>What is written is text, whatever the host's names hold, and the same bytes every time.</summary>
public sealed partial class WritingTests
{
    // Sixteen neighbours a name, so that four thousand names hold every character there is in UTF-16; and some beyond it.
    private static readonly string[] Names =
    [
        .. Enumerable.Range(0, 0x1000).Select(block => string.Create(CultureInfo.InvariantCulture,
            $"N{block:X3} [{string.Concat(Enumerable.Range(block * 16, 16).Select(code => (char)code))}]")),
        "\U0001F3E5 \U000E0041 \U0010FFFF", "=cmd|'/c calc'!A1", "@SUM(1)", "+1+1", "-1+1", "_x000D_", "_x005F_x0041_", "]]>", "<!--", "&#0;", "'", "\"",
    ];

    private static readonly OrgStructure Structure = new()
    {
        Companies = [.. Names.Select(name => new OrgUnit(name))],
        Departments = [new("Sales")],
        Languages = [new("nl")],
    };

    [Fact]
    public async Task Units_named_with_every_character_survive_an_export_or_are_refused_in_their_row()
    {
        var users = Names.Select((name, i) => Build.User(i.ToString(CultureInfo.InvariantCulture)) with
        {
            Company = name, Department = "Sales", Functions = [], Teams = [], Managers = [],
        }).ToArray();

        var check = await Upload.CheckAsync(Written.Export(users, Structure), null, Structure, users);

        check.Refusal.Should().BeNull();
        var damaged = Names.Count(name => CellText.IsDamaged(CellText.Clean(name)));
        damaged.Should().BeInRange(100, 200, "control characters and surrogates stand in some names");
        check.Rows.Rejected.Should().Be(damaged);
        check.Rows.Unchanged.Should().Be(Names.Length - damaged);
        check.RejectedRows.SelectMany(row => row.Issues).Select(issue => issue.Code).Distinct().Should().Equal("company.damaged");
        check.RejectedRows.Should().OnlyContain(row => CellText.IsDamaged(CellText.Clean(Names[row.Row - check.RejectedRows[0].Row + FirstDamaged])));
    }

    [Fact]
    public void Every_cell_that_is_written_is_text()
    {
        var user = Build.User("=1+1") with { FirstName = "=cmd|'/c calc'!A1", LastName = "+31", Company = "@SUM(1)", CostCenter = "00123", Teams = ["-1", "1E5"] };
        var rejected = new RejectedRow(2, new Dictionary<string, string> { ["FirstName"] = "=HYPERLINK(\"http://x\")", ["EmployeeNumber"] = "1E5" },
            [new ImportIssue { Code = "email.invalid", Column = "Email", Message = "=1+1" }]);
        foreach (var file in new[] { Written.Template(Structure), Written.Export([user], Structure), Written.Corrections([rejected], structure: Structure) })
        {
            foreach (var sheet in Sheets(file))
            {
                sheet.Should().NotContain("<f>").And.NotContain("<f ");
                Cells().Matches(sheet).Select(cell => Type().Match(cell.Value).Groups[1].Value).Distinct().Should().BeSubsetOf(["inlineStr", "s", "str", ""]);
                NumberCells().Matches(sheet).Select(cell => cell.Value).Where(cell => !PlaceInList().IsMatch(cell)).Should().BeEmpty("only the places of departments are numbers");
            }
        }
    }

    [Fact]
    public void Templates_made_at_the_same_time_are_the_same_bytes()
    {
        const int Threads = 16;
        var each = int.TryParse(Environment.GetEnvironmentVariable("USERIMPORT_TEMPLATES"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 50;
        var expected = Convert.ToHexString(SHA256.HashData(Written.Template()));
        var different = 0;
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < each; i++)
                if (Convert.ToHexString(SHA256.HashData(Written.Template())) != expected) Interlocked.Increment(ref different);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        different.Should().Be(0);
    }

    private static int FirstDamaged => Array.FindIndex(Names, name => CellText.IsDamaged(CellText.Clean(name)));

    private static IEnumerable<string> Sheets(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }

    [GeneratedRegex("<c [^>]*>")]
    private static partial Regex Cells();

    [GeneratedRegex("<c [^>]*(?<!/)>(?!<is>).*?</c>")]
    private static partial Regex NumberCells();

    [GeneratedRegex("^<c r=\"[BC][0-9]+\"><v>[0-9]+</v></c>$")]
    private static partial Regex PlaceInList();

    [GeneratedRegex(" t=\"([^\"]*)\"")]
    private static partial Regex Type();
}
