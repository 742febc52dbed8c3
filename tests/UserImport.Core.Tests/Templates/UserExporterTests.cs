using System.Globalization;
using System.Text;
using ExcelDataReader;
using UserImport.Changes;
using UserImport.Columns;
using UserImport.Templates;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Templates;

public class UserExporterTests
{
    static UserExporterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    [Trait("Rule", "K7")]
    public void Another_program_reads_the_users_back()
    {
        var anna = Build.User("00123", "anna@example.nl", "7", "8") with { Functions = ["Controller", "Trainer, senior"], Teams = [] };

        var rows = ReadElsewhere(Written.Export([anna, anna with { EmployeeNumber = "=1+1", Active = false, Language = "fr" }]));

        rows[0].Should().StartWith("Employee number *");
        rows[1].Should().Be("00123|Sanne|de|Vries 00123|anna@example.nl|Zorggroep Noord|Finance|Controller, \"Trainer, senior\"|4100||x|" +
                            "Nederlands||u7@example.nl, u8@example.nl");
        rows[2].Should().StartWith("=1+1|").And.Contain("|4100|||fr|", "an inactive user has a blank, an unknown language its code");
        rows.Should().HaveCount(3);
    }

    [Fact]
    public void Every_text_reads_back_as_it_was()
    {
        string[] texts = [.. Written.NastyNames.Where(name => !CellText.IsDamaged(name)), " edge ", "two\nlines", "cr\rlf\r\n", "_x005F_x0041_", "_X00e9_", "a_b"];

        var read = Spreadsheets.Reading.Rows(Written.Export(texts.Select(text => Build.User("1") with { LastName = text })));

        for (var i = 0; i < texts.Length; i++)
            read[i + 1].Should().Contain($"D=Text:{texts[i]}/1 E=");
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void What_no_cell_can_hold_is_never_read_as_something_else()
    {
        string[] texts = ["bell\u0007", "half \uD800", "\uFFFE"];

        Spreadsheets.Reading.Rows(Written.Export(texts.Select(text => Build.User("1") with { LastName = text }))).Skip(1)
            .Should().OnlyContain(row => row.Contains("D=Damaged/1 E="));
    }

    [Fact]
    public void Every_cell_is_text_and_a_blank_one_is_not_written()
    {
        using var document = Written.Open(Written.Export([Build.User("1")]));
        var cells = Written.UsersSheet(document).Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().ElementAt(1)
            .Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();

        cells.Should().OnlyContain(cell => cell.DataType! == DocumentFormat.OpenXml.Spreadsheet.CellValues.InlineString);
        cells.Select(cell => cell.CellReference!.Value![..1]).Should().NotContain("J").And.NotContain("N").And.HaveCount(12);
    }

    [Theory]
    [InlineData(" in front", true)]
    [InlineData("behind ", true)]
    [InlineData("two  spaces", true)]
    [InlineData("two\nlines", true)]
    [InlineData("van der Aa", false)]
    public void Spaces_that_a_program_might_drop_are_marked_as_to_be_kept(string text, bool isMarked)
    {
        using var document = Written.Open(Written.Export([Build.User("1") with { LastName = text }]));
        var written = Written.UsersSheet(document).Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Single(element => element.Text == text);

        (written.Space?.InnerText).Should().Be(isMarked ? "preserve" : null);
    }

    [Fact]
    [Trait("Rule", "C6")]
    public void The_hosts_own_values_are_exported()
    {
        var user = Build.User("1") with { Custom = new Dictionary<string, string> { ["Badge"] = "0042" } };

        var rows = ReadElsewhere(Written.Export([user], configure: options =>
            options.CustomColumns.Add(new CustomColumn("Badge", new Dictionary<string, string> { ["en"] = "Badge" }))));

        rows[1].Should().EndWith("|0042");
    }

    [Fact]
    public void Two_exports_of_the_same_users_have_the_same_bytes() =>
        Written.Export([Build.User("1"), Build.User("2")]).Should().Equal(Written.Export([Build.User("1"), Build.User("2")]));

    [Fact]
    public void A_text_that_no_cell_can_hold_ends_in_an_ellipsis()
    {
        string[] teams = [.. Enumerable.Range(0, 5000).Select(i => $"Team {i:D5}")];

        var cell = ReadElsewhere(Written.Export([Build.User("1") with { Teams = teams, Managers = [] }]))[1].Split('|')[12];

        cell.Length.Should().BeLessThanOrEqualTo(32_767).And.BeGreaterThan(32_700);
        cell.Should().StartWith("Team 00000, Team 00001, ").And.EndWith(", …");
    }

    [Fact]
    public async Task Users_are_asked_for_as_the_file_grows()
    {
        var destination = new AsyncOnlyStream();
        var writtenWhenLastWasAsked = 0;

        await new UserExporter(Written.Options()).WriteAsync(Users(), Written.Plain, destination, null, TestContext.Current.CancellationToken);

        writtenWhenLastWasAsked.Should().BeGreaterThan(destination.ToArray().Length / 2);

        async IAsyncEnumerable<UserRecord> Users()
        {
            for (var i = 0; i < 20_000; i++)
            {
                if (i % 5000 == 0) await Task.Yield();
                yield return Build.User(i.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"{i * 7919 % 10007}.{i}@example.nl"));
            }
            writtenWhenLastWasAsked = destination.ToArray().Length;
        }
    }

    [Fact]
    public async Task A_failing_source_leaves_no_complete_file()
    {
        var destination = new AsyncOnlyStream();

        var writing = () => new UserExporter(Written.Options()).WriteAsync(Users(), Written.Plain, destination);

        await writing.Should().ThrowAsync<TimeoutException>();
        var opening = () => new System.IO.Compression.ZipArchive(new MemoryStream(destination.ToArray()));
        opening.Should().Throw<InvalidDataException>();

        static async IAsyncEnumerable<UserRecord> Users()
        {
            yield return Build.User("1");
            await Task.Yield();
            throw new TimeoutException();
        }
    }

    private static List<string> ReadElsewhere(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) switch
            {
                null => "",
                string text => text,
                var other => throw new InvalidOperationException($"A cell is no text but {other.GetType()}."),
            })));
        return rows;
    }
}
