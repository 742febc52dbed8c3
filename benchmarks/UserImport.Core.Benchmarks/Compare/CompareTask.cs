using UserImport.Benchmarks.Readers;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>Something that is measured: what it does with an upload, and the checksum of the cells if it reads cells.</summary>
internal sealed record CompareTask(string Name, bool IsPeer, Func<Workload, Task<CellSum?>> RunAsync)
{
    // A peer that takes minutes for more rows than this must be asked for by name.
    private const int MostRowsOfPeers = 200_000;

    public static CompareTask Inflate { get; } = Walk("inflate", isPeer: false, workload => Readers.Inflate.Read(workload.Upload));

    /// <summary>All tasks, in the order in which they run.</summary>
    public static IReadOnlyList<CompareTask> All { get; } =
    [
        Inflate,
        Reads("parse", Library.Parse),
        new("check", false, CheckAsync),
        Walk("XmlReader", isPeer: true, workload => Readers.Inflate.ReadXml(workload.Upload)),
        Peer("ExcelDataReader", ObjectReaders.ReadWithExcelDataReader),
        Peer("OpenXmlReader", OpenXmlSdk.ReadElements),
        Peer("MiniExcel", ObjectReaders.ReadWithMiniExcel),
        Peer("OpenXmlDom", OpenXmlSdk.ReadTree),
    ];

    /// <summary>Returns the tasks that the options ask for, always with <c>inflate</c>, which all are compared with.</summary>
    /// <exception cref="ArgumentException">A name is none of a task.</exception>
    public static IReadOnlyList<CompareTask> Chosen(CompareOptions options)
    {
        var names = options.Tasks ?? [.. All.Where(task => !task.IsPeer || options.Rows <= MostRowsOfPeers).Select(task => task.Name)];
        foreach (var name in names)
            if (!All.Any(task => task.IsNamed(name)))
                throw new ArgumentException($"'{name}' is no task; there are {string.Join(", ", All.Select(task => task.Name))}.");
        return [.. All.Where(task => task == Inflate || names.Any(task.IsNamed))];
    }

    private bool IsNamed(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static async Task<CellSum?> CheckAsync(Workload workload)
    {
        await Library.CheckAsync(workload);
        return null;
    }

    private static CompareTask Reads(string name, Func<Workload, CellSum> read) => new(name, false, workload => Task.FromResult<CellSum?>(read(workload)));

    private static CompareTask Peer(string name, Func<Upload, CellSum> read) => new(name, true, workload => Task.FromResult<CellSum?>(read(workload.Upload)));

    private static CompareTask Walk(string name, bool isPeer, Func<Workload, long> read) => new(name, isPeer, workload =>
        read(workload) > 0 ? Task.FromResult<CellSum?>(null) : throw new InvalidDataException("There is nothing in the sheet."));
}
