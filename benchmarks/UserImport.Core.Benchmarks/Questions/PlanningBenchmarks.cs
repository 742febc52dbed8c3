using BenchmarkDotNet.Attributes;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;
using UserImport.Planning;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does planning cost beside reading the rows, when nothing changes, when little does, when everybody is new?</summary>
[MemoryDiagnoser]
public class PlanningBenchmarks
{
    private Workload _workload = null!;

    /// <summary>What an upload changes.</summary>
    public enum Upload
    {
        /// <summary>Every row repeats what is stored; 2 % ask for an invitation.</summary>
        ChangesNothing,

        /// <summary>2 % of the rows add a user, 5 % change one field.</summary>
        ChangesLittle,

        /// <summary>Every row adds a user.</summary>
        AddsEverybody,
    }

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [Params(Upload.ChangesNothing, Upload.ChangesLittle, Upload.AddsEverybody)]
    public Upload Kind { get; set; }

    [GlobalSetup]
    public void Setup() => _workload = Kind is Upload.ChangesLittle
        ? Workload.Invent(Rows, WorkbookLayout.Shared)
        : Workload.Invent(Rows, areStored: Kind is Upload.ChangesNothing);

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
