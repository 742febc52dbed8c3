using System.Diagnostics;
using System.Globalization;

namespace UserImport.Benchmarks.Compare;

/// <summary>The most physical memory that the process held since a moment, beyond what it held at that moment.</summary>
internal sealed class PeakMemory
{
    private const string ForgetPeak = "5";
    private const double MiB = 1 << 20;

    private readonly long _base;

    private PeakMemory(long bytes) => _base = bytes;

    /// <summary>Gives back what is not needed and starts to look.</summary>
    public static PeakMemory Start()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        // Linux keeps one peak for the life of a process, until it is told to forget it.
        if (OperatingSystem.IsLinux()) File.WriteAllText("/proc/self/clear_refs", ForgetPeak);
        using var process = Process.GetCurrentProcess();
        return new PeakMemory(process.WorkingSet64);
    }

    /// <summary>Returns the peak in MiB beyond the base.</summary>
    public double Read()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Max(0, (Peak() ?? process.PeakWorkingSet64) - _base) / MiB;
    }

    private static long? Peak()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1];
        return kilobytes is null ? null : long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
    }
}
