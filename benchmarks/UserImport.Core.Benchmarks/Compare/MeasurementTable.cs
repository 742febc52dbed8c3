using System.Globalization;
using System.Text;
using System.Text.Json;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>Writes measurements as JSON, as a table for the terminal, or as one for a page.</summary>
internal static class MeasurementTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string ToJson(IReadOnlyList<Measurement> measurements) => JsonSerializer.Serialize(measurements.Select(Rounded), Json);

    public static IReadOnlyList<Measurement> FromJson(string json) => JsonSerializer.Deserialize<List<Measurement>>(json, Json)!;

    /// <summary>Writes a row a task.</summary>
    public static string ToTable(IReadOnlyList<Measurement> measurements, bool isMarkdown)
    {
        var hasPeak = measurements.Any(measurement => measurement.PeakMiB is not null);
        string[] headers = ["Task", "ms", "Ratio to inflate", "Bytes allocated a row"];
        return Write([.. headers, .. hasPeak ? ["Peak MiB"] : Array.Empty<string>()],
            measurements.Select(m => (string[])[m.Task, Text(m.MedianMs), Text(m.Ratio), Text(m.AllocatedBytesPerRow),
                .. hasPeak ? [m.PeakMiB is { } peak ? Text(peak) : ""] : Array.Empty<string>()]), isMarkdown);
    }

    /// <summary>Writes a row for each task of several uploads, with what it costs a row of the upload.</summary>
    /// <param name="differs">In what the uploads differ.</param>
    /// <param name="measurements">How an upload is called, how many rows it has, and what was measured.</param>
    /// <param name="isMarkdown">Whether the table is for a page.</param>
    public static string ByRow(string differs, IEnumerable<(string Upload, int Rows, Measurement Measured)> measurements, bool isMarkdown) =>
        Write([differs, "Task", "ms", "µs a row", "Ratio to inflate", "Bytes allocated a row"],
            measurements.Select(one => (string[])[one.Upload, one.Measured.Task, Text(one.Measured.MedianMs), Text(one.Measured.MedianMs * 1000 / one.Rows),
                Text(one.Measured.Ratio), Text(one.Measured.AllocatedBytesPerRow)]), isMarkdown);

    /// <summary>Writes a table whose first column is text and whose others are numbers.</summary>
    public static string Write(string[] headers, IEnumerable<string[]> rows, bool isMarkdown)
    {
        var lines = rows.Prepend(headers).ToList();
        var widths = headers.Select((_, i) => lines.Max(line => line[i].Length)).ToArray();
        var table = new StringBuilder();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            table.Append(isMarkdown ? "| " : "").AppendJoin(isMarkdown ? " | " : "  ", cells).AppendLine(isMarkdown ? " |" : "");
            if (isMarkdown && line == headers)
                table.Append('|').AppendJoin('|', widths.Select((width, i) => new string('-', width + 1) + (i == 0 ? "-" : ":"))).AppendLine("|");
        }
        return table.ToString();
    }

    /// <summary>Returns a number with as many digits as it can stand for.</summary>
    public static string Text(double number) =>
        number.ToString(Math.Abs(number) < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private static Measurement Rounded(Measurement measurement) => measurement with
    {
        MedianMs = Math.Round(measurement.MedianMs, 3),
        Ratio = Math.Round(measurement.Ratio, 3),
        AllocatedBytesPerRow = Math.Round(measurement.AllocatedBytesPerRow, 1),
        PeakMiB = measurement.PeakMiB is { } peak ? Math.Round(peak, 1) : null,
    };
}
