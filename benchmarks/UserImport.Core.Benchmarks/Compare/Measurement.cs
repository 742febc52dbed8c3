using UserImport.Benchmarks.Readers;

namespace UserImport.Benchmarks.Compare;

/// <summary>What was measured of one task.</summary>
/// <param name="Task">Its name.</param>
/// <param name="MedianMs">The median of its rounds.</param>
/// <param name="Ratio">The median as a multiple of that of <c>inflate</c>.</param>
/// <param name="AllocatedBytesPerRow">The median of the bytes allocated, by row of the sheet.</param>
/// <param name="PeakMiB">The most memory beyond what the process held before; null unless it had a process of its own.</param>
internal sealed record Measurement(string Task, double MedianMs, double Ratio, double AllocatedBytesPerRow, double? PeakMiB)
{
    /// <summary>Sets every task beside <c>inflate</c>.</summary>
    public static IReadOnlyList<Measurement> Compared(IReadOnlyList<Measurement> measurements)
    {
        var inflate = measurements.First(measurement => measurement.Task == CompareTask.Inflate.Name).MedianMs;
        return [.. measurements.Select(measurement => measurement with { Ratio = measurement.MedianMs / inflate })];
    }
}
