using System.Diagnostics;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>Runs tasks in alternating rounds, so that whatever else the machine does meets all of them.</summary>
internal sealed class Rounds(IReadOnlyList<CompareTask> tasks, int rounds)
{
    private const int RowsToWarmUp = 2_000;
    private const int RoundsToWarmUp = 5;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    // A slow task takes part in fewer rounds, so that all rounds together end in minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly Dictionary<CompareTask, List<(double Ms, long Bytes)>> _runs = tasks.ToDictionary(task => task, _ => new List<(double, long)>());
    private readonly HashSet<CompareTask> _odd = [];
    private (CompareTask Task, CellSum Cells)? _first;

    /// <summary>Lets the runtime compile what the tasks run; what a process holds after that is its base.</summary>
    public async Task WarmUpAsync()
    {
        using var small = Workload.Invent(RowsToWarmUp, WorkbookLayout.Mixed);
        foreach (var task in tasks)
            for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < WarmUp;)
                await task.RunAsync(small);
    }

    /// <summary>Measures all tasks.</summary>
    /// <exception cref="InvalidDataException">Two readers disagree about invented cells.</exception>
    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workload workload)
    {
        // A task alone in its process has nobody to be compared with, and its first run is to be measured.
        if (tasks.Count > 1)
            foreach (var task in tasks) await RunAsync(task, workload);
        workload.Upload.IsCompared = false;
        _first = null;
        foreach (var runs in _runs.Values) runs.Clear();
        // The first rounds of a quick task still meet code that is being compiled, and a heap that is growing.
        for (var round = 0; round < RoundsToWarmUp && rounds > RoundsToWarmUp; round++)
            foreach (var task in tasks)
                if (_runs[task].Sum(run => run.Ms) < WarmUp.TotalMilliseconds)
                    await RunAsync(task, workload);
        foreach (var runs in _runs.Values) runs.Clear();
        for (var round = 0; round < rounds; round++)
            foreach (var task in tasks)
                if (round == 0 || _runs[task].Sum(run => run.Ms) < Patience.TotalMilliseconds)
                    await RunAsync(task, workload);
        var measurements = tasks.Select(task => new Measurement(task.Name, Median(_runs[task].Select(run => run.Ms)), 1,
            Median(_runs[task].Select(run => (double)run.Bytes)) / workload.Rows, null));
        return [.. measurements];
    }

    private async Task RunAsync(CompareTask task, Workload workload)
    {
        // The garbage of one task is not the burden of the next.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        var cells = await task.RunAsync(workload);
        var elapsed = Stopwatch.GetElapsedTime(start);
        _runs[task].Add((elapsed.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - bytes));
        if (cells is { } sum) await CompareCellsAsync(task, sum, workload.IsInvented);
    }

    private async Task CompareCellsAsync(CompareTask task, CellSum sum, bool mustAgree)
    {
        _first ??= (task, sum);
        var (other, cells) = _first.Value;
        if (cells.Value == sum.Value) return;
        var difference = $"{other.Name} and {task.Name} read different texts: {cells.Cells} and {sum.Cells} cells, checksums {cells.Value:x} and {sum.Value:x}.";
        if (mustAgree) throw new InvalidDataException(difference);
        // In a file of one's own, one reader trims, shows a number as its format does, or names a date, and another does not.
        if (_odd.Add(task)) await Console.Error.WriteLineAsync(difference);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
