using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>What a check costs by what the upload does: little, nothing, everything, or nothing that is right.</summary>
internal static class KindsCommand
{
    private static readonly (UploadKind Kind, string Says)[] Kinds =
    [
        (UploadKind.ChangesNothing, "nothing changes"), (UploadKind.ChangesLittle, "2 % new, 5 % changed"), (UploadKind.ChangesEverybody, "every user changes"),
        (UploadKind.AddsEverybody, "every user is new"), (UploadKind.NamesUnknownCompanies, "every row is rejected"),
    ];

    /// <summary>Measures an upload of every kind.</summary>
    /// <exception cref="ArgumentException">A file is given.</exception>
    public static async Task RunAsync(CompareOptions options, TextWriter output)
    {
        if (options.File is not null) throw new ArgumentException("The kinds are invented; a file of one's own is for 'compare'.");
        var measured = new List<(string, int, Measurement)>();
        options = options with { Tasks = options.Tasks ?? ["check"] };
        foreach (var (kind, says) in Kinds)
            foreach (var measurement in await CompareCommand.MeasureAsync(options with { Kind = kind }))
                if (measurement.Task != CompareTask.Inflate.Name) measured.Add((says, options.Rows, measurement));
        await output.WriteLineAsync(MeasurementTable.ByRow("Upload", measured, options.Markdown));
    }
}
