using System.Globalization;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.Options;
using UserImport.Benchmarks.Workloads;
using UserImport.Templates;

namespace UserImport.Benchmarks.Questions;

/// <summary>What does a template cost that offers many teams, beside writing as many names as bytes?</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private readonly TemplateGenerator _generator = new(Options.Create(new UserImportOptions()));
    private string[][] _rows = [];
    private OrgStructure _structure = new();

    [Params(10_000, 100_000)]
    public int Teams { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        string[] teams = [.. Enumerable.Range(1, Teams).Select(i => string.Create(CultureInfo.InvariantCulture, $"Team {i:D6}"))];
        _rows = [.. teams.Select(team => new[] { team })];
        _structure = new OrgStructure
        {
            Companies = [.. Names.Companies.Select(company => new OrgUnit(company.Name))],
            Departments = [.. Names.Departments.Select(name => new OrgDepartment(name))],
            Functions = [.. Names.Functions.Select(name => new OrgUnit(name))],
            Teams = [.. teams.Select(team => new OrgUnit(team))],
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
