using System.Globalization;
using System.Text;
using System.Text.Json;
using UserImport.Planning;
using UserImport.Rows;
using UserImport.Tests.Changes;

namespace UserImport.Tests.Planning;

[Trait("Rule", "P2")]
public class ImportCheckDocumentTests
{
    private static readonly UserRecord A = Build.User("1"), B = Build.User("2");

    private static readonly ImportIssue Issue = new()
    {
        Code = "company.unknown", Severity = IssueSeverity.Warning, Row = 4, Column = "Company", Cell = "F4", Value = "Zorg", Message = "?",
        Suggestion = "Zorggroep Noord",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ImportCheck Full => new()
    {
        Rows = new RowCounts(6, 1, 2, 1, 1, 1),
        Counts = new CheckCounts
        {
            Deactivated = 1, Reactivated = 2, EmailChanged = 3, Invitations = 4, InvitationsWithheld = 5, Warnings = 6, Notices = 7,
            Cleared = new Dictionary<string, int> { ["Teams"] = 8 }, KeptAbsent = new Dictionary<string, int> { ["Prefix"] = 9 },
        },
        Issues = [Issue, Issue with { Row = null, Column = null, Cell = null, Value = null, Suggestion = null, Severity = IssueSeverity.Error }],
        Groups = [new IssueGroup("company.unknown", "Company", "Zorg", 1, "Zorggroep Noord", "?"), new IssueGroup("row.duplicate", null, null, 1, null, "!")],
        RejectedRows = [new RejectedRow(4, new Dictionary<string, string> { ["Company"] = "Zorg" }, [Issue])],
        AbsentColumns = ["Prefix"],
        Changes = Drafts.Set(1, Drafts.Added(A), Drafts.Updated(B, B with { Email = "new@example.nl" })),
        Culture = CultureInfo.GetCultureInfo("nl"),
    };

    private static ImportCheck Refused => new()
    {
        Rows = new RowCounts(0, 0, 0, 0, 0, 0), Counts = new CheckCounts(), Issues = [Issue], Groups = [], RejectedRows = [],
        Changes = Drafts.Set(500), Culture = CultureInfo.InvariantCulture, Refusal = Issue,
    };

    [Fact]
    public async Task What_is_written_is_read_back_the_same_with_its_change_set()
    {
        foreach (var check in new[] { Full, Refused })
        {
            var read = await ReadAsync(await WriteAsync(check));

            read.Should().BeEquivalentTo(check, options => options.WithStrictOrdering());
            read.Changes.Fingerprint.Should().Be(check.Changes.Fingerprint);
        }
    }

    [Fact]
    public async Task A_document_is_valid_json_and_holds_the_change_sets_own_document()
    {
        using var changes = new MemoryStream();
        await Full.Changes.WriteAsync(changes, Cancel);

        var text = Encoding.UTF8.GetString(await WriteAsync(Full));

        text.Should().Contain(Encoding.UTF8.GetString(changes.ToArray()));
        JsonDocument.Parse(text).RootElement.GetProperty("changeSet").GetProperty("changes").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task A_damaged_document_is_refused_wherever_the_damage_is()
    {
        var sound = await WriteAsync(Full);
        for (var at = 0; at < sound.Length; at++)
        {
            var damaged = (byte[])sound.Clone();
            damaged[at] ^= 0x01;
            await Refuses(damaged);
            (await Refuses(sound[..at])).Fault.Should().Be(ChangeSetFault.Damaged);
        }
        await Refuses([.. sound, (byte)' ']);
    }

    [Theory]
    [InlineData("\"absentColumns\":[\"Prefix\"]", "\"absentColumns\":[null]")]
    [InlineData("\"cells\":{\"Company\":\"Zorg\"}", "\"cells\":{\"Company\":null}")]
    [InlineData("\"culture\":\"nl\"", "\"culture\":\"no culture at all\"")]
    public async Task What_no_check_writes_is_damaged_even_under_a_fitting_fingerprint(string part, string forged)
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(Full));
        text.Should().Contain(part);
        text = text[..text.LastIndexOf(",\"fingerprint\"", StringComparison.Ordinal)].Replace(part, forged, StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

        (await Refuses(Encoding.UTF8.GetBytes($"{text},\"fingerprint\":\"{hash}\"}}\n"))).Message.Should().NotContain("fingerprint");
    }

    [Fact]
    public async Task A_missing_stream_is_refused_by_its_name()
    {
        (await Full.Invoking(check => check.WriteAsync(null!, Cancel)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("destination");
        (await Full.Invoking(_ => ImportCheck.ReadAsync(null!, Cancel)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("source");
    }

    [Fact]
    public async Task Something_behind_the_last_line_is_damage()
    {
        (await Refuses([.. await WriteAsync(Full), (byte)'\n'])).Message.Should().Be("The document is damaged: something follows its last line.");
    }

    [Fact]
    public async Task Another_version_is_recognised()
    {
        (await Refuses("{\"format\":\"UserImport.ImportCheck\",\"version\":7}\n"u8.ToArray())).Fault.Should().Be(ChangeSetFault.OtherVersion);
    }

    [Fact]
    public void Every_member_of_a_check_is_part_of_the_sample()
    {
        foreach (var member in typeof(ImportCheck).GetProperties().Where(member => member.Name is not nameof(ImportCheck.CanApply)))
            (member.GetValue(Full) ?? member.GetValue(Refused)).Should().NotBeNull(member.Name);
        foreach (var member in typeof(ImportCheck).GetProperties().Where(member => member.PropertyType.IsGenericType))
            ((System.Collections.IEnumerable)member.GetValue(Full)!).Cast<object>().Should().NotBeEmpty(member.Name);
    }

    private static async Task<byte[]> WriteAsync(ImportCheck check)
    {
        using var stream = new MemoryStream();
        await check.WriteAsync(stream, Cancel);
        return stream.ToArray();
    }

    private static Task<ImportCheck> ReadAsync(byte[] document) => ImportCheck.ReadAsync(new MemoryStream(document), Cancel);

    private static async Task<ChangeSetException> Refuses(byte[] document) =>
        (await FluentActions.Awaiting(() => ReadAsync(document)).Should().ThrowAsync<ChangeSetException>()).Which;
}
