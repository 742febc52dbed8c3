using BenchmarkDotNet.Running;
using UserImport.Benchmarks.Compare;
using UserImport.Benchmarks.Hostile;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Benchmarks;

/// <summary>Runs a command for one glance, or the BenchmarkDotNet classes that the arguments choose.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            switch (args)
            {
                case ["compare", .. var rest]:
                    await CompareCommand.RunAsync(CompareOptions.Parse(rest), Console.Out);
                    break;
                case ["scale", .. var rest]:
                    await ScaleCommand.RunAsync(CompareOptions.Parse(rest, ScaleCommand.MostRows), Console.Out);
                    break;
                case ["kinds", .. var rest]:
                    await KindsCommand.RunAsync(CompareOptions.Parse(rest), Console.Out);
                    break;
                case ["hostile", .. var rest]:
                    await HostileCommand.RunAsync(rest, Console.Out);
                    break;
                case ["page", var page]:
                    await PageCommand.RunAsync(page, Console.Error);
                    break;
                case [] or ["help" or "--help"]:
                    await Console.Out.WriteLineAsync($"{HostileCommand.Usage}\n{CompareOptions.Usage}");
                    break;
                default:
                    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
                    break;
            }
            return 0;
        }
        catch (Exception e) when (e is ArgumentException or InvalidDataException or IOException or WorkbookRefusedException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
