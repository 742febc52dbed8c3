using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>Something that is measured: what it does with an upload or the users, and the checksum of the cells if it reads cells.</summary>
/// <param name="Name">How it is asked for.</param>
/// <param name="MostRows">Up to how many rows it takes part without being asked for by name.</param>
/// <param name="RunAsync">Does it once.</param>
internal sealed record CompareTask(string Name, int MostRows, Func<Workload, Task<CellSum?>> RunAsync)
{
    private const int Always = int.MaxValue;

    // A peer takes minutes for more rows than this.
    private const int MostRowsOfPeers = 200_000;

    private const int OnlyByName = 0;

    /// <summary>Whether it has to be told where in the workbook the users stand.</summary>
    public bool AsksForPlaces { get; private init; }

    public static CompareTask Inflate { get; } = Walk("inflate", Always, workload => Readers.Inflate.Read(workload.Upload));

    /// <summary>All tasks, in the order in which they run.</summary>
    public static IReadOnlyList<CompareTask> All { get; } =
    [
        Inflate,
        Reads("parse", Library.Parse),
        Does("check", Always, Library.CheckAsync),
        Does("export", OnlyByName, workload => Library.ExportAsync(workload, Stream.Null)),
        Walk("XmlReader", MostRowsOfPeers, workload => Readers.Inflate.ReadXml(workload.Upload)),
        Peer("ExcelDataReader", ObjectReaders.ReadWithExcelDataReader),
        Peer("OpenXmlReader", OpenXmlSdk.ReadElements),
        Peer("MiniExcel", ObjectReaders.ReadWithMiniExcel),
        Peer("OpenXmlDom", OpenXmlSdk.ReadTree),
    ];

    /// <summary>Returns the tasks that the options ask for, always with <c>inflate</c>, which all are compared with.</summary>
    /// <exception cref="ArgumentException">A name is none of a task.</exception>
    public static IReadOnlyList<CompareTask> Chosen(CompareOptions options)
    {
        var names = options.Tasks ?? [.. All.Where(task => options.Rows <= task.MostRows).Select(task => task.Name)];
        foreach (var name in names)
            if (!All.Any(task => task.IsNamed(name)))
                throw new ArgumentException($"'{name}' is no task; there are {string.Join(", ", All.Select(task => task.Name))}.");
        return [.. All.Where(task => task == Inflate || names.Any(task.IsNamed))];
    }

    private bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static CompareTask Reads(string name, Func<Workload, CellSum> read) => new(name, Always, workload => Task.FromResult<CellSum?>(read(workload)));

    private static CompareTask Peer(string name, Func<Upload, CellSum> read) =>
        new(name, MostRowsOfPeers, workload => Task.FromResult<CellSum?>(read(workload.Upload))) { AsksForPlaces = true };

    private static CompareTask Does(string name, int mostRows, Func<Workload, Task> run) => new(name, mostRows, async workload =>
    {
        await run(workload);
        return null;
    });

    private static CompareTask Walk(string name, int mostRows, Func<Workload, long> read) => new(name, mostRows, workload =>
        read(workload) > 0 ? Task.FromResult<CellSum?>(null) : throw new InvalidDataException("There is nothing in the sheet.")) { AsksForPlaces = true };
}
