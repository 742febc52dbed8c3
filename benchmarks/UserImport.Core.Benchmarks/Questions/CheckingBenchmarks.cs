using BenchmarkDotNet.Attributes;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does a final check cost, against as many users as there are rows, beside unpacking the upload?</summary>
[MemoryDiagnoser]
public class CheckingBenchmarks
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

    /// <summary>Returns how many changes the check plans.</summary>
    [Benchmark]
    public async Task<int> Check() => (await Library.CheckAsync(_workload)).Changes.Changes.Count;
}
