using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using UserImport.Benchmarks.Compare;
using UserImport.Benchmarks.Workloads;
using UserImport.Planning;

namespace UserImport.Benchmarks.Hostile;

/// <summary>What the worst files cost at the default limits, and how the cost of the costly honest ones grows.</summary>
internal static class HostileCommand
{
    public const string Usage = "hostile [--cases WORD,…] [--markdown]";

    private static readonly string[] Headers = ["Case", "Size", "File MiB", "ms", "CPU ms", "Growth", "Allocated MiB", "Peak MiB", "Ends as"];

    /// <summary>Measures the cases whose names contain one of the words; all without words.</summary>
    /// <exception cref="InvalidDataException">A file does not end as it must.</exception>
    public static async Task RunAsync(string[] arguments, TextWriter output)
    {
        var isMarkdown = arguments.Contains("--markdown", StringComparer.Ordinal);
        var words = Array.IndexOf(arguments, "--cases") is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1].Split(',') : [""];
        var cases = HostileCase.All.Where(one => words.Any(word => one.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        if (cases.Count > 0) await MeasureAsync(cases[^1], cases[^1].Sizes[0]);
        var lines = new List<string[]>();
        foreach (var one in cases)
        {
            (int Size, double CpuMs)? before = null;
            foreach (var size in one.Sizes)
            {
                var measured = await MeasureAsync(one, size);
                var growth = before is { } smaller ? MeasurementTable.Text(measured.CpuMs / smaller.CpuMs) + " for " + MeasurementTable.Text((double)size / smaller.Size) : "";
                lines.Add([one.Name, $"{size.ToString("#,0", CultureInfo.InvariantCulture)} {one.Unit}", MeasurementTable.Text(measured.FileMiB),
                    MeasurementTable.Text(measured.Ms), MeasurementTable.Text(measured.CpuMs), growth, MeasurementTable.Text(measured.AllocatedMiB), MeasurementTable.Text(measured.PeakMiB), measured.End]);
                before = (size, measured.CpuMs);
            }
        }
        await output.WriteLineAsync(MeasurementTable.Write(Headers, lines, isMarkdown));
    }

    /// <summary>Checks the file of a case once.</summary>
    /// <exception cref="InvalidDataException">It does not end as it must.</exception>
    public static async Task<(double FileMiB, double Ms, double CpuMs, double AllocatedMiB, double PeakMiB, string End)> MeasureAsync(HostileCase one, int size)
    {
        var upload = one.Make(size);
        var services = new ServiceCollection();
        services.AddUserImport();
        services.AddSingleton<IUserRepository>(new UsersInMemory(upload.Users)).AddSingleton<IOrgStructureLookup>(new Organisation(upload.Structure));
        await using var provider = services.BuildServiceProvider();
        using var file = new MemoryStream(upload.File, writable: false);

        var memory = PeakMemory.Start();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var check = await provider.GetRequiredService<UserImporter>().CheckAsync(file);
        var ms = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;

        if (check.Refusal?.Code != one.Refusal)
            throw new InvalidDataException($"'{one.Name}' ends as '{check.Refusal?.Code}' instead of '{one.Refusal}': {check.Refusal?.Message}");
        return (MiB(upload.File.Length), ms, cpu.TotalMilliseconds, MiB(allocated), memory.Read(), one.Refusal ?? Counts(check.Rows));
    }

    private static double MiB(long bytes) => bytes / (double)(1 << 20);

    private static string Counts(RowCounts rows) => string.Join(", ", new[]
    {
        (rows.Added, "added"), (rows.Updated, "updated"), (rows.Unchanged, "unchanged"), (rows.Rejected, "rejected"), (rows.Duplicates, "duplicates"),
    }.Where(count => count.Item1 > 0).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Item1:#,0} {count.Item2}")));
}
