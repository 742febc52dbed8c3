using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Options;
using UserImport.Benchmarks.Workloads;
using UserImport.Templates;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does a template cost that offers many departments, beside writing as many names as bytes?</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private readonly TemplateGenerator _generator = new(Options.Create(new UserImportOptions()));
    private string[][] _rows = [];
    private OrgStructure _structure = new();

    [Params(10_000, 100_000)]
    public int Departments { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        OrgDepartment[] departments = [.. Enumerable.Range(1, Departments).Select(i => new OrgDepartment(
            string.Create(CultureInfo.InvariantCulture, $"Afdeling {i:D6}"), Names.Companies[i % Names.Companies.Length].Name))];
        _rows = [.. departments.Select(department => new[] { department.Name })];
        _structure = new OrgStructure
        {
            Companies = [.. Names.Companies.Select(company => new OrgUnit(company.Name))],
            Departments = departments,
            Functions = [.. Names.Functions.Select(name => new OrgUnit(name))],
            Languages = [new("nl"), new("en")],
        };
    }

    /// <summary>Returns how long the file is.</summary>
    [Benchmark(Baseline = true)]
    public long WriteNames()
    {
        using var file = new MemoryStream();
        WorkbookFile.Write(file, _rows, WorkbookLayout.Inline);
        return file.Length;
    }

    /// <summary>Returns how long the file is.</summary>
    [Benchmark]
    public async Task<long> WriteTemplate()
    {
        using var file = new MemoryStream();
        await WriteAsync(file);
        return file.Length;
    }

    internal Task WriteAsync(Stream file) => _generator.WriteAsync(_structure, file);
}
