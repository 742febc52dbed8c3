using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using UserImport.Planning;

namespace UserImport.Tests.Changes;

[Trait("Rule", "P2")]
public class ChangeSetDocumentTests
{
    private static readonly UserRecord A = Build.User("1") with { Version = "7" }, B = Build.User("2");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static ChangeSet Small => ChangeSet.Create(
        new Guid("6c1d7d1e-3b53-4a4f-9f5e-0d4b6d0c8a11"), new DateTimeOffset(2026, 11, 3, 9, 30, 0, TimeSpan.FromHours(1)),
        ImportAction.UpdateOnly, "users.xlsx", new string('a', 64),
        [
            Drafts.Updated(A, A with { Email = B.Email }, 2) with { SendInvitation = true },
            Drafts.Updated(B, B with { Email = A.Email, Teams = [], Custom = new Dictionary<string, string> { ["Badge"] = "n°1" } }, 3),
        ],
        [new TrippedBrake("brake.emails", 2, 2, 20, "2 of 2")], 500);

    [Fact]
    public async Task A_document_is_a_change_a_line_and_stays_as_it_is()
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(Small));

        text.Should().Be(
            """
            {"format":"UserImport.ChangeSet","version":1,"id":"6c1d7d1e-3b53-4a4f-9f5e-0d4b6d0c8a11","createdAt":"2026-11-03T08:30:00+00:00","action":"UpdateOnly","fileName":"users.xlsx","fileSha256":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","undoes":null,"notUndone":[],"brakes":[{"code":"brake.emails","count":2,"of":2,"limitPercent":20,"message":"2 of 2"}],"batchSizes":[2],"changes":[
            {"number":0,"row":2,"kind":"Updated","sendInvitation":true,"before":{"employeeNumber":"1","firstName":"Sanne","prefix":"de","lastName":"Vries 1","email":"u1@example.nl","company":"Zorggroep Noord","department":"Finance","functions":["Controller"],"costCenter":"4100","active":true,"language":"nl","teams":["Team A"],"version":"7"},"after":{"email":"u2@example.nl"},"fields":[{"column":"Email","old":"u1@example.nl","new":"u2@example.nl"}],"needs":[1],"group":0},
            {"number":1,"row":3,"kind":"Updated","before":{"employeeNumber":"2","firstName":"Sanne","prefix":"de","lastName":"Vries 2","email":"u2@example.nl","company":"Zorggroep Noord","department":"Finance","functions":["Controller"],"costCenter":"4100","active":true,"language":"nl","teams":["Team A"]},"after":{"email":"u1@example.nl","teams":[],"custom":{"Badge":"n\u00B01"}},"fields":[{"column":"Email","old":"u2@example.nl","new":"u1@example.nl"}],"needs":[0],"group":0}
            ],"fingerprint":"

            """.ReplaceLineEndings("\n").TrimEnd() + Small.Fingerprint + "\"}\n");
        JsonDocument.Parse(text).RootElement.GetProperty("changes").GetArrayLength().Should().Be(2);
        var content = text[..text.LastIndexOf("],\"fingerprint\"", StringComparison.Ordinal)];
        Small.Fingerprint.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
    }

    [Fact]
    public async Task What_is_written_is_read_back_the_same()
    {
        var read = await ReadAsync(await WriteAsync(Small));

        read.Should().BeEquivalentTo(Small, options => options.WithStrictOrdering());
        read.Fingerprint.Should().Be(Small.Fingerprint);
        (await ReadAsync(await WriteAsync(Drafts.Set(500)))).Changes.Should().BeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8_000)] // a line of some 64 KiB, with which the reader begins
    [InlineData(100_000)]
    public async Task A_user_with_a_long_list_is_read_back_the_same_and_so_are_those_around(int teams)
    {
        var many = A with { Teams = [.. Enumerable.Range(0, teams).Select(i => $"T{i:000000}")] };
        var set = Drafts.Set(500, Drafts.Added(B), Drafts.Updated(A, many), Drafts.Added(Build.User("3")));

        var read = await ReadAsync(await WriteAsync(set));

        read.Changes.Select(change => change.After.EmployeeNumber).Should().Equal(set.Changes.Select(change => change.After.EmployeeNumber));
        read.Changes.Single(change => change.After.EmployeeNumber == "1").After.Teams.Should().Equal(many.Teams);
        read.Fingerprint.Should().Be(set.Fingerprint);
    }

    [Fact]
    public async Task The_fingerprint_covers_brakes_and_batches()
    {
        var unbraked = ChangeSet.Create(Small.Id, Small.CreatedAt, Small.Action, Small.FileName, Small.FileSha256, Small.Changes, [], 500);
        var one = Drafts.Set(1, Drafts.Added(A), Drafts.Added(B));
        var two = Drafts.Set(2, Drafts.Added(A), Drafts.Added(B));

        unbraked.Fingerprint.Should().NotBe(Small.Fingerprint);
        one.Fingerprint.Should().NotBe(two.Fingerprint);
        (await ReadAsync(await WriteAsync(one))).BatchSizes.Should().Equal(1, 1);
    }

    [Fact]
    public async Task A_document_with_one_byte_changed_is_refused_whichever_byte_it_is()
    {
        var sound = await WriteAsync(Small);
        for (var at = 0; at < sound.Length; at++)
            foreach (var mask in new byte[] { 0x01, 0x20, 0x80, (byte)(sound[at] ^ '\n') })
            {
                if (mask == 0) continue;
                var damaged = (byte[])sound.Clone();
                damaged[at] ^= mask;
                (await FaultOf(damaged)).Should().NotBeNull("byte {0} was changed", at);
            }
    }

    [Fact]
    public async Task A_document_that_is_cut_off_or_goes_on_is_damaged()
    {
        var sound = await WriteAsync(Small);
        for (var length = 0; length < sound.Length; length++)
            (await FaultOf(sound[..length])).Should().Be(ChangeSetFault.Damaged, "only {0} bytes are left", length);

        (await FaultOf([.. sound, (byte)'\n'])).Should().Be(ChangeSetFault.Damaged);
        (await FaultOf([.. sound, .. sound])).Should().Be(ChangeSetFault.Damaged);
        (await FaultOf([0xEF, 0xBB, 0xBF, .. sound])).Should().Be(ChangeSetFault.Damaged);
    }

    [Fact]
    public async Task Changes_in_another_order_are_damage()
    {
        var lines = Encoding.UTF8.GetString(await WriteAsync(Small)).Split('\n');
        (lines[1], lines[2]) = (lines[2] + ",", lines[1][..^1]);

        (await FaultOf(Encoding.UTF8.GetBytes(string.Join('\n', lines)))).Should().Be(ChangeSetFault.Damaged);
    }

    [Theory]
    [InlineData("{\"format\":\"UserImport.ChangeSet\",\"version\":2,\"somethingNew\":{\"a\":[1]}}\n")]
    [InlineData("{\"about\":[\"x\",{}],\"version\":0,\"format\":\"UserImport.ChangeSet\",\"changes\":[\nwhatever")]
    public async Task Another_version_is_recognised_before_anything_else_is_judged(string document)
    {
        (await FaultOf(Encoding.UTF8.GetBytes(document))).Should().Be(ChangeSetFault.OtherVersion);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("null\n")]
    [InlineData("[]\n")]
    [InlineData("{}\n")]
    [InlineData("{\"format\":null,\"version\":1}\n")]
    [InlineData("{\"format\":\"UserImport.ImportCheck\",\"version\":1}\n")]
    [InlineData("{\"format\":\"UserImport.ChangeSet\",\"version\":\"1\"}\n")]
    [InlineData("{\"format\":\"UserImport.ChangeSet\",\"version\":1}\n")]
    [InlineData("{\"format\":\"UserImport.ChangeSet\",\"version\":1,\"changes\":[\n")]
    public async Task What_is_no_change_set_is_damaged(string document)
    {
        (await FaultOf(Encoding.UTF8.GetBytes(document))).Should().Be(ChangeSetFault.Damaged);
    }

    [Theory]
    [InlineData("\"functions\":[\"Controller\"]", "\"functions\":[null]")]
    [InlineData("\"firstName\":\"Sanne\"", "\"firstName\":7")]
    [InlineData("\"kind\":\"Updated\"", "\"kind\":\"Added\"")]
    [InlineData("\"kind\":\"Updated\"", "\"kind\":9")]
    [InlineData("\"number\":0", "\"number\":1")]
    [InlineData("\"needs\":[1]", "\"needs\":[2]")]
    [InlineData("\"needs\":[1]", "\"needs\":[-1]")]
    [InlineData("\"needs\":[1]", "\"needs\":[99999999999]")]
    [InlineData("\"batchSizes\":[2]", "\"batchSizes\":[2147483647,3]")]
    [InlineData("\"batchSizes\":[2]", "\"batchSizes\":[1,1]")]
    [InlineData("\"batchSizes\":[2]", "\"batchSizes\":null")]
    [InlineData("\"brakes\":[{", "\"brakes\":[null,{")]
    [InlineData("\"notUndone\":[]", "\"notUndone\":null")]
    [InlineData("\"notUndone\":[]", "\"notUndone\":[null]")]
    [InlineData("\"notUndone\":[]", "\"notUndone\":[{\"code\":\"user.changed\",\"employeeNumbers\":null,\"message\":\"\"}]")]
    [InlineData("\"notUndone\":[]", "\"notUndone\":[{\"code\":\"user.changed\",\"employeeNumbers\":[\"1\",null],\"message\":\"\"}]")]
    [InlineData("\"action\":\"UpdateOnly\"", "\"action\":77")]
    [InlineData("\"after\":{\"email\":\"u2@example.nl\"}", "\"after\":null")]
    [InlineData("\"fields\":[{", "\"fields\":[null,{")]
    [InlineData("\"custom\":{\"Badge\":\"n\\u00B01\"}", "\"custom\":{\"Badge\":null}")]
    [InlineData("\"row\":2,", "\"row\":2,\"row\":2,")]
    [InlineData("\"row\":2,", "\"row\":2,\"surprise\":2,")]
    public async Task What_no_check_writes_is_damaged_even_under_a_fitting_fingerprint(string part, string forged)
    {
        (await FaultOf(await ForgeAsync(part, forged))).Should().Be(ChangeSetFault.Damaged);
    }

    [Theory]
    [InlineData("", "it ends early")]
    [InlineData("no JSON\n", "its first line is no JSON")]
    [InlineData("[]\n", "'UserImport.ChangeSet' is expected")]
    [InlineData("{\"format\":\"UserImport.ImportCheck\",\"version\":1}\n", "'UserImport.ChangeSet' is expected")]
    [InlineData("{\"format\":\"UserImport.ChangeSet\",\"version\":\"1\"}\n", "it states no format version")]
    [InlineData("{\"format\":\"UserImport.ChangeSet\",\"version\":1}\n", "its first line is not complete")]
    public async Task A_refusal_says_what_is_wrong_with_the_document(string document, string what)
    {
        (await RefusalOf(Encoding.UTF8.GetBytes(document)))!.Message.Should().Be($"The document is damaged: {what}.");
    }

    [Theory]
    [InlineData("\"needs\":[1]", "\"needs\":[2]", "its changes stand in an order or in batches that no check writes")]
    [InlineData("\"brakes\":[{", "\"brakes\":[null,{", "its first line says what no check writes")]
    [InlineData("\"kind\":\"Updated\"", "\"kind\":\"Added\"", "one of its changes is none that a check writes")]
    [InlineData("\"functions\":[\"Controller\"]", "\"functions\":[null]", "a list of a user has a gap")]
    [InlineData("\"firstName\":\"Sanne\"", "\"firstName\":7", "an entry cannot be read")]
    public async Task A_refusal_says_which_part_no_check_writes(string part, string forged, string what)
    {
        (await RefusalOf(await ForgeAsync(part, forged)))!.Message.Should().Be($"The document is damaged: {what}.");
    }

    [Fact]
    public async Task A_refusal_tells_a_wrong_fingerprint_from_something_behind_it_and_from_another_version()
    {
        var sound = await WriteAsync(Small);
        var other = (byte[])sound.Clone();
        other[^4] ^= 1;

        (await RefusalOf(other))!.Message.Should().Be("The document is damaged: its fingerprint or its order is wrong.");
        (await RefusalOf([.. sound, (byte)'\n']))!.Message.Should().Be("The document is damaged: something follows its last line.");
        (await RefusalOf("{\"format\":\"UserImport.ChangeSet\",\"version\":2}\n"u8.ToArray()))!.Message.Should().Be(
            "The document has format version 2, and this library reads version 1: make the check again, or use the version of the library that wrote it.");
    }

    [Fact]
    public async Task A_missing_stream_is_refused_by_its_name()
    {
        (await Small.Invoking(set => set.WriteAsync(null!, Cancel)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("destination");
        (await Small.Invoking(_ => ChangeSet.ReadAsync(null!, Cancel)).Should().ThrowAsync<ArgumentNullException>()).WithParameterName("source");
    }

    [Fact]
    public void Any_change_set_is_read_back_the_same_through_a_stream_of_short_reads()
    {
        Prop.ForAll(ChangeSetSamples.Any.ToArbitrary(), set =>
        {
            var bytes = WriteAsync(set).GetAwaiter().GetResult();
            using var slow = new ShortReads(bytes);
            var read = ChangeSet.ReadAsync(slow, Cancel).GetAwaiter().GetResult();
            read.Should().BeEquivalentTo(set, options => options.WithStrictOrdering());
            WriteAsync(read).GetAwaiter().GetResult().Should().Equal(bytes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public async Task A_stream_that_fails_passes_its_own_exception_through()
    {
        var reading = () => ChangeSet.ReadAsync(new ShortReads([], new IOException("gone")), Cancel);

        await reading.Should().ThrowAsync<IOException>();
    }

    private static async Task<byte[]> WriteAsync(ChangeSet set)
    {
        using var stream = new MemoryStream();
        await set.WriteAsync(stream, Cancel);
        return stream.ToArray();
    }

    private static Task<ChangeSet> ReadAsync(byte[] document) => ChangeSet.ReadAsync(new MemoryStream(document), Cancel);

    /// <summary>The small change set with another text in it, under a fingerprint that fits.</summary>
    private static async Task<byte[]> ForgeAsync(string part, string forged)
    {
        var text = Encoding.UTF8.GetString(await WriteAsync(Small));
        text.Should().Contain(part);
        text = text[..text.LastIndexOf("],\"fingerprint\"", StringComparison.Ordinal)].Replace(part, forged, StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return Encoding.UTF8.GetBytes($"{text}],\"fingerprint\":\"{hash}\"}}\n");
    }

    private static async Task<ChangeSetFault?> FaultOf(byte[] document) => (await RefusalOf(document))?.Fault;

    private static async Task<ChangeSetException?> RefusalOf(byte[] document)
    {
        try
        {
            await ReadAsync(document);
            return null;
        }
        catch (ChangeSetException refused)
        {
            return refused;
        }
    }

    private sealed class ShortReads(byte[] bytes, Exception? fault = null) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            fault is null ? base.ReadAsync(buffer[..Math.Min(buffer.Length, 7)], cancellationToken) : throw fault;
    }
}
