using BenchmarkDotNet.Running;

namespace UserImport.Benchmarks;

/// <summary>Runs the BenchmarkDotNet classes that the arguments choose.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    }
}
