using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using UserImport.Columns;
using UserImport.Rows;
using UserImport.Tests.Hostile;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Rows;

/// <summary>What a host sees that reads rows without checking them.</summary>
public class RowParserTests
{
    private static readonly byte[] Good = UsersSheet.Good().ToArray();

    [Fact]
    public async Task The_hash_of_a_file_is_that_of_its_bytes_from_where_the_stream_stands()
    {
        var stream = new MemoryStream([1, 2, 3, .. Good]) { Position = 3 };

        using var sheet = await Parser().ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken);

        sheet.FileSha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Good)));
        sheet.Rows.Select(row => row.Number).Should().Equal(2, 3, 4);
        Open(Good).FileSha256.Should().BeNull();
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_buffered_where_that_is_promised_and_an_error_where_it_is_not()
    {
        using var sheet = await Parser().ParseAsync(new OneWay(Good), cancellationToken: TestContext.Current.CancellationToken);
        sheet.FileSha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Good)));
        sheet.Rows.Should().HaveCount(3);

        var parse = () => Parser().Parse(new OneWay(Good));
        parse.Should().Throw<ArgumentException>().WithMessage("The stream cannot seek.*").WithParameterName("workbook");
    }

    [Fact]
    public async Task What_is_no_stream_is_the_callers_mistake()
    {
        ((Action)(() => Parser().Parse(null!))).Should().Throw<ArgumentNullException>().WithParameterName("workbook");
        (await ((Func<Task>)(() => Parser().ParseAsync(null!))).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("workbook");
        ((Action)(() => _ = new RowParser(null!))).Should().Throw<ArgumentNullException>().WithParameterName("options");
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_before_anybody_hashes_it()
    {
        var parser = Parser(options => options.Limits.FileBytes = Good.Length - 1);

        using var sheet = await parser.ParseAsync(new MemoryStream(Good), cancellationToken: TestContext.Current.CancellationToken);

        sheet.Refusal!.Code.Should().Be("workbook.tooLarge");
        sheet.FileSha256.Should().BeNull();
        sheet.Columns.Should().BeEmpty();
        sheet.Rows.Should().BeEmpty();
    }

    [Fact]
    public async Task A_parser_that_was_cancelled_stops_before_the_file_and_between_two_rows()
    {
        using var source = new CancellationTokenSource();
        using var sheet = Parser().Parse(new MemoryStream(Good), cancellationToken: source.Token);
        using var rows = sheet.Rows.GetEnumerator();
        rows.MoveNext().Should().BeTrue();
        await source.CancelAsync();

        ((Action)(() => rows.MoveNext())).Should().Throw<OperationCanceledException>();
        await ((Func<Task>)(() => Parser().ParseAsync(new MemoryStream(Good), cancellationToken: source.Token))).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    [Trait("Rule", "C3")]
    public void Missing_columns_are_named_in_the_order_of_the_template_and_in_the_language_of_the_messages()
    {
        var file = RawWorkbook.WithSheet(UsersSheet.Texts(1, "Voornaam", "Personeelsnummer", "Teams"));

        Open(file, "nl").Refusal!.Message.Should()
            .Contain("Achternaam, E-mailadres, Bedrijf, Afdeling, Taal").And.NotContain("Voornaam");
        var english = Open(file).Refusal!;
        english.Message.Should().Contain("Last name, Email address, Company, Department, Language");
        (english.Code, english.Row, english.Column, english.Cell).Should().Be(("columns.missing", null, null, null));
    }

    [Fact]
    [Trait("Rule", "C3")]
    public void A_repeated_header_is_named_with_all_its_cells()
    {
        var headers = UsersSheet.Headers.Append("E-mail").Append("Voornaam").Append("Shoe size").Append("Shoe size").ToArray();

        var refusal = Open(RawWorkbook.WithSheet(UsersSheet.Texts(3, headers))).Refusal!;

        (refusal.Code, refusal.Column, refusal.Row).Should().Be(("columns.repeated", "FirstName", null));
        refusal.Message.Should().ContainAll("First name, Email address", "B3, L3, D3, K3").And.NotContain("Shoe");
    }

    [Fact]
    [Trait("Rule", "C3")]
    public void An_unknown_header_is_a_notice_with_its_cell_and_a_blank_one_is_none()
    {
        var headers = UsersSheet.Headers.Append("").Append("Shoe size").ToArray();

        var notices = Open(RawWorkbook.WithSheet(UsersSheet.Texts(7, headers))).Notices;

        var notice = notices.Should().ContainSingle().Which;
        (notice.Code, notice.Severity, notice.Cell, notice.Row, notice.Column, notice.Value).Should()
            .Be(("columns.unknown", IssueSeverity.Notice, "L7", null, null, "Shoe size"));
    }

    [Fact]
    [Trait("Rule", "C5")]
    public void A_mark_of_an_older_template_is_a_notice_that_names_both_versions()
    {
        Notices("version=0;schema=users;language=en").Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Code = "template.older", Severity = IssueSeverity.Notice, Value = "0", Row = (int?)null });
        Notices($"version={TemplateMark.CurrentVersion};schema=users;language=en").Should().BeEmpty();
        Notices("version=0;schema=courses;language=en").Should().BeEmpty();

        static IReadOnlyList<ImportIssue> Notices(string mark) => Open(UsersSheet.Good()
            .Change(UsersSheet.Book, "</sheets>", $"</sheets><definedNames><definedName name=\"{TemplateMark.Name}\">&quot;{mark}&quot;</definedName></definedNames>")
            .ToArray()).Notices;
    }

    [Fact]
    public void Each_enumeration_reads_and_counts_anew()
    {
        using var sheet = Open(Good);
        sheet.RowsRead.Should().Be(0);

        sheet.Rows.Take(2).Select(row => row.Number).Should().Equal(2, 3);
        sheet.RowsRead.Should().Be(2);
        sheet.Rows.Select(row => row.Number).Should().Equal(2, 3, 4);
        sheet.RowsRead.Should().Be(3);
        sheet.Refusal.Should().BeNull();
        sheet.Columns.Select(column => column.Key).Should().Equal("EmployeeNumber", "FirstName", "Prefix", "LastName", "Email", "Company", "Department", "Active", "Language", "Teams");
    }

    private static RowParser Parser(Action<UserImportOptions>? configure = null)
    {
        var options = new UserImportOptions();
        configure?.Invoke(options);
        return new RowParser(Options.Create(options));
    }

    private static ParsedSheet Open(byte[] file, string language = "en") =>
        Parser().Parse(new MemoryStream(file), new(language), TestContext.Current.CancellationToken);

    private sealed class OneWay(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override long Length => throw new NotSupportedException();
    }
}
