using Microsoft.EntityFrameworkCore;
using OnlineAcademy.Data;
using static OnlineAcademy.Tests.Uploads;

namespace OnlineAcademy.Tests.Data;

public sealed class KilledImportTests(Workspace workspace) : IClassFixture<Workspace>
{
    [Fact]
    [Trait("Rule", "P5")]
    public async Task An_import_that_was_killed_goes_on_where_it_stopped()
    {
        var token = TestContext.Current.CancellationToken;
        var (killed, undisturbed) = (workspace["killed.db"], workspace["undisturbed.db"]);
        var (upload, changes) = (workspace["upload.xlsx"], workspace["changes.json"]);
        await WriteAsync(new DatabaseChoice(undisturbed, null, 2000), upload,
            users => users.Select(user => user.Locked is null ? user with { FirstName = user.FirstName + "-" } : user));
        await AcademyCommand.RunAsync("users", "--seed", "2000", "--database", killed);
        await AcademyCommand.RunAsync("check", upload, "--changes", changes, "--database", undisturbed);
        await AcademyCommand.RunAsync("apply", changes, "--database", undisturbed);

        using (var process = AcademyProcess.Start("apply", changes, "--database", killed))
        {
            while (await BatchesAsync(killed) < 1) await Task.Delay(5, token);
            process.Kill();
            await process.WaitForExitAsync(token);
        }
        var batches = await BatchesAsync(killed);
        var resumed = await AcademyCommand.RunAsync("apply", changes, "--json", "--database", killed);

        batches.Should().BeLessThan(4, "the process was killed before its end");
        resumed.Json.GetProperty("applied").GetInt32().Should().BeGreaterThan(1900);
        resumed.Json.GetProperty("outcomes").GetArrayLength().Should().Be(0);
        (await AcademyCommand.RunAsync("users", "--json", "--database", killed)).Output
            .Should().Be((await AcademyCommand.RunAsync("users", "--json", "--database", undisturbed)).Output);
        await using var db = Open(killed);
        (await db.Users.MaxAsync(user => user.Version, token)).Should().Be(2, "every user was touched once");
    }

    private static async Task<int> BatchesAsync(string database)
    {
        await using var db = Open(database);
        return await db.AppliedBatches.CountAsync(TestContext.Current.CancellationToken);
    }

    private static AcademyContext Open(string database)
    {
        var options = new DbContextOptionsBuilder<AcademyContext>();
        new DatabaseChoice(database, null, null).Configure(options);
        return new AcademyContext(options.Options);
    }
}
