using System.Diagnostics;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>Measures each task in a process of its own: only there the peak of memory is the task's, and a run the first one.</summary>
internal static class OwnProcess
{
    /// <summary>Starts the processes of each task, one after another; of several the one with the median time counts.</summary>
    public static async Task<IReadOnlyList<Measurement>> MeasureAsync(IEnumerable<CompareTask> tasks, CompareOptions options)
    {
        var measurements = new List<Measurement>();
        foreach (var task in tasks)
        {
            var runs = new List<Measurement>();
            for (var i = 0; i < options.Processes; i++) runs.Add(await StartAsync(options.ArgumentsFor(task.Name)));
            measurements.Add(runs.OrderBy(run => run.MedianMs).ElementAt(runs.Count / 2));
        }
        return measurements;
    }

    /// <summary>Measures the one task of this process, and the memory that it takes.</summary>
    public static async Task<Measurement> MeasureAloneAsync(CompareOptions options)
    {
        var task = CompareTask.Chosen(options)[^1];
        var rounds = new Rounds([task], options.Rounds);
        if (!options.First) await rounds.WarmUpAsync();
        using var workload = options.MakeWorkload();
        if (task.AsksForPlaces) workload.Upload.FindPlaces();
        var memory = PeakMemory.Start();
        var measured = await rounds.MeasureAsync(workload);
        return measured[0] with { PeakMiB = memory.Read() };
    }

    private static async Task<Measurement> StartAsync(IEnumerable<string> arguments)
    {
        var assembly = typeof(OwnProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? MeasurementTable.FromJson(output)[0] : throw new InvalidOperationException("A process of its own failed.");
    }
}
