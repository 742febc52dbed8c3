using BenchmarkDotNet.Attributes;
using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does an export cost beside writing the same rows as bytes?</summary>
[MemoryDiagnoser]
public class ExportBenchmarks
{
    private Workload _workload = null!;
    private string[][] _rows = [];

    [Params(10_000, 100_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _workload = Workload.Invent(Rows, WorkbookLayout.Shared, UploadKind.ChangesNothing);
        _rows = [.. new Staff(Rows).Rows()];
    }

    [GlobalCleanup]
    public void Cleanup() => _workload.Dispose();

    /// <summary>Returns how long the file is.</summary>
    [Benchmark(Baseline = true)]
    public long WriteBytes()
    {
        using var file = new MemoryStream();
        WorkbookFile.Write(file, _rows, WorkbookLayout.Inline);
        return file.Length;
    }

    /// <summary>Returns how long the file is.</summary>
    [Benchmark]
    public async Task<long> Export()
    {
        using var file = new MemoryStream();
        await Library.ExportAsync(_workload, file);
        return file.Length;
    }
}
