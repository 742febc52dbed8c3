using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Planning;
using UserImport.Tests.Reference;
using UserImport.Tests.Spreadsheets;

namespace UserImport.Tests.Hostile;

/// <summary>Checks files through the public API alone, in the small host of the stories.</summary>
internal static class Upload
{
    public static async Task<ImportCheck> CheckAsync(byte[] file, Action<UserImportOptions>? configure = null, OrgStructure? structure = null,
        params UserRecord[] users)
    {
        var stored = new StoryUsers(structure ?? Story.Structure, users);
        var services = new ServiceCollection();
        services.AddUserImport(options => configure?.Invoke(options));
        services.AddSingleton<IUserRepository>(stored).AddSingleton<IOrgStructureLookup>(stored);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserImporter>()
            .CheckAsync(new MemoryStream(file), null, null, TestContext.Current.CancellationToken);
    }

    /// <summary>A workbook with many rows of new users; the cells of a row are made by its number, blank ones left out.</summary>
    public static byte[] Of(int rows, string[] headers, Func<int, string[]> cells, params string[] sharedStrings)
    {
        var sheet = new StringBuilder();
        Row(sheet, 1, headers);
        for (var row = 2; row < rows + 2; row++) Row(sheet, row, cells(row));
        return RawWorkbook.Of(sheet.ToString(), sharedStrings).ToArray();
    }

    // A cell that begins with # is the number of a shared string.
    private static void Row(StringBuilder sheet, int number, string[] cells)
    {
        sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0) continue;
            if (cells[i][0] == '#') sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{number}\" t=\"s\"><v>{cells[i].AsSpan(1)}</v></c>");
            else sheet.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cells[i]}</t></is></c>");
        }
        sheet.Append("</row>");
    }
}
