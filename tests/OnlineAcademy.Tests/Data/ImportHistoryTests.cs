using OnlineAcademy.Data;
using UserImport;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Data;

/// <summary>What is kept of every import; what is said here holds for both databases.</summary>
public abstract class ImportHistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_is_kept_with_who_when_which_file_and_how_many()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var id = await UploadAsync(academy);

        await academy.History.CheckedAsync(id, await academy.CheckAsync(Edited), Token);

        (await academy.History.FindAsync(id, Token)).Should().BeEquivalentTo(new
        {
            Who = "Noor", FileName = "users.xlsx", State = ImportState.Checked, Added = 1, Updated = 1, Rejected = 1,
        });
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task A_page_on_another_server_has_the_check_and_the_corrections_from_the_document()
    {
        var database = NewDatabase();
        await using var one = await TestAcademy.OpenAsync(database);
        var id = await UploadAsync(one);
        var check = await one.CheckAsync(Edited);
        await one.History.CheckedAsync(id, check, Token);
        await using var other = await TestAcademy.OpenAsync(database);

        var found = await other.Documents.FindCheckAsync(id, Token);

        found.Should().BeEquivalentTo(check, options => options.WithStrictOrdering());
        (await CorrectionsAsync(other, found!)).Should().Equal(await CorrectionsAsync(one, check));
    }

    [Fact]
    public async Task A_check_of_many_pieces_is_read_back_whole()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var id = await UploadAsync(academy);
        var check = await academy.CheckAsync(users => users.Concat(Enumerable.Range(0, 2000).Select(i => NewUser($"N-{i}", $"nieuw{i}"))));
        await academy.History.CheckedAsync(id, check, Token);
        using var documents = academy.NewDocuments();

        var changes = await documents.FindChangesAsync(id, Token);

        changes.Should().BeEquivalentTo(check.Changes, options => options.WithStrictOrdering());
        (await academy.CountAsync<DocumentPiece>()).Should().BeGreaterThan(2);
    }

    [Fact]
    public async Task Of_two_servers_that_checked_the_same_file_the_first_one_counts()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var id = await UploadAsync(academy);
        var (first, second) = (await academy.CheckAsync(Edited), await academy.CheckAsync(Edited));

        await academy.History.CheckedAsync(id, first, Token);
        await academy.History.CheckedAsync(id, second, Token);

        using var documents = academy.NewDocuments();
        (await documents.FindChangesAsync(id, Token))!.Id.Should().Be(first.Changes.Id);
        (await academy.History.FindAsync(id, Token))!.ChangeSetId.Should().Be(first.Changes.Id);
    }

    [Fact]
    public async Task An_import_from_the_terminal_that_broke_off_waits_to_be_resumed()
    {
        await using var academy = await TestAcademy.OpenAsync(NewDatabase());
        var check = await academy.CheckAsync(Edited);

        await academy.History.StartedAsync(check.Changes, check, "terminal", Token);
        await academy.History.StoppedAsync(check.Changes, Token);
        await using var db = await academy.ContextAsync();
        var import = db.Imports.Single();

        import.State.Should().Be(ImportState.Failed);
        (await academy.Documents.FindChangesAsync(import.Id, Token))!.Fingerprint.Should().Be(check.Changes.Fingerprint);
    }

    internal abstract DatabaseChoice NewDatabase();

    private static async Task<Guid> UploadAsync(TestAcademy academy)
    {
        var history = academy.History;
        var id = await history.UploadingAsync(new ImportRequest { FileName = "users.xlsx" }, "Noor", Token);
        (await history.TryMoveAsync(id, [ImportState.Uploading], ImportState.Checking, null, Token)).Should().BeTrue();
        return id;
    }

    private static async Task<byte[]> CorrectionsAsync(TestAcademy academy, UserImport.Planning.ImportCheck check)
    {
        using var workbook = new MemoryStream();
        await academy.Importer.WriteCorrectionsAsync(check, workbook, Token);
        return workbook.ToArray();
    }

    private static IEnumerable<UserRecord> Edited(IReadOnlyList<UserRecord> users) => users
        .With("000021", user => user with { LastName = "Ander" })
        .With("000028", user => user with { Department = "Finanace" })
        .Append(NewUser("A1", "anna"));
}

public sealed class ImportHistoryOnSqliteTests(Workspace workspace) : ImportHistoryTests, IClassFixture<Workspace>
{
    internal override DatabaseChoice NewDatabase() => new(workspace.NewDatabase(), null, null);
}

public sealed class ImportHistoryOnPostgresTests(PostgresCluster cluster) : ImportHistoryTests
{
    internal override DatabaseChoice NewDatabase() => cluster.NewDatabase();
}
