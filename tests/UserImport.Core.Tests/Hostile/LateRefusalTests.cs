using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>What refuses a file at its end does so before its rows are planned, where planning them would cost much.</summary>
public sealed class LateRefusalTests
{
    private const int Rows = 30_000;

    [Theory]
    [InlineData("a wrong checksum", "workbook.damaged")]
    [InlineData("a row too many", "workbook.tooLarge")]
    [InlineData("too much text", "workbook.tooLarge")]
    public async Task A_large_file_that_is_refused_at_its_end_costs_few_lookups(string fault, string code)
    {
        var sheet = string.Concat(Enumerable.Range(2, Rows).Select(row => UsersSheet.Row(row)));
        var book = RawWorkbook.Of(UsersSheet.Header + sheet);
        if (fault == "a wrong checksum") book.Zip = (_, all) => all[UsersSheet.Sheet].Crc = 1;
        var (check, lookups) = await CheckAsync(book.ToArray(), limits =>
        {
            if (fault == "a row too many") limits.Rows = Rows - 1;
            if (fault == "too much text") limits.TextBytes = 1_000_000;
        });

        check.Refusal!.Code.Should().Be(code);
        lookups.Should().BeLessThan(12, "30 batches would ask more often");
    }

    [Fact]
    public async Task A_large_file_that_is_sound_is_read_in_full()
    {
        var sheet = string.Concat(Enumerable.Range(2, 5_000).Select(row => UsersSheet.Row(row)));
        var (check, _) = await CheckAsync(RawWorkbook.Of(UsersSheet.Header + sheet).ToArray(), _ => { });

        check.Refusal.Should().BeNull();
        check.RejectedRows.Select(row => row.Cells["EmployeeNumber"]).Should()
            .Equal(Enumerable.Range(2, 5_000).Select(row => string.Create(CultureInfo.InvariantCulture, $"A{row}")));
    }

    private static async Task<(ImportCheck Check, int Lookups)> CheckAsync(byte[] file, Action<ImportLimits> limit)
    {
        var users = new StoryUsers(Story.Structure);
        var services = new ServiceCollection();
        services.AddUserImport(options => limit(options.Limits));
        services.AddSingleton<IUserRepository>(users).AddSingleton<IOrgStructureLookup>(users);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var check = await scope.ServiceProvider.GetRequiredService<UserImporter>()
            .CheckAsync(new MemoryStream(file), null, null, TestContext.Current.CancellationToken);
        return (check, users.Lookups.Count);
    }
}
