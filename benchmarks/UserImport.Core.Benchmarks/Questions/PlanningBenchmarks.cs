using BenchmarkDotNet.Attributes;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;
using UserImport.Planning;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does planning cost beside reading the rows, when nothing changes, when little does, when everything does, and when all is wrong?</summary>
[MemoryDiagnoser]
public class PlanningBenchmarks
{
    private Workload _workload = null!;

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [ParamsAllValues]
    public UploadKind Kind { get; set; }

    [GlobalSetup]
    public void Setup() => _workload = Workload.Invent(Rows, WorkbookLayout.Shared, Kind);

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    /// <summary>Returns how many cells hold something.</summary>
    [Benchmark(Baseline = true)]
    public long Parse() => Library.Parse(_workload).Cells;

    /// <summary>Returns how many changes are planned.</summary>
    [Benchmark]
    public async Task<int> Plan()
    {
        using var upload = _workload.Upload.Open();
        using var sheet = _workload.Parser.Parse(upload);
        return (await _workload.Get<ChangeSetPlanner>().PlanAsync(sheet)).Changes.Changes.Count;
    }
}
