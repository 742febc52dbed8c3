using System.Globalization;

namespace UserImport.Benchmarks.Compare;

/// <summary>How cost grows: the same tasks over uploads of 1,000 rows, ten times as many, and so on.</summary>
internal static class ScaleCommand
{
    public const int MostRows = 1_000_000;

    private const int FewestRows = 1_000;
    private static readonly string[] Tasks = ["parse", "check"];

    public static async Task RunAsync(CompareOptions options, TextWriter output)
    {
        var measured = new List<(string, int, Measurement)>();
        options = options with { Tasks = options.Tasks ?? Tasks };
        for (var rows = FewestRows; rows <= options.Rows; rows *= 10)
            foreach (var measurement in await CompareCommand.MeasureAsync(options with { Rows = rows }))
                measured.Add((rows.ToString("#,0", CultureInfo.InvariantCulture), rows, measurement));
        await output.WriteLineAsync(MeasurementTable.ByRow("Rows", measured, options.Markdown));
    }
}
