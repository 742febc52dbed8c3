namespace UserImport.Benchmarks.Workloads;

/// <summary>Limits that let a million users pass.</summary>
internal static class Limits
{
    public static ImportLimits None { get; } = Raise(new ImportLimits());

    public static ImportLimits Raise(ImportLimits limits)
    {
        limits.FileBytes = 1L << 31;
        limits.SheetBytes = 1L << 33;
        limits.SharedStringBytes = 1L << 31;
        limits.CompressionRatio = 2_000;
        limits.Rows = 1 << 20;
        limits.TextBytes = 1L << 31;
        limits.ListEntries = 1L << 31;
        return limits;
    }
}
