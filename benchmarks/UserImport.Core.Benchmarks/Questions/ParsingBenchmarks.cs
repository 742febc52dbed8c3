using BenchmarkDotNet.Attributes;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does it cost to read every cell of an upload, beside unpacking it?</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private Workload _workload = null!;

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [Params(WorkbookLayout.Shared, WorkbookLayout.Inline)]
    public WorkbookLayout Layout { get; set; }

    [GlobalSetup]
    public void Setup() => _workload = Workload.Invent(Rows, Layout);

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    /// <summary>Returns how many bytes there are.</summary>
    [Benchmark(Baseline = true)]
    public long Unpack() => Inflate.Read(_workload.Upload);

    /// <summary>Returns how many nodes there are.</summary>
    [Benchmark]
    public long WalkXml() => Inflate.ReadXml(_workload.Upload);

    /// <summary>Returns how many cells hold something.</summary>
    [Benchmark]
    public long Parse() => Library.Parse(_workload).Cells;
}
