using UserImport.Columns;
using UserImport.Spreadsheets;
using UserImport.Spreadsheets.Cells;

namespace UserImport.Rows;

/// <summary>The rows of an upload, read as a stream. Dispose it; the uploaded stream stays open.</summary>
public sealed partial class ParsedSheet : IDisposable
{
    // Some twenty milliseconds of reading piece by piece.
    private const long ManyNodes = 1_000_000;

    private readonly RowParser _parser;
    private readonly Workbook? _workbook;
    private readonly WorkbookSheet? _sheet;
    private readonly CancellationToken _cancellation;
    private NodeBudget? _effort;

    internal ParsedSheet(RowParser parser, Workbook workbook, WorkbookSheet sheet, SheetLayout layout,
        IReadOnlyList<ImportIssue> notices, CancellationToken cancellation)
    {
        _parser = parser;
        _workbook = workbook;
        _sheet = sheet;
        _cancellation = cancellation;
        Layout = layout;
        Notices = notices;
        Columns = layout.Present;
    }

    internal ParsedSheet(RowParser parser, ImportIssue refusal)
    {
        _parser = parser;
        Refusal = refusal;
    }

    /// <summary>The columns that the file has, in the order of the template; empty if it is refused.</summary>
    public IReadOnlyList<UserColumn> Columns { get; } = [];

    /// <summary>What is to be said of the file without harm: unknown columns, an older template (C3, C5).</summary>
    public IReadOnlyList<ImportIssue> Notices { get; } = [];

    /// <summary>Why the file is refused as a whole; null if it is not.</summary>
    /// <remarks>
    /// Damage at the end of a file shows only there: look again when the enumeration has ended. Rows seen before are void then.
    /// </remarks>
    public ImportIssue? Refusal { get; private set; }

    /// <summary>The SHA-256 of the file in lower-case hexadecimal; null if nobody asked for it.</summary>
    public string? FileSha256 { get; internal set; }

    /// <summary>How many rows the latest enumeration has given.</summary>
    public int RowsRead { get; private set; }

    /// <summary>The rows that are not blank, in the order of the file. Each enumeration reads the file anew.</summary>
    public IEnumerable<UserRow> Rows
    {
        get
        {
            if (Refusal is not null) yield break;
            using var cursor = new Cursor(this, _workbook!.Effort.Fork());
            var reader = new RowReader(Layout!, _workbook!.Formats);
            while (cursor.Next() is { } row) yield return reader.Read(row.Number, row.Cells, null, default, ref cursor.Size)!;
        }
    }

    internal SheetLayout? Layout { get; }

    /// <summary>Whether the latest enumeration costs far more than its bytes, and another one should not begin late.</summary>
    internal bool IsCostly => _effort is { Nodes: > ManyNodes };

    /// <summary>The same rows in batches, each valid until the next one; only those of the given ordinals, if any are given.</summary>
    internal IEnumerable<RowBatch> Batches(int size, IReadOnlySet<int>? ordinals = null)
    {
        if (Refusal is not null) yield break;
        using var cursor = new Cursor(this, _workbook!.Effort.Fork());
        var batch = new RowBatch(Layout!, _workbook!.Formats, size);
        while (cursor.Next() is { } row)
        {
            if (ordinals is not null && !ordinals.Contains(RowsRead - 1)) continue;
            batch.Add(RowsRead - 1, row, ref cursor.Size);
            if (!batch.IsFull) continue;
            yield return batch;
            batch.Clear();
        }
        if (batch.Count > 0) yield return batch;
    }

    /// <summary>
    /// Reads the rows to their end and forgets them: whoever is about to keep much of them learns first whether the file is refused. May be
    /// called while another enumeration goes on.
    /// </summary>
    internal void ReadThrough()
    {
        var (read, effort) = (RowsRead, _effort);
        using (var cursor = new Cursor(this, _effort!.Fork()))
            while (cursor.NextCounted() is not null)
            {
            }
        (RowsRead, _effort) = (read, effort);
    }

    private ISheetReader OpenSheet() => _workbook!.OpenSheet(_sheet!, new SheetDemand
    {
        Effort = _effort,
        Characters = column => Layout!.IndexAt(column) < 0 ? 1 : int.MaxValue,
    });

    /// <summary>Closes the workbook.</summary>
    public void Dispose() => _workbook?.Dispose();
}
