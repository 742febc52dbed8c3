namespace UserImport.Benchmarks.Compare;

/// <summary>One glance: this library and others over the same workbook, beside the mere unpacking of it.</summary>
internal static class CompareCommand
{
    public static async Task RunAsync(CompareOptions options, TextWriter output)
    {
        if (options.IsAlone)
        {
            await output.WriteLineAsync(MeasurementTable.ToJson([await OwnProcess.MeasureAloneAsync(options)]));
            return;
        }
        var measurements = await MeasureAsync(options);
        await output.WriteLineAsync(options.Json ? MeasurementTable.ToJson(measurements) : MeasurementTable.ToTable(measurements, options.Markdown));
    }

    /// <summary>Measures the tasks that the options choose.</summary>
    public static async Task<IReadOnlyList<Measurement>> MeasureAsync(CompareOptions options)
    {
        var tasks = CompareTask.Chosen(options);
        if (options.Memory || options.First) return Measurement.Compared(await OwnProcess.MeasureAsync(tasks, options));
        var rounds = new Rounds(tasks, options.Rounds);
        await rounds.WarmUpAsync();
        using var workload = options.MakeWorkload();
        return Measurement.Compared(await rounds.MeasureAsync(workload));
    }
}
