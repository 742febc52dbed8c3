using UserImport.Benchmarks.Workloads;
using UserImport.Columns;
using UserImport.Planning;

namespace UserImport.Benchmarks.Readers;

/// <summary>This library: its parser with every cell as a string, its check and its export.</summary>
internal static class Library
{
    public static CellSum Parse(Workload workload)
    {
        using var upload = workload.Upload.Open();
        using var sheet = workload.Parser.Parse(upload);
        var sum = workload.Upload.NewSum();
        var columns = UserColumns.All.ToArray();
        foreach (var row in sheet.Rows)
            foreach (var column in columns)
                sum.Add(column.Index, row[column]);
        return sheet.Refusal is { } refusal ? throw new InvalidDataException(refusal.Message) : sum;
    }

    /// <summary>Checks the upload with all built-in rules.</summary>
    /// <exception cref="InvalidDataException">The check does not find what was put into the upload.</exception>
    public static async Task<Planning.ImportCheck> CheckAsync(Workload workload)
    {
        using var upload = workload.Upload.Open();
        var check = await workload.Get<UserImporter>().CheckAsync(upload);
        if (check.Refusal is { } refusal) throw new InvalidDataException(refusal.Message);
        return workload.Expected is not { } expected || check.Rows == expected ? check
            : throw new InvalidDataException($"The check says {check.Rows}; it is {expected}. {(check.Issues.Count == 0 ? "" : check.Issues[0].Message)}");
    }

    /// <summary>Exports all users; the stream stays open.</summary>
    /// <exception cref="InvalidDataException">Somebody was left out.</exception>
    public static async Task ExportAsync(Workload workload, Stream file)
    {
        var users = 0;
        await workload.Get<UserImporter>().ExportAsync(workload.Users.All.ToAsyncEnumerable().Select(Counted), file);
        if (users != workload.Users.All.Count) throw new InvalidDataException($"The export asked for {users} of {workload.Users.All.Count} users.");

        UserRecord Counted(UserRecord user)
        {
            users++;
            return user;
        }
    }
}
