using System.Globalization;
using UserImport.Benchmarks.Workloads;

namespace UserImport.Benchmarks.Compare;

/// <summary>What the arguments of <c>compare</c>, <c>scale</c> and <c>kinds</c> ask for.</summary>
internal sealed record CompareOptions
{
    public const string Usage = """
        compare [--rows N] [--layout shared|inline|mixed|blank] [--kind changesLittle|changesNothing|changesEverybody|addsEverybody|namesUnknownCompanies]
                [--file FILE.xlsx] [--tasks NAME,…] [--rounds N] [--memory | --first] [--json | --markdown]
        scale   [--rows MOST] [--layout …] [--tasks NAME,…] [--rounds N] [--markdown]
        kinds   [--rows N] [--layout …] [--tasks NAME,…] [--rounds N] [--markdown]
        page    docs/performance.md
        Anything else goes to BenchmarkDotNet, such as: --filter '*'
        """;

    public int Rows { get; init; } = 100_000;

    public WorkbookLayout Layout { get; init; }

    public UploadKind Kind { get; init; }

    public string? File { get; init; }

    /// <summary>The tasks beside <c>inflate</c>; null for those that take part without being named.</summary>
    public IReadOnlyList<string>? Tasks { get; init; }

    public int Rounds { get; init; } = 9;

    public bool Memory { get; init; }

    /// <summary>Whether each round of a task is the first run of a process of its own.</summary>
    public bool First { get; init; }

    /// <summary>How many processes each task is measured in, where it has its own.</summary>
    public int Processes => First ? Rounds : 1;

    /// <summary>Whether this process is one of those that <c>--memory</c> and <c>--first</c> start.</summary>
    public bool IsAlone { get; init; }

    public bool Json { get; init; }

    public bool Markdown { get; init; }

    /// <summary>Reads arguments.</summary>
    /// <exception cref="ArgumentException">An argument is not known, or has no value that can be read.</exception>
    public static CompareOptions Parse(string[] arguments, int rows = 100_000)
    {
        var options = new CompareOptions { Rows = rows };
        while (arguments is [var name, .. var rest])
        {
            (options, arguments) = (name, rest) switch
            {
                ("--json", _) => (options with { Json = true }, rest),
                ("--markdown", _) => (options with { Markdown = true }, rest),
                ("--memory", _) => (options with { Memory = true }, rest),
                ("--first", _) => (options with { First = true }, rest),
                ("--alone", _) => (options with { IsAlone = true }, rest),
                (_, [var value, .. var others]) => (options.With(name, value), others),
                _ => throw new ArgumentException($"'{name}' is not known, or wants a value."),
            };
        }
        if (options is { First: true, Memory: true }) throw new ArgumentException("'--first' and '--memory' do not go together.");
        return options is { First: true, File: not null }
            ? throw new ArgumentException("'--first' is for invented rows: to make users out of a file, it has to be read before.")
            : options;
    }

    /// <summary>Returns the arguments of a process of its own for one task.</summary>
    public IEnumerable<string> ArgumentsFor(string task)
    {
        string[] workload = File is null ? ["--rows", Invariant(Rows), "--layout", $"{Layout}", "--kind", $"{Kind}"] : ["--file", File];
        return ["compare", .. workload, "--rounds", Invariant(Rounds / Processes), "--tasks", task, "--alone", .. First ? ["--first"] : Array.Empty<string>()];
    }

    public Workload MakeWorkload() => File is null ? Workload.Invent(Rows, Layout, Kind) : Workload.Read(File);

    private CompareOptions With(string name, string value) => name switch
    {
        "--rows" => this with { Rows = Positive(name, value) },
        "--rounds" => this with { Rounds = Positive(name, value) },
        "--layout" => this with { Layout = Enum.TryParse<WorkbookLayout>(value, ignoreCase: true, out var layout) ? layout : throw Bad(name, value) },
        "--kind" => this with { Kind = Enum.TryParse<UploadKind>(value, ignoreCase: true, out var kind) ? kind : throw Bad(name, value) },
        "--file" => this with { File = value },
        "--tasks" => this with { Tasks = value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) },
        _ => throw new ArgumentException($"'{name}' is not known."),
    };

    private static int Positive(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Bad(name, value);

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ArgumentException Bad(string name, string value) => new($"'{value}' is no value for {name}.");
}
